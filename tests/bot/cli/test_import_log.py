"""The telephone exchange's list, as an administrator takes it in."""

import contextlib
import sqlite3
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.cli.import_log import import_log
from bot.config.config import read_config
from handlers.operations.call_list_words import sentences
from reports.words.language import Code, Language
from storage.call_lists.days import DailyCalls, KeptDays
from tests.bot.console import CONFIG, vaktlogg

CALLS = "Tid;Fra;Navn\n3.6.2016 14:20;99887766;Åse Ås\n3.6.2016 15:05;99887766;Åse Ås\n5.6.2016 09:00;22334455;\n"
TOLD = "Lest 3\u00a0samtaler på 3\u00a0dager (3.–5. juni 2016). "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with a config."""
    (tmp_path / "config.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def _kept(folder: Path) -> list[tuple[str, int]]:
    with contextlib.closing(sqlite3.connect(folder / "vaktlogg.db")) as connection:
        return list(connection.execute("SELECT day, calls FROM exchange_day ORDER BY day"))


def test_a_list_is_taken_in_and_the_same_again_adds_nothing(folder: Path) -> None:
    (folder / "list.csv").write_bytes(CALLS.encode("cp1252"))

    first, again = (vaktlogg(folder, "import-log", "list.csv") for _ in range(2))

    assert (first.returncode, first.stdout, first.stderr) == (0, f"{TOLD}3 dager var nye, 0 var kjent.\n", "")
    assert (again.returncode, again.stdout, again.stderr) == (0, f"{TOLD}Alt var kjent fra før.\n", "")
    assert _kept(folder) == [("2016-06-03", 2), ("2016-06-04", 0), ("2016-06-05", 1)]


def test_a_number_that_was_too_great_is_told_of_and_taken_back_with_replace(folder: Path) -> None:
    (folder / "all.csv").write_text("Tid;Retning\n3.6.2016 14.20;inn\n3.6.2016 15.05;ut\n", encoding="utf-8")
    (folder / "in.csv").write_text("Tid;Retning\n3.6.2016 14.20;inn\n", encoding="utf-8")

    said = [
        vaktlogg(folder, "import-log", *words).stdout
        for words in (["all.csv"], ["in.csv"], ["in.csv", "--replace"], ["in.csv"])
    ]

    assert "men «Retning» skiller dem fra hverandre" in said[0]
    assert "1 kjent dag har færre samtaler her og beholder det største tallet; med --replace" in said[1]
    assert "1 kjent dag fikk færre samtaler enn før." in said[2]
    assert said[3].endswith("Alt var kjent fra før.\n")
    assert _kept(folder) == [("2016-06-03", 1)]


def test_of_the_callers_nothing_is_kept(folder: Path) -> None:
    (folder / "list.csv").write_text(CALLS, encoding="utf-8")

    vaktlogg(folder, "import-log", "list.csv")

    kept = (folder / "vaktlogg.db").read_bytes()
    assert not any(text.encode() in kept for text in ("99887766", "22334455", "Åse", "14:20", "Fra;Navn"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "Tid;Fra\n3.6.2016 14:20;99887766\ni går;99887766\n",
            "linje 3: «Tid» har ikke noe tidspunkt som kan leses",
        ),
        ("Tid;Fra\n3.6.2016 14:20;99887766\n" * 2, "linje 3: «Tid» har ikke noe tidspunkt"),
        ("Tid\n3.6.2016 14:20\n3.6.2016 14:20\n", "linje 3: den samme raden står også på linje 2"),
        ("Tid\n3.6.2199 14:20\n", "linje 2: «Tid» ligger i framtiden"),
        ("Tid\n2016-06-03T14:20Z\n", "linje 2: «Tid» er i en annen tidssone enn senteret"),
        ("Dato;Antall\n3.6.2016;-1\n", "linje 2: «Antall» er ikke et helt antall samtaler"),
        ("Dato;Antall\n3.6.2016;1\n3.6.2016;2\n", "linje 3: den samme dagen står også på linje 2"),
        ("Dato;Vakt\n3.6.2016;1\n", "ingen kjent kolonne med antall samtaler. Oppgi den med --count."),
        ("3.6.2016 14:20;99887766\n", "list.csv må ha en første linje med overskrifter."),
        ("", "list.csv har ingen rader."),
    ],
)
def test_a_faulty_list_is_named_by_line_tells_no_caller_and_nothing_is_kept(
    folder: Path, content: str, said: str
) -> None:
    (folder / "list.csv").write_text(content, encoding="utf-8")

    ended = vaktlogg(folder, "import-log", "list.csv")

    assert (ended.returncode, ended.stdout) == (1, "")
    assert said in ended.stderr
    assert "99887766" not in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (folder / "vaktlogg.db").exists()


def test_headings_are_named_as_options(folder: Path) -> None:
    (folder / "calls.csv").write_text("Den;Kl;Fra\n3.6.2016;14:20;x\n", encoding="utf-8")
    (folder / "days.csv").write_text("Dato;Inn;Tatt\n4.6.2016;9;7\n", encoding="utf-8")

    ended = [
        vaktlogg(folder, "import-log", "calls.csv", "--time", "Den", "--time", "Kl"),
        vaktlogg(folder, "import-log", "days.csv", "--count", "Tatt"),
    ]

    assert [command.returncode for command in ended] == [0, 0]
    assert _kept(folder) == [("2016-06-03", 1), ("2016-06-04", 7)]


async def test_the_zone_of_the_centre_is_that_of_the_config_and_today_waits(folder: Path) -> None:
    (folder / "config.toml").write_text(f'timezone = "Asia/Tokyo"\n{CONFIG}', encoding="utf-8")
    (folder / "list.csv").write_text("tid\n2026-11-03T23:20+09:00\n2026-11-04T00:10+09:00\n", encoding="utf-8")
    config = read_config(folder / "config.toml")
    now = datetime(2026, 11, 4, 0, 30, tzinfo=ZoneInfo("Asia/Tokyo"))

    sentence = await import_log(config, folder / "list.csv", now)

    assert sentence.startswith(
        "Lest 1\u00a0samtale på 1\u00a0dag (3. nov. 2026). 1 dag var ny, 0 var kjent. I dag er"
    )
    assert _kept(folder) == [("2026-11-03", 1)]


FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
LESE = "Lese 1\u00a0234\u00a0samtalar på 2\u00a0dagar (1.–30. nov. 2026)."
READ = "Lest 1\u00a0234\u00a0samtaler på 2\u00a0dager (1.–30. nov. 2026)."


@pytest.mark.parametrize(
    ("code", "kept", "said"),
    [
        ("nb", KeptDays(3, 27, 0), [READ, "3 dager var nye, 27 var kjent."]),
        (
            "nb",
            KeptDays(1, 1, 1),
            [READ, "1 dag var ny, 1 var kjent.", "1 kjent dag fikk flere samtaler enn før."],
        ),
        (
            "nb",
            KeptDays(0, 2, 2),
            [READ, "0 dager var nye, 2 var kjent.", "2 kjente dager fikk flere samtaler enn før."],
        ),
        ("nb", KeptDays(0, 2, 0), [READ, "Alt var kjent fra før."]),
        ("nn", KeptDays(2, 0, 0), [LESE, "2 dagar var nye, 0 kjende vi frå før."]),
        (
            "en",
            KeptDays(1, 1, 0),
            ["Read 1,234\u00a0calls on 2\u00a0days (1–30 Nov 2026).", "1 day was new; 1 known from before."],
        ),
    ],
)
def test_what_was_read_is_said_with_days_and_numbers(code: Code, kept: KeptDays, said: list[str]) -> None:
    assert list(sentences(Language(code), DailyCalls({FIRST: 1234, LAST: 0}, today=False), kept)) == said


def test_a_list_of_today_alone_says_that_it_waits() -> None:
    said = list(sentences(Language("nb"), DailyCalls({}, today=True), KeptDays(0, 0, 0)))

    assert said == ["I dag er ikke tatt med, siden dagen ikke er over."]
