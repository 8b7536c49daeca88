"""`vaktlogg report`, as a leader's helper types it."""

import struct
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from sqlite3 import connect

import pytest

from tests.bot.console import started_anew, vaktlogg


def test_picture_text_and_documents_are_written_and_named(folder: Path) -> None:
    written = vaktlogg(folder, "report", "2016", "--out", "out/deep")

    text = (folder / "out" / "deep" / "2016.txt").read_text(encoding="utf-8")
    picture = (folder / "out" / "deep" / "2016.png").read_bytes()
    assert (written.returncode, written.stderr) == (0, "")
    names = ("2016.png", "2016-2.png", "2016.xlsx", "2016.docx", "2016.txt")
    assert written.stdout.splitlines() == [f"out/deep/{name}" for name in names]
    wide, high = struct.unpack(">II", picture[16:24])
    assert (wide, high <= 1440) == (1080, True)
    assert text.startswith("2016\n899\u00a0samtaler")
    assert "Barnevernet 126 · 14\u00a0%" in text


def test_a_tertial_is_an_album_whose_every_page_is_told_in_the_text(folder: Path) -> None:
    written = vaktlogg(folder, "report", "2016-T2", "--out", "out")

    text = (folder / "out" / "2016-T2.txt").read_text(encoding="utf-8")
    names = [
        "2016-T2.png",
        "2016-T2-2.png",
        "2016-T2-3.png",
        "2016-T2-4.png",
        "2016-T2-5.png",
        "2016-T2.xlsx",
        "2016-T2.txt",
    ]
    assert written.stdout.splitlines() == [f"out/{name}" for name in names]
    assert text.startswith("2.\u00a0tertial 2016 (mai–august)\n304\u00a0samtaler")
    for line in (
        "Hvem ringte per måned, 2.\u00a0tertial 2016\n\nKvinne: mai ",
        "Konkret om vold: T1 2016: ",
        "Krisetelefoner per måned, 2.\u00a0tertial 2016\n\nmai 11 · jun 11 · jul 12 · aug 7",
    ):
        assert line in text


def test_wide_pictures_come_besides(folder: Path) -> None:
    written = vaktlogg(folder, "report", "2016-07", "--out", "out", "--wide")

    names = [
        "2016-07.png",
        "2016-07-2.png",
        "2016-07.xlsx",
        "2016-07-wide.png",
        "2016-07-2-wide.png",
        "2016-07.txt",
    ]
    assert written.stdout.splitlines() == [f"out/{name}" for name in names]


def test_the_same_records_give_the_same_bytes_and_leave_nothing_else(folder: Path) -> None:
    for out in ("one", "two"):
        vaktlogg(folder, "report", "2016-07", "--out", out)
    started_anew(folder, "report", "2016-07", "--out", "two")

    one, two = ({file.name: file.read_bytes() for file in (folder / out).iterdir()} for out in ("one", "two"))
    assert sorted(one) == ["2016-07-2.png", "2016-07.png", "2016-07.txt", "2016-07.xlsx"]
    assert one == two


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2016", "--out", "2016.csv"), "2016.csv/2016.png kan ikke skrives"),
        (("tull", "--out", "out"), "Den perioden kjenner jeg ikke."),
        (("2016", "--out", "out", "--form", "x"), "Skjemaet «x» er ikke i bruk"),
        (
            ("2016", "--out", "out", "--format", "pdf,doc"),
            "Formatet «doc» finnes ikke; det finnes: png, txt",
        ),
        (("2016",), "--out"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(folder: Path, words: tuple[str, ...], said: str) -> None:
    ended = vaktlogg(folder, "report", *words)

    assert ended.returncode != 0
    assert said in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1


@pytest.fixture
def three_forms(folder: Path) -> Path:
    """Use three forms; there are calls out and planned talks beside the calls in of 2016."""
    config = folder / "config.toml"
    enabled = '\n[forms]\nenabled = ["call", "outgoing", "phone_consultation"]\n'
    config.write_text(config.read_text(encoding="utf-8") + enabled, encoding="utf-8")
    for form, question, answer in (("outgoing", "to", "nav"), ("phone_consultation", "user", "woman")):
        days = (date(2016, 1, 1) + timedelta(days=number) for number in range(366))
        rows = "".join(f"{day}T12,{answer}\n" for day in days)
        (folder / "rows.csv").write_text(f"occurred_at,{question}\n{rows}")
        vaktlogg(folder, "import", "rows.csv", "--form", form)
    return folder


def test_all_that_went_by_telephone_is_one_report_and_a_form_alone_has_its_key_in_the_names(
    three_forms: Path,
) -> None:
    together = vaktlogg(three_forms, "report", "2016", "--out", "out").stdout.split()
    text = (three_forms / "out" / "2016.txt").read_text().replace("\xa0", " ")
    alone = vaktlogg(three_forms, "report", "2016", "--out", "out", "--form", "outgoing").stdout.split()

    assert together == [
        f"out/2016{end}" for end in (".png", "-2.png", "-3.png", "-4.png", ".xlsx", ".docx", ".txt")
    ]
    assert alone == [f"out/2016-outgoing{end}" for end in (".png", ".xlsx", ".docx", ".txt")]
    for line in (
        "Samtaler ut: 366",
        "0,4 for hver samtale inn",
        "366 samtaler ut",
        "Telefonkonsultasjoner: 366",
        "Hvem samtalen var med: Kvinne 366",
    ):
        assert line in text


def test_only_the_formats_asked_for_are_written_and_every_one_gives_the_same_bytes(folder: Path) -> None:
    formats = ("--format", "html, PDF,docx,xlsx")
    vaktlogg(folder, "report", "2016-07", "--out", "one", *formats)
    written = started_anew(folder, "report", "2016-07", "--out", "two", *formats)

    one, two = ({file.name: file.read_bytes() for file in (folder / out).iterdir()} for out in ("one", "two"))
    assert written.stdout.split() == [f"two/2016-07.{end}" for end in ("xlsx", "docx", "pdf", "html")]
    assert one == two


def test_as_sent_gives_the_figures_of_the_delivered_report_whatever_came_later(folder: Path) -> None:
    delivered = vaktlogg(folder, "stats", "2016", "--json").stdout
    with closing(connect(folder / "vaktlogg.db")) as database, database:
        columns = "(report, period, chat, state, tally)"
        database.execute(f"INSERT INTO delivery {columns} VALUES ('annual', '2016', 0, 'sent', ?)", [delivered])  # noqa: S608 - our own words
    (folder / "late.csv").write_text("occurred_at,caller,agency\n2016-07-14T12,agency,police\n")
    vaktlogg(folder, "import", "late.csv")

    written = vaktlogg(folder, "report", "2016", "--out", "out", "--as-sent", "--format", "txt,docx")

    text = (folder / "out" / "2016-as-sent.txt").read_text().replace("\xa0", " ")
    assert written.stdout.split() == ["out/2016-as-sent.docx", "out/2016-as-sent.txt"]
    assert "899 samtaler" in text
    assert "Tallene er de som sto i rapport 2016 · A1;" in text
    assert "900 samtaler" in vaktlogg(folder, "stats", "2016").stdout.replace("\xa0", " ")


def test_a_report_that_was_never_delivered_cannot_be_had_as_sent(folder: Path) -> None:
    ended = vaktlogg(folder, "report", "2016", "--out", "out", "--as-sent")

    assert ended.returncode == 1
    assert ended.stderr.startswith("Ingen rapport for 2016 er levert om dette skjemaet")
    assert not (folder / "out").exists()
