"""`vaktlogg map` proposes a map on the command line."""

from pathlib import Path

import pytest

from tests.bot.console import vaktlogg
from tests.storage.table_files.workbooks import Rows, Sheets, excel

CALLS = "Dato;Hvem ringte;Merknad\n14.7.2016;Kvinne;Kari ringte\n15.7.2016;Tante;\n"
HEADINGS = ("Dato", "Hvem ringte")
SHEETS: Sheets = {
    "Inn": [HEADINGS, ("14.7.2016", "Kvinne")],
    "Ut": [("Dag", "Til", "Hva"), ("14.7.2016", "NAV", "x")],
}
OWNER_ONLY = 0o600
MINORITY = "Gjelder en person med minoritetsspråklig bakgrunn"


@pytest.fixture
def calls(new_folder: Path) -> Path:
    """Return a folder with a file of calls."""
    (new_folder / "calls.csv").write_text(CALLS, encoding="utf-8")
    return new_folder


def test_it_says_what_is_read_what_is_left_and_what_is_missing(calls: Path) -> None:
    """The person knows what to look at before opening the map."""
    told = vaktlogg(calls, "map", "calls.csv", "--out", "map.toml").stdout

    assert told.splitlines() == [
        "occurred_at: «Dato»",
        "caller: «Hvem ringte»",
        "Leses ikke: «Merknad»",
        f"Ingen kolonne svarer på: På vegne av, Instans, Årsak, Krisetelefon, {MINORITY}",
        "1 tekst har ingen betydning ennå; gi den en i map.toml.",
        "Se gjennom map.toml, og prøv det: «vaktlogg import … --dry-run».",
    ]


def test_the_map_is_its_owners_alone(calls: Path) -> None:
    """It holds texts of the file."""
    vaktlogg(calls, "map", "calls.csv", "--out", "map.toml")

    assert (calls / "map.toml").stat().st_mode & 0o777 == OWNER_ONLY


def test_a_map_that_is_there_is_never_written_over(calls: Path) -> None:
    """Somebody may have edited it."""
    (calls / "map.toml").write_text("mine", encoding="utf-8")

    refused = vaktlogg(calls, "map", "calls.csv", "--out", "map.toml")

    assert (refused.returncode, refused.stderr) == (
        1,
        "map.toml finnes fra før og kan være redigert. Ingenting er skrevet.\n",
    )
    assert (calls / "map.toml").read_text(encoding="utf-8") == "mine"


def test_days_that_may_be_months_are_pointed_at(new_folder: Path) -> None:
    """Nobody has to find a remark in the map."""
    (new_folder / "calls.csv").write_text("Dato;Hvem\n3/4/2016;Kvinne\n5/6/2016;Mann\n", encoding="utf-8")

    told = vaktlogg(new_folder, "map", "calls.csv", "--out", "map.toml").stdout

    assert "Her kan dag og måned like gjerne ha byttet plass." in told


def test_a_file_without_headings_is_refused_and_nothing_of_it_is_printed(new_folder: Path) -> None:
    """Its first row is a call, and would stand in the map as headings."""
    (new_folder / "calls.csv").write_text("14.7.2016;Kari Nordmann ringte\n15.7.2016;Ola\n", encoding="utf-8")

    refused = vaktlogg(new_folder, "map", "calls.csv", "--out", "map.toml")

    assert refused.stderr.startswith("Den første raden i calls.csv er ingen overskriftsrad")
    assert "Kari" not in refused.stdout + refused.stderr
    assert not (new_folder / "map.toml").exists()


def test_of_several_sheets_one_is_named(new_folder: Path) -> None:
    """The same sheet is then imported."""
    excel(new_folder / "a.xlsx", SHEETS)

    asked = vaktlogg(new_folder, "map", "a.xlsx", "--out", "map.toml")
    told = vaktlogg(new_folder, "map", "a.xlsx", "--sheet", "inn", "--out", "map.toml")
    imported = vaktlogg(new_folder, "import", "a.xlsx", "--sheet", "inn", "--map", "map.toml")

    assert "a.xlsx har tabeller på flere ark: Inn, Ut." in asked.stderr
    assert told.stdout.startswith("occurred_at: «Dato»\ncaller: «Hvem ringte»\n")
    assert imported.stdout.startswith("1 ny registrering;")


def test_a_fault_of_a_sheet_names_it(new_folder: Path) -> None:
    """Sheets are read one after another, and each has a row 2."""
    january: Rows = [HEADINGS, *[("14.7.2016", "Kvinne")] * 9]
    sheets: Sheets = {"Jan": january, "Feb": [HEADINGS, ("snart", "Kvinne")]}
    excel(new_folder / "a.xlsx", sheets)
    vaktlogg(new_folder, "map", "a.xlsx", "--out", "map.toml")

    refused = vaktlogg(new_folder, "import", "a.xlsx", "--map", "map.toml")

    assert "linje 2: arket «Feb»: Dato: «snart» er ikke skrevet som %d.%m.%Y" in refused.stderr


def test_counts_by_month_are_proposed_as_such(new_folder: Path) -> None:
    """No calls are made of them, and what is missing is said."""
    sheet: Rows = [("Hvem ringte", "Antall"), ("Kvinne", 12), ("Mann", 3), ("Sum", 15)]
    excel(new_folder / "tall.xlsx", {"Januar": sheet, "Februar": sheet})

    told = vaktlogg(new_folder, "map", "tall.xlsx", "--out", "map.toml").stdout

    assert told.splitlines()[:2] == [
        "Dette er antall per måned og ikke samtaler: de tas inn som tall for tidligere måneder.",
        "Årstallet mangler; skriv det inn i map.toml.",
    ]
    assert "[tally]" in (new_folder / "map.toml").read_text(encoding="utf-8")
