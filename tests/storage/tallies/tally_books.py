"""Workbooks with counts as centres keep them, made for tests."""

from collections.abc import Sequence
from pathlib import Path

from storage.fault import Fault
from storage.figures.history import Typed
from storage.forms.reader import OWN_FORMS, read_form
from storage.table_files.table_file import read_sheets
from storage.tallies.proposal import TallyProposal, propose_tally
from storage.tallies.reader import read_tally
from storage.tallies.tally_map import read_tally_map
from tests.storage.table_files.workbooks import Cell

FORM = read_form(OWN_FORMS / "call.toml")
MONTHS = (
    "Januar",
    "Februar",
    "Mars",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Desember",
)
Rows = Sequence[Sequence[Cell]]


def down(women: Cell, men: Cell = 2, unknown: Cell = 1, *, title: str = "Telefonstatistikk") -> Rows:
    """Return a sheet with words down the sheet under two headings, a column of counts beside them."""
    return [
        (title,),
        (),
        ("Hvem ringte", "Antall"),
        ("Kvinne", women),
        ("Mann", men),
        ("Hjelpeapparatet", 4),
        ("Ikke kjent", unknown),
        (),
        ("Årsak:", "Antall"),
        ("Vold", 3),
        ("Ikke kjent", 5),
        (),
        ("Antall samtaler", 60),
    ]


def across(women: Sequence[Cell], *, last: Cell = "Sum") -> Rows:
    """Return a sheet with a row a day, answers in columns under merged headings, and sums in the last row."""
    days = [(day, count, None, count, None) for day, count in enumerate(women[1:], 2)]
    whole = sum(count for count in women if isinstance(count, int))
    return [
        ("Krisesenteret",),
        (None, "Hvem ringte", None, "Årsak", None, "Merknad"),
        ("Dag", "Kvinne", "Ikke kjent", "Vold", "Ikke kjent", None),
        (1, women[0], 1, women[0], 2),
        *days,
        (last, whole, 1, whole, 2),
    ]


def proposed(path: Path) -> TallyProposal | None:
    """Return the map that is proposed for a workbook."""
    return propose_tally(read_sheets(path), FORM, path.name)


def map_of(path: Path, *, year: int | None = None) -> str:
    """Return the text of the map that is proposed, with the year filled in."""
    proposal = proposed(path)
    assert proposal is not None
    text = proposal.toml(str)
    return text if year is None else text.replace("# year = ", f"year = {year}")


def read(path: Path, mapped: str) -> Typed:
    """Read a workbook by a map."""
    return read_tally(path, FORM, read_tally_map(written(path, mapped), FORM))


def written(path: Path, mapped: str) -> Path:
    """Write a map beside a workbook."""
    place = path.with_suffix(".toml")
    place.write_text(mapped, encoding="utf-8")
    return place


def counts(typed: Typed) -> dict[str, dict[str, int | None]]:
    """Return figures by period, each under the name that a map has for it."""
    return {
        period: {".".join(filter(None, place)) or "total": figure.count for place, figure in figures.items()}
        for period, figures in typed.items()
    }


def refusal(path: Path, mapped: str) -> str:
    """Return why a workbook or its map is refused; empty where it is not."""
    try:
        read(path, mapped)
    except Fault as fault:
        return str(fault)
    return ""
