import tracemalloc
from datetime import date

import pytest

from storage.database.connection import Database
from storage.forms.form import Form
from storage.hour import Hour
from storage.imports.comparison import Overlap
from storage.imports.file_row import FileRow, Said
from storage.imports.imports import Addition, ImportFile, Imports, NoSuchImport
from storage.records.records import Records, canonical
from storage.records.retention import Retention
from tests.example_forms import CALL, VISITS, changed
from tests.storage.imports.file_rows import file_row
from tests.storage.rows import NAV, NOW, RETENTION, SEAT, draft, rows

KEPT = "SELECT occurred_at, recorded_at, recorded_by, source, outcome, import_number FROM record ORDER BY id"
TIMES = "SELECT occurred_at FROM record ORDER BY id"


def row(at: str = "2016-07-14T22", agency: str = "nav") -> FileRow:
    """Return a row of a file: a call of an agency about violence."""
    return file_row(draft("", {**NAV, "agency": agency}, at=at))


def declined(at: str) -> FileRow:
    """Return a row of one who did not want to be registered."""
    return file_row(draft("", {}, at=at, outcome="declined"))


async def add(imports: Imports, *found: FileRow, form: Form = CALL, name: str = "", now: Hour = NOW) -> Addition:
    """Import these rows."""
    return await imports.add(form, found, RETENTION, name, now=now)


async def test_each_import_has_a_number_a_name_a_day_and_a_count_also_one_that_added_nothing(
    imports: Imports,
) -> None:
    await add(imports, row(), row(), name="Desk A")
    await add(imports, row())
    await add(imports)

    assert await imports.all() == [
        ImportFile(number=1, name="Desk A", form="call", day="2016-07-14", added=2, undone=0),
        ImportFile(number=2, name="", form="call", day="2016-07-14", added=0, undone=0),
        ImportFile(number=3, name="", form="call", day="2016-07-14", added=0, undone=0),
    ]


async def test_a_row_is_kept_as_nobodys_with_its_import_and_what_lies_back_loses_its_hour_at_once(
    database: Database, imports: Imports
) -> None:
    await add(imports, row("2016-07-07T23"), row("2016-07-07T22"), row("2015-01-02"), declined("2016-07-02"))

    assert sorted(rows(database.path, KEPT)) == [
        ("2015-01-02", "2016-07-14", None, "1:1", "registered", 1),
        ("2016-07", "2016-07", None, "1:2", "declined", 1),
        ("2016-07-07", "2016-07-14", None, "1:3", "registered", 1),
        ("2016-07-07T23", "2016-07-14", None, "1:4", "registered", 1),
    ]


@pytest.mark.parametrize(
    ("days", "kept"), [(2, "2016-07-10"), (4, "2016-07-10T23"), (31, "2016-07-10T23")], ids=["2", "4", "31"]
)
async def test_how_far_back_hours_are_kept_is_said_by_the_config(
    database: Database, imports: Imports, days: int, kept: str
) -> None:
    await imports.add(CALL, [row("2016-07-10T23")], Retention(own_hours=24, coarsen_days=days), now=NOW)

    assert rows(database.path, TIMES) == [(kept,)]


async def test_the_order_of_a_files_rows_tells_nothing_of_their_hours_nor_of_a_declined_calls_day(
    database: Database, imports: Imports
) -> None:
    one = [row("2016-06-01T03"), declined("2016-06-01"), row("2016-06-01T09", "police"), declined("2016-06-30")]
    await add(imports, *one, name="in order")
    await add(imports, *reversed(one), name="turned")

    places = "SELECT substr(source, 3), occurred_at, answers FROM record WHERE import_number = {} ORDER BY 1"
    assert rows(database.path, places.format(1)) == rows(database.path, places.format(2))


async def test_rows_are_the_same_by_day_whatever_the_hour_and_declined_ones_by_month(imports: Imports) -> None:
    await add(imports, row("2016-07-13T09"), row("2016-07-13T10"), declined("2016-07-02"))

    told = [
        await add(imports, row("2016-07-13"), row("2016-07-13T23"), declined("2016-07-14")),
        await add(imports, row("2016-07-13"), row("2016-07-13"), row("2016-07-13"), declined("2016-06-30")),
    ]

    assert [(addition.added, addition.known) for addition in told] == [(0, 3), (2, 2)]


