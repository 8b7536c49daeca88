"""Importing a file of records: counted as its report counts them, and once."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from sqlite3 import connect

import pytest

from tests.bot.console import vaktlogg


def test_the_year_of_the_seed_report_is_imported_and_counted_as_the_report_says(new_folder: Path) -> None:
    imported = vaktlogg(new_folder, "import", "2016.csv", "--form", "call")
    counted = json.loads(vaktlogg(new_folder, "stats", "2016", "--json").stdout)

    assert imported.returncode == 0
    assert counted["total"] == counted["outcomes"]["registered"] == 899
    assert (counted["first_day"], counted["last_day"]) == ("2016-01-01", "2016-12-31")
    assert _percent(counted, "caller") == {"woman": 32, "man": 6, "agency": 62}
    assert _percent(counted, "agency") == {
        "child_welfare": 14, "police": 10, "nav": 10, "shelter": 6, "health": 6, "lawyer": 4, "other": 12
    }  # fmt: skip
    assert _percent(counted, "reason") == {"violence": 25, "follow_up": 50, "guidance": 25}
    assert round(899 / counted["questions"]["crisis"]["options"]["yes"]) == 6
    assert _percent(counted, "minority")["yes"] in {49, 50, 51}
    assert _busiest(counted, "total") == "2016-07"
    assert _busiest(counted, "highlighted") == "2016-01"


def _percent(counted: "dict[str, dict[str, dict[str, dict[str, int]]]]", question: str) -> dict[str, int]:
    return {key: round(100 * n / 899) for key, n in counted["questions"][question]["options"].items()}


def _busiest(counted: "dict[str, dict[str, dict[str, int]]]", what: str) -> str:
    return max(counted["months"], key=lambda month: counted["months"][month][what])


def test_the_same_file_again_adds_nothing_and_one_more_row_adds_one(new_folder: Path) -> None:
    first = vaktlogg(new_folder, "import", "2016.csv", "--form", "call")
    again = vaktlogg(new_folder, "import", "2016.csv", "--form", "call")
    with (new_folder / "2016.csv").open("a", encoding="utf-8") as file:
        file.write("2016-12-31,woman,self,,violence,yes,no\n")
    more = vaktlogg(new_folder, "import", "2016.csv", "--form", "call")

    assert first.stdout == (
        "899 nye registreringer; 0 kjent fra før."
        " Dette er import 1; «vaktlogg imports --undo 1» tar den tilbake.\n"
    )
    assert again.stdout == "0 nye registreringer; 899 kjent fra før. Dette er import 2.\n"
    assert more.stdout == (
        "1 ny registrering; 899 kjent fra før. Dette er import 3; «vaktlogg imports --undo 3» tar den tilbake.\n"
    )


def test_a_file_that_overlaps_days_already_held_says_so_and_asks_nothing(new_folder: Path) -> None:
    first = vaktlogg(new_folder, "import", "2016.csv")
    (new_folder / "july.csv").write_text(
        "occurred_at,outcome\n2016-07-02,unspecified\n2016-07-14,unspecified\n2015-07-14,unspecified\n",
        encoding="utf-8",
    )
    other = vaktlogg(new_folder, "import", "july.csv")
    same = vaktlogg(new_folder, "import", "july.csv")

    assert first.stderr == ""
    assert other.stderr.strip() == (
        "Filen har 2 rader fra dager som alt har registreringer (2.–14. juli 2016). Kjent og utelatt: 0."
    )
    assert same.stderr.strip() == (
        "Filen har 3 rader fra dager som alt har registreringer (14. juli 2015–14. juli 2016)."
        " Kjent og utelatt: 3."
    )
    assert other.stdout.startswith("3 nye registreringer; 0 kjent fra før.")


@pytest.mark.parametrize("name", ["", "  ", "x" * 41], ids=["empty", "blank", "too long"])
def test_a_source_that_is_no_name_is_refused_before_anything_is_read(new_folder: Path, name: str) -> None:
    refused = vaktlogg(new_folder, "import", "2016.csv", "--source", name)

    assert (refused.returncode, refused.stderr) == (
        1,
        "--source tar et navn på 1 til 40 tegn. Ingenting er importert.\n",
    )
    assert not (new_folder / "vaktlogg.db").exists()


def test_what_lies_back_loses_its_hour_in_the_same_command(new_folder: Path) -> None:
    vaktlogg(new_folder, "import", "2016.csv")

    with closing(connect(new_folder / "vaktlogg.db")) as database:
        assert list(database.execute("SELECT count(*) FROM record WHERE length(occurred_at) = 13")) == [(0,)]


def test_on_a_terminal_a_bar_shows_how_far_it_has_come(new_folder: Path) -> None:
    screen, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "import", "2016.csv"],
        cwd=new_folder,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        stderr=terminal,
    ) as process:
        os.close(terminal)
        shown = b"".join(_read_all(screen)).decode()

    assert process.returncode == 0
    assert "Teller rader" in shown
    assert "100%" in shown


def _read_all(screen: int) -> Iterator[bytes]:
    with open(screen, "rb", buffering=0) as file, suppress(OSError):
        while shown := file.read(1 << 16):
            yield shown
