"""Figures of earlier reports are kept as they are printed."""

import contextlib
import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from storage.database.connection import Database, DatabaseFault
from storage.database.migration import MIGRATIONS
from storage.figures.history import TOTAL, History, PrintedFigure
from tests.storage.rows import rows

NAV, POLICE = ("agency", "nav"), ("agency", "police")


@pytest.fixture
def history(database: Database) -> History:
    """Keep figures in the fresh database."""
    return History(database)


async def test_a_figure_of_each_kind_is_kept_as_it_is(history: History) -> None:
    figures = {
        TOTAL: PrintedFigure(880),
        NAV: PrintedFigure(percent=Decimal(7), base=864),
        POLICE: PrintedFigure(90, base=864),
        ("crisis", "yes"): PrintedFigure(percent=Decimal("16.5")),
        ("crisis", "no"): PrintedFigure(20, worked_back=True),
    }

    await history.keep("call", {"2015": figures})

    assert await history.of("call", ["2014", "2015"]) == {"2015": figures}
    assert await history.of("outgoing", ["2015"]) == {}


@pytest.mark.parametrize("percent", ["0", "0.0", "7", "7.0", "14.00", "100", "0.0000000001"])
async def test_a_share_keeps_its_decimals(history: History, tmp_path: Path, percent: str) -> None:
    await history.keep("call", {"2015": {NAV: PrintedFigure(percent=Decimal(percent))}})

    kept = (await history.of("call", ["2015"]))["2015"][NAV].percent

    assert repr(kept) == repr(Decimal(percent))
    assert rows(tmp_path / "vaktlogg.db", "SELECT percent FROM earlier_year") == [(percent,)]


async def test_the_figures_of_a_period_replace_those_there_were(history: History) -> None:
    both = {NAV: PrintedFigure(12), POLICE: PrintedFigure(90)}
    await history.keep("call", {"2014": both, "2015": both})

    await history.keep("call", {"2015": {NAV: PrintedFigure(percent=Decimal(7))}})

    assert await history.of("call", ["2014", "2015"]) == {
        "2014": both,
        "2015": {NAV: PrintedFigure(percent=Decimal(7))},
    }


@pytest.mark.parametrize(
    "figure",
    [
        pytest.param(PrintedFigure(), id="nothing"),
        pytest.param(PrintedFigure(12, Decimal(7)), id="a count and a share"),
        pytest.param(PrintedFigure(percent=Decimal(7), worked_back=True), id="a share that was worked back"),
        pytest.param(PrintedFigure(percent=Decimal("100.1")), id="more than all"),
        pytest.param(PrintedFigure(-1), id="less than none"),
    ],
)
async def test_what_is_no_figure_is_refused_and_what_was_there_stays(
    history: History, figure: PrintedFigure
) -> None:
    await history.keep("call", {"2015": {NAV: PrintedFigure(12)}})

    with pytest.raises(DatabaseFault):
        await history.keep("call", {"2015": {POLICE: figure}})

    assert await history.of("call", ["2015"]) == {"2015": {NAV: PrintedFigure(12)}}


def _database_before(path: Path) -> None:
    """Make a database of the version that worked counts back, with a total and an answer of 2015."""
    before = [file for file in sorted(MIGRATIONS.glob("*.sql")) if file.name < "0011"]
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        for file in before:
            connection.executescript(file.read_text(encoding="utf-8"))
        connection.executemany(
            "INSERT INTO earlier_year VALUES ('call', ?, ?, ?, ?)",
            [("2015", *TOTAL, 880), ("2015", *NAV, 62), ("2014-T2", *NAV, 20)],
        )
        connection.execute(f"PRAGMA user_version = {len(before)}")


async def test_what_an_earlier_version_kept_may_have_been_worked_back_totals_too(tmp_path: Path) -> None:
    _database_before(tmp_path / "vaktlogg.db")

    async with Database.open(tmp_path / "vaktlogg.db") as database:
        history = History(database)
        kept = await history.of("call", ["2014-T2", "2015"])
        marked = await history.worked_back()

    assert kept == {
        "2014-T2": {NAV: PrintedFigure(20, worked_back=True)},
        "2015": {TOTAL: PrintedFigure(880, worked_back=True), NAV: PrintedFigure(62, worked_back=True)},
    }
    assert marked == ["2014-T2", "2015"]


async def test_a_file_taken_in_again_takes_the_mark_away(tmp_path: Path) -> None:
    _database_before(tmp_path / "vaktlogg.db")

    async with Database.open(tmp_path / "vaktlogg.db") as database:
        history = History(database)
        await history.keep("call", {"2015": {NAV: PrintedFigure(percent=Decimal(7), base=880)}})
        marked = await history.worked_back()

    assert marked == ["2014-T2"]
