"""`vaktlogg imports`: what has been imported, and taking it back."""

import json
from pathlib import Path

import pytest

from tests.bot.console import vaktlogg

DESKS = """\
occurred_at,caller,behalf,reason,crisis,minority
2016-07-14T09,man,self,guidance,no,no
2016-07-14T10,man,self,guidance,no,no
"""


@pytest.fixture
def desks(new_folder: Path) -> Path:
    """Import the same rows from two desks, and the year of the seed report."""
    (new_folder / "desk.csv").write_text(DESKS, encoding="utf-8")
    for name in ("Desk A", "  Desk   B "):
        assert vaktlogg(new_folder, "import", "desk.csv", "--source", name).returncode == 0
    assert vaktlogg(new_folder, "import", "2016.csv").returncode == 0
    return new_folder


def _total(folder: Path) -> int:
    return int(json.loads(vaktlogg(folder, "stats", "2016", "--json").stdout)["total"])


def test_imports_are_listed_and_one_of_them_is_taken_back_and_brought_in_again(desks: Path) -> None:
    day = vaktlogg(desks, "imports").stdout.splitlines()[1].split()[4]
    undone = vaktlogg(desks, "imports", "--undo", "1")
    left = _total(desks)
    again = vaktlogg(desks, "imports", "--undo", "1")
    listed = vaktlogg(desks, "imports")
    back = vaktlogg(desks, "import", "desk.csv", "--source", "Desk A")

    assert (undone.returncode, undone.stdout) == (
        0,
        "Import 1 er angret: 2 registreringer teller ikke lenger.\n",
    )
    assert (again.returncode, again.stdout) == (0, "Import 1 er alt angret. Ingenting er endret.\n")
    assert listed.stdout.splitlines() == [
        "nummer  kilde   skjema  dag         rader  angret",
        f"     1  Desk A  call    {day}      2       2",
        f"     2  Desk B  call    {day}      2       0",
        f"     3  –       call    {day}    899       0",
    ]
    assert back.stdout.startswith("2 nye registreringer; 0 kjent fra før.")
    assert left == _total(desks) - 2 == 901


def test_an_import_that_added_nothing_has_nothing_to_undo(desks: Path) -> None:
    vaktlogg(desks, "import", "desk.csv", "--source", "Desk B")

    undone = vaktlogg(desks, "imports", "--undo", "4")

    assert (undone.returncode, undone.stdout) == (
        0,
        "Import 4 la ikke til noen registreringer, så det er ingenting å angre.\n",
    )


def test_an_unknown_number_is_refused(desks: Path) -> None:
    refused = vaktlogg(desks, "imports", "--undo", "7")

    assert (refused.returncode, refused.stderr) == (
        1,
        "Det finnes ingen import 7. Ingenting er endret; «vaktlogg imports» viser dem som finnes.\n",
    )


def test_where_nothing_has_been_imported_that_is_said(new_folder: Path) -> None:
    (new_folder / "days.csv").write_text("day,calls\n2016-07-14,3\n", encoding="utf-8")
    vaktlogg(new_folder, "import-log", "days.csv", "--count", "calls")

    assert vaktlogg(new_folder, "imports").stdout == "Ingenting er importert.\n"
