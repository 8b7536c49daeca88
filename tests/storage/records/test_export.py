from datetime import date

import pytest

from storage.database.connection import Database
from storage.records.corrections import Corrections
from storage.records.export import Export, Stretch
from storage.records.records import Records
from tests.example_forms import VISITS
from tests.storage.rows import NOW, SEAT, draft


async def export(database: Database, stretch: Stretch) -> list[dict[str, str]]:
    """Return the exported records, each with what it tells."""
    records = Export(database, VISITS)
    rows = [dict(zip(records.columns, row, strict=True)) async for row in records.rows(stretch)]
    return [{column: cell for column, cell in row.items() if cell} for row in rows]


async def test_records_are_exported_by_time_with_the_cells_of_an_import(
    database: Database, records: Records, corrections: Corrections
) -> None:
    several: tuple[tuple[str, ...], ...] = (("physical", "threats"), ())
    for number, chosen in enumerate(several):
        await records.save(
            draft(f"{number}", {"violence": chosen}, at=f"2016-07-1{number}", form=VISITS), by=SEAT, now=NOW
        )
    await records.save(draft("other form"), by=SEAT, now=NOW)
    await records.save(draft("void", {}, form=VISITS), by=SEAT, now=NOW)
    await corrections.void("void", by=SEAT, now=NOW)

    assert await export(database, Stretch()) == [
        {"occurred_at": "2016-07-10", "outcome": "registered", "violence": "physical|threats"},
        {"occurred_at": "2016-07-11", "outcome": "registered", "violence": "|"},
    ]


@pytest.mark.parametrize(
    ("stretch", "times"),
    [
        (Stretch(), ["2016-06-30T23", "2016-07", "2016-07-01T00", "2016-07-14"]),
        (Stretch(first=date(2016, 7, 1)), ["2016-07", "2016-07-01T00", "2016-07-14"]),
        (Stretch(first=date(2016, 7, 2)), ["2016-07-14"]),
        (Stretch(last=date(2016, 6, 30)), ["2016-06-30T23"]),
        (Stretch(date(2016, 7, 1), date(2016, 7, 1)), ["2016-07", "2016-07-01T00"]),
    ],
)
async def test_the_days_are_both_included_and_one_who_declined_goes_by_the_first_of_the_month(
    database: Database, records: Records, stretch: Stretch, times: list[str]
) -> None:
    for at in ("2016-07-14", "2016-07-01T00", "2016-06-30T23"):
        await records.save(draft(at, {}, at=at, form=VISITS), by=SEAT, now=NOW)
    await records.save(draft("d", {}, at="2016-07-09T10", outcome="declined", form=VISITS), by=SEAT, now=NOW)

    assert [row["occurred_at"] for row in await export(database, stretch)] == times
