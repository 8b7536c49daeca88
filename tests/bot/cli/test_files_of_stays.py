"""Files whose rows tell who lived in the house: read like others, and written only where that is asked for."""

import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from pyarrow import parquet

from tests.bot.console import CONFIG, vaktlogg
from tests.example_forms import TEST_FORMS
from tests.storage.rows import rows

FILE = """came,went,outcome,sex,children
2016-07-03,2016-07-20,,woman,2
2016-07-04,,,man,
2016-07-05,,declined,man,
"""
REFUSED = (
    "Radene i «guest» viser når hver enkelt kom og dro, og dermed hvem som har bodd her: de skrives ikke ut."
    " Må det til, legger en administrator til --rows for denne ene filen, og det blir notert.\n"
)
EXPORT = ("export", "--form", "guest", "--out", "guests.csv")
AUDIT = "SELECT act, about, by FROM audit WHERE act LIKE 'export%'"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Make a folder with a form of guests, three of them imported."""
    (tmp_path / "forms").mkdir()
    shutil.copy(TEST_FORMS / "guest.toml", tmp_path / "forms")
    config = f'{CONFIG}[forms]\nfolder = "forms"\nenabled = ["call", "guest"]\n'
    (tmp_path / "config.toml").write_text(config, encoding="utf-8")
    (tmp_path / "new.csv").write_text(FILE, encoding="utf-8")
    done = vaktlogg(tmp_path, "import", "new.csv", "--form", "guest")
    assert done.stdout.startswith("3 nye registreringer; 0 kjent fra før."), done.stderr
    return tmp_path


def test_rows_are_not_written_unless_they_are_asked_for_and_it_is_said_why_and_how(house: Path) -> None:
    refused = vaktlogg(house, *EXPORT)

    assert (refused.returncode, refused.stderr) == (1, REFUSED)
    assert not list(house.glob("guests*"))
    assert rows(house / "vaktlogg.db", AUDIT) == []


def test_rows_that_are_asked_for_are_written_and_audited_as_such(house: Path) -> None:
    done = vaktlogg(house, *EXPORT, "--rows")

    assert done.stdout == "3 registreringer er skrevet ut.\n"
    assert (house / "guests.csv").read_text(encoding="utf-8").splitlines() == [
        "came,went,outcome,sex,children,school,help,pet,home",
        "2016-07-03,2016-07-20,registered,woman,2,,,,",
        "2016-07-04,,registered,man,,,,,",
        "2016-07-05,,declined,man,,,,,",
    ]
    assert rows(house / "vaktlogg.db", AUDIT) == [("exported_rows", "guest", None)]
    assert "skrev ut rader som viser hvem som har bodd her: guest" in vaktlogg(house, "audit").stdout


def test_what_was_written_is_known_when_it_is_imported(house: Path) -> None:
    vaktlogg(house, *EXPORT, "--rows")

    again = vaktlogg(house, "import", "guests.csv", "--form", "guest")

    assert again.stdout == "0 nye registreringer; 3 kjent fra før. Dette er import 2.\n"
    assert again.stderr == (
        "Filen har 3 rader fra dager som alt har registreringer (1.–31. juli 2016). Kjent og utelatt: 3.\n"
    )


def test_other_forms_are_written_as_before_whether_rows_are_asked_for_or_not(house: Path) -> None:
    for words in ((), ("--rows",)):
        assert vaktlogg(house, "export", "--out", "calls.csv", *words).returncode == 0

    assert rows(house / "vaktlogg.db", AUDIT) == [("exported", "call", None)] * 2


def test_days_are_dates_in_the_workbook(house: Path) -> None:
    vaktlogg(house, "export", "--form", "guest", "--rows", "--out", "guests.xlsx")

    with zipfile.ZipFile(house / "guests.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert [sheet.count(f"<v>{number}</v>") for number in (42554, 42571, 42555)] == [1, 1, 1]


def test_days_are_texts_and_the_month_of_arrival_a_date_in_the_parquet_file(house: Path) -> None:
    vaktlogg(house, "export", "--form", "guest", "--rows", "--out", "guests.parquet")

    table = parquet.read_table(house / "guests.parquet")
    assert table["came"].to_pylist() == ["2016-07-03", "2016-07-04", "2016-07-05"]
    assert table["went"].to_pylist() == ["2016-07-20", None, None]
    assert table["_month"].to_pylist() == [date(2016, 7, 1)] * 3
    assert table["children"].to_pylist() == ["2", None, None]
    assert rows(house / "vaktlogg.db", AUDIT) == [("exported_rows", "guest", None)]


def test_an_import_is_taken_back_while_its_days_are_known(house: Path) -> None:
    undone = vaktlogg(house, "imports", "--undo", "1")

    assert undone.stdout == "Import 1 er angret: 3 registreringer teller ikke lenger.\n"
    assert rows(house / "vaktlogg.db", "SELECT count(*) FROM record") == [(0,)]
    assert vaktlogg(house, "imports").stdout.splitlines()[1].split()[-2:] == ["3", "3"]
