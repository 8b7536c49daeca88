"""Reading records out, as a row of cells each."""

import csv
from datetime import date
from pathlib import Path

import pytest

from storage.counts import Counts
from storage.database import Database
from storage.export import Export, Stretch
from storage.form import Form
from storage.import_file import read_drafts
from storage.question import Answers, Outcome
from storage.records import Draft, Records
from tests.storage.forms import CALL, VISITS
from tests.storage.rows import NOW, SEAT, draft

EVER = Stretch()
WOMAN = {"who": "woman", "outside": "no", "phone": "yes"}
VISITED: tuple[tuple[str, Outcome, Answers], ...] = (
    ("2016-07-02", "registered", WOMAN | {"violence": ("threats", "physical"), "injured": "no"}),
    ("2016-07-02", "registered", WOMAN | {"violence": ("digital",)}),
    ("2016-07-03", "registered", WOMAN | {"violence": ()}),
    ("2016-07-03T10", "registered", {"who": "unknown"}),
    ("2016-07-03T10", "registered", {"who": "unknown"}),
    ("2016-07-04", "unspecified", {}),
    ("2016-07-05", "declined", {}),
)
VISITS_MADE = tuple(
    Draft(VISITS, time, outcome, answers, str(place)) for place, (time, outcome, answers) in enumerate(VISITED)
)


async def _keep(records: Records, *drafts: Draft) -> None:
    for kept in drafts:
        await records.save(kept, by=SEAT, now=NOW)


async def _read(database: Database, form: Form = CALL, stretch: Stretch = EVER) -> list[tuple[str, ...]]:
    return [row async for row in Export(database, form).rows(stretch)]


async def test_an_empty_database_has_columns_and_no_rows(database: Database) -> None:
    assert Export(database, CALL).columns == (
        *("occurred_at", "outcome", "caller", "behalf", "agency", "reason", "crisis", "minority", "aside"),
    )
    assert await _read(database) == []


async def test_not_asked_nothing_chosen_and_several_chosen_are_told_apart(
    database: Database, records: Records
) -> None:
    await _keep(records, *VISITS_MADE)

    place = Export(database, VISITS).columns.index("violence")
    assert [row[place] for row in await _read(database, VISITS)] == [
        *("", "digital", "physical|threats", "|", "", "", ""),
    ]


async def test_the_order_tells_nothing_of_the_order_of_registering(database: Database, tmp_path: Path) -> None:
    other = await Database.open(tmp_path / "other.db")
    await _keep(Records(database), *VISITS_MADE)
    await _keep(Records(other), *reversed(VISITS_MADE))

    rows = await _read(database, VISITS)
    assert rows == await _read(other, VISITS) == sorted(rows, key=lambda row: row[:2])
    await other.close()


async def test_voided_records_and_other_forms_are_left_out(database: Database, records: Records) -> None:
    await _keep(records, draft("kept"), draft("voided"), *VISITS_MADE)

    await records.void("voided", today=NOW.day)

    assert await _read(database) == [
        ("2016-07-14T22", "registered", "agency", "", "nav", "violence", "yes", "no", "")
    ]


async def test_one_who_declined_has_a_month_and_nothing_else(database: Database, records: Records) -> None:
    await _keep(records, draft(answers={}, outcome="declined"))

    assert await _read(database) == [("2016-07", "declined", "", "", "", "", "", "", "")]


@pytest.mark.parametrize(
    ("first", "last", "left"),
    [
        (None, None, ["2016-06-30T23", "2016-07", "2016-07-01", "2016-07-14T22", "2016-08-01T00"]),
        ("2016-07-01", "2016-07-14", ["2016-07", "2016-07-01", "2016-07-14T22"]),
        ("2016-07-02", None, ["2016-07-14T22", "2016-08-01T00"]),
        (None, "2016-06-30", ["2016-06-30T23"]),
        ("2016-07-14", "2016-07-14", ["2016-07-14T22"]),
        ("2016-09-01", None, []),
    ],
)
async def test_both_days_are_included_to_their_last_hour(
    database: Database, records: Records, first: str | None, last: str | None, left: list[str]
) -> None:
    for time in ("2016-08-01T00", "2016-07-14T22", "2016-06-30T23", "2016-07-01"):
        await _keep(records, draft(time, at=time))
    await _keep(records, draft("declined", answers={}, at="2016-07-14T22", outcome="declined"))
    stretch = Stretch(*(day and date.fromisoformat(day) for day in (first, last)))

    rows = await _read(database, CALL, stretch)

    assert [row[0] for row in rows] == left


async def test_a_call_can_be_saved_while_others_are_read_out(database: Database, records: Records) -> None:
    await _keep(records, draft("a", at="2016-05-01"), draft("b", at="2016-06-01"))
    rows = Export(database, CALL).rows(EVER)
    first = await anext(rows)

    await _keep(records, draft("c", at="2016-06-02"))

    assert [first[0], *[row[0] async for row in rows]] == ["2016-05-01", "2016-06-01", "2016-06-02"]


async def test_what_is_read_out_can_be_imported_and_counts_the_same(
    database: Database, records: Records, tmp_path: Path
) -> None:
    await _keep(records, *VISITS_MADE)
    file = tmp_path / "visits.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([Export(database, VISITS).columns, *await _read(database, VISITS)])
    other = await Database.open(tmp_path / "other.db")

    await Records(other).save_all(read_drafts(file, VISITS, now=NOW), now=NOW)

    year = VISITS.key, date(2016, 1, 1), date(2017, 1, 1)
    assert await Counts(other).between(*year) == await Counts(database).between(*year)
    assert await _read(other, VISITS) == await _read(database, VISITS)
    await other.close()
