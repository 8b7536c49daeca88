"""`vaktlogg report --public`: the report as it may leave the house, and where it may lie."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.bot.console import CONFIG, started_anew, vaktlogg

JULY = ("report", "2016-07", "--public", "--format", "txt")
INTERNAL = "Til internt bruk. Ikke til publisering slik den står"


@pytest.fixture
def with_public_folder(folder: Path) -> Path:
    (folder / "config.toml").write_text(f'{CONFIG}[reports]\npublic_folder = "public"\n', encoding="utf-8")
    return folder


def test_a_public_report_hides_says_what_and_is_noted_before_it_is_written(folder: Path) -> None:
    told = vaktlogg(folder, *JULY, "--out", "out")

    assert told.stdout == "out/2016-07-public.txt\n"
    why, hidden, *_, noted = told.stderr.splitlines()
    assert why.startswith("Et tall er skjult (:)")
    assert hidden == "Skjult i juli 2016, instans: Helsevesenet, Advokater."
    assert noted == "Notert som publisering 1."
    text = (folder / "out" / "2016-07-public.txt").read_text(encoding="utf-8")
    assert "Helsevesenet :; Advokater :;" in text
    assert text.rstrip().endswith(told.stderr.splitlines()[-2])
    assert INTERNAL not in text


def test_a_dry_run_writes_nothing_and_notes_nothing(folder: Path) -> None:
    told = vaktlogg(folder, *JULY, "--out", "out", "--dry-run")

    assert (told.returncode, told.stdout) == (0, "")
    assert told.stderr.splitlines()[-1] == "Bare en prøve: Ingenting er notert, og ingenting er skrevet."
    assert not (folder / "out").exists()
    assert vaktlogg(folder, "releases").stdout == "Ingenting er publisert.\n"


def test_without_another_folder_it_goes_to_the_public_one(with_public_folder: Path) -> None:
    told = vaktlogg(with_public_folder, *JULY)

    assert told.returncode == 0
    assert [path.name for path in (with_public_folder / "public").iterdir()] == ["2016-07-public.txt"]


@pytest.mark.parametrize(
    "words",
    [
        ("report", "2016-07", "--out", "public"),
        ("report", "2016-07", "--out", "public/deep"),
        ("export", "--out", "public/calls.csv"),
    ],
)
def test_only_public_versions_go_to_the_public_folder(with_public_folder: Path, words: tuple[str, ...]) -> None:
    told = vaktlogg(with_public_folder, *words)

    assert (told.returncode, told.stdout) == (1, "")
    assert "er bare for det som kan publiseres; ingenting er skrevet" in told.stderr
    assert not (with_public_folder / "public").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2016-07", "--public"), "Si hvor det skal skrives: --out og en mappe, eller public_folder"),
        (("2016-07",), "Si hvor det skal skrives: --out og en mappe."),
        (("2016-07", "--public", "--as-sent", "--out", "out"), "går ikke sammen med --as-sent"),
        (("2016-07", "--dry-run", "--out", "out"), "--dry-run hører sammen med --public."),
        (("2016-07-01--2016-07-09", "--public", "--out", "out"), "måned"),
        (("i år", "--public", "--out", "out"), "er ikke over; den kan publiseres fra"),
    ],
)
def test_what_cannot_be_published_is_said_in_one_sentence(folder: Path, words: tuple[str, ...], said: str) -> None:
    told = vaktlogg(folder, "report", *words)

    assert (told.returncode, told.stdout) == (1, "")
    assert said in told.stderr
    assert not (folder / "out").exists()


def test_an_internal_report_says_on_its_first_page_that_it_is_not_for_publication(folder: Path) -> None:
    vaktlogg(folder, "report", "2016-07", "--out", "out", "--format", "txt,docx,html,xlsx")

    assert INTERNAL in (folder / "out" / "2016-07.txt").read_text(encoding="utf-8")
    page = (folder / "out" / "2016-07.html").read_text(encoding="utf-8")
    assert page.index(INTERNAL) < page.index("<h1>")
    with ZipFile(folder / "out" / "2016-07.docx") as parts:
        assert INTERNAL in parts.read("word/document.xml").decode()
    with ZipFile(folder / "out" / "2016-07.xlsx") as parts:
        assert INTERNAL in parts.read("xl/sharedStrings.xml").decode()


def test_a_public_report_gives_the_same_bytes_once_more(folder: Path) -> None:
    for run, out in ((vaktlogg, "one"), (started_anew, "other")):
        run(folder, "report", "2016-07", "--public", "--out", out, "--format", "docx,png,xlsx,txt")

    one, other = ({path.name: path.read_bytes() for path in (folder / out).iterdir()} for out in ("one", "other"))
    assert len(one) == 5
    assert one == other