@pytest.mark.parametrize(
    "other",
    [row("2016-07-12T22"), row(agency="police"), file_row(draft("", {}, outcome="unspecified"))],
    ids=["another day", "another answer", "another outcome"],
)
async def test_what_differs_in_day_outcome_or_answers_is_new(imports: Imports, other: FileRow) -> None:
    await add(imports, row())

    assert (await add(imports, row(), other)).added == 1


async def test_another_forms_records_are_not_compared(imports: Imports) -> None:
    unspecified = file_row(draft("", {}, outcome="unspecified"))
    await add(imports, unspecified)

    told = await add(imports, unspecified, form=VISITS)

    assert (told.added, told.overlap) == (1, None)


async def test_records_of_before_imports_had_numbers_are_held_under_no_name(
    records: Records, imports: Imports
) -> None:
    await records.save_all([draft("row:5e:1"), draft("row:5e:2")], now=NOW)

    assert (await add(imports, row(), row())).added == 0
    assert (await add(imports, row(), row(), name="Desk A")).added == 2


async def test_answers_are_the_same_though_the_form_has_its_questions_in_another_order_or_lost_one(
    records: Records, imports: Imports
) -> None:
    await records.save(draft(answers={**NAV, "gone": "yes"}), by=SEAT, now=NOW)
    turned = changed(CALL, entries=[*reversed(CALL.questions)])

    found = FileRow(NOW.day.isoformat(), Said("registered", canonical(turned, NAV)))
    assert (await add(imports, found, form=turned)).added == 0


async def test_what_overlaps_is_counted_with_its_days_whoever_registered_them(
    records: Records, imports: Imports
) -> None:
    await records.save(draft(at="2016-07-14T22"), by=SEAT, now=NOW)
    await add(imports, row("2016-07-10"), row("2016-06-03"))

    told = [
        await add(imports, row("2016-07-14", "police"), row("2016-07-10"), row("2016-07-11")),
        await add(imports, row("2016-07-10"), name="Desk A"),
        await add(imports, row("2016-05-01")),
    ]

    assert [(one.added, one.known, one.overlap) for one in told] == [
        (2, 1, Overlap(2, date(2016, 7, 10), date(2016, 7, 14))),
        (1, 0, Overlap(1, date(2016, 7, 10), date(2016, 7, 10))),
        (1, 0, None),
    ]


async def test_a_declined_call_overlaps_with_its_whole_month(imports: Imports) -> None:
    await add(imports, declined("2016-06-05"))

    told = await add(imports, declined("2016-06-20"))

    assert told.overlap == Overlap(1, date(2016, 6, 1), date(2016, 6, 30))


async def test_undoing_an_import_voids_its_rows_once_and_no_others(
    database: Database, records: Records, imports: Imports
) -> None:
    await records.save(draft(at="2016-07-14T22"), by=SEAT, now=NOW)
    await add(imports, row("2016-07-13"), declined("2016-07-02"))
    await add(imports, row("2016-07-12"))

    first = await imports.undo(1, now=NOW)
    second = await imports.undo(1, now=NOW.earlier(-24))

    assert (first.added, first.undone, second.undone) == (2, 0, 2)
    assert sorted(rows(database.path, "SELECT occurred_at, voided_at FROM record"), key=str) == [
        ("2016-07", "2016-07"),
        ("2016-07-12", None),
        ("2016-07-13", "2016-07-14"),
        ("2016-07-14T22", None),
    ]
    assert [(file.number, file.undone) for file in await imports.all()] == [(1, 2), (2, 0)]


async def test_there_is_no_undoing_an_import_that_never_was(imports: Imports) -> None:
    with pytest.raises(NoSuchImport, match="There is no import 3"):
        await imports.undo(3, now=NOW)


async def test_many_rows_are_not_held(imports: Imports) -> None:
    said = [Said("registered", f'{{"agency":"{number}"}}') for number in range(100)]
    found = (FileRow(f"2016-07-{n % 14 + 1:02}T{n % 24:02}", said[n % 100]) for n in range(20_000))
    tracemalloc.start()

    told = await imports.add(CALL, found, RETENTION, now=NOW)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told.added == 20_000
    assert peak < 2_000_000
