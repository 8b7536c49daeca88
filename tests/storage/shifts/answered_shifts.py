"""Shifts that were asked and answered, with calls of each."""

from dataclasses import replace

from storage.database.connection import Database
from storage.hour import Hour
from storage.records.records import Draft, Records
from storage.shifts.handovers import Handovers
from tests.example_forms import CALL
from tests.storage.rows import SEAT

DAY, EVENING, NIGHT = "2026-11-03T07:30", "2026-11-03T15:00", "2026-11-03T22:30"
ENDS = {DAY: EVENING, EVENING: NIGHT, NIGHT: "2026-11-04T07:30"}
NOW = Hour.parse("2026-11-04T09")
LEADER = 12


async def answered(database: Database, shift: str, counted: int | None, out: int | None = None) -> None:
    """Ask about a shift and answer, though some be missing."""
    handovers = Handovers(database)
    await handovers.ask(shift, ENDS[shift], [SEAT])
    await handovers.count(shift, counted)
    await handovers.move_on(shift, whatever=True)
    await handovers.finish(shift, out)


async def kept(database: Database, records: int, declined: int, shift: str = DAY) -> None:
    """Keep so many calls of a shift, and so many that were declined."""
    draft = Draft(CALL, shift[:13], "irrelevant", {}, "", shift)
    for number in range(records):
        await Records(database).save(replace(draft, source=f"{shift}r{number}"), by=SEAT, now=NOW)
    for number in range(declined):
        call = replace(draft, source=f"{shift}d{number}", outcome="declined")
        await Records(database).save(call, by=SEAT, now=NOW)
