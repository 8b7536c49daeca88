"""What becomes of stays in a file: compared by their months, kept with their days, and taken back."""

from datetime import date

import pytest

from storage.database.connection import Database
from storage.imports.comparison import DaysNeeded
from storage.imports.imports import DaysAreGone, Imports
from storage.stays.nights import Nights
from storage.stays.stay import Arrival
from storage.stays.stays import Stays
from tests.storage.imports.stay_files import GUEST, LATER, TODAY, add, cut, exported, row
from tests.storage.letters import sentence_of
from tests.storage.rows import SEAT, rows

STAYS = """
    SELECT arrived, left, last_night, person, stay.form, occurred_at, outcome
    FROM stay JOIN record ON id = record ORDER BY 1, 2, 4
"""
LEFT = "SELECT (SELECT count(*) FROM record), (SELECT count(*) FROM stay)"
TWO = [row("2016-07-03", "2016-07-05"), row("2016-07-10", "2016-07-12")]


async def test_a_stay_is_kept_with_its_days_its_last_night_and_whose_nights_it_has(database: Database) -> None:
    await add(
        database,
        [
            row("2016-06-30", "2016-07-01"),
            row("2016-07-03", sex="man"),
            row("2016-07-04", "2016-08-01", "declined"),
        ],
    )

    assert rows(database.path, STAYS) == [
        ("2016-06-30", "2016-07-01", "2016-06-30", "woman", "guest", "2016-06", "registered"),
        ("2016-07-03", None, None, "man", "guest", "2016-07", "registered"),
        ("2016-07-04", "2016-08-01", "2016-07-31", "woman", "guest", "2016-07", "declined"),
    ]


async def test_a_stay_that_was_imported_is_found_changed_and_removed_like_any_other(database: Database) -> None:
    await add(database, [row("2016-07-03")])
    stays = Stays(database)
    [stay] = await stays.open()

    await stays.remove(stay.source, stay.revision)

    assert (stay.person, stay.answers) == ("woman", {"sex": "woman"})
    assert rows(database.path, LEFT) == [(0, 0)]


async def test_of_equal_rows_only_those_beyond_what_is_held_are_new_whoever_registered_it(
    database: Database,
) -> None:
    kept = Arrival(GUEST, "a", "registered", "woman", date(2016, 7, 3), {"sex": "woman"}, left=date(2016, 7, 5))
    await Stays(database).begin(kept, by=SEAT, now=TODAY)

    told = [await add(database, [*TWO, *TWO[:1]]) for _ in range(2)]

    assert [(addition.added, addition.known) for addition in told] == [(2, 1), (0, 3)]
    assert await exported(database) == [tuple(one) for one in (*TWO[:1], *TWO)]


@pytest.mark.parametrize(
    "other",
    [
        row("2016-07-03"),
        row("2016-07-03", "2016-08-05"),
        row("2016-06-30", "2016-07-05"),
        row("2016-07-03", "2016-07-05", sex="man"),
        row("2016-07-03", "2016-07-05", "declined"),
        row("2016-07-03", "2016-07-05", children="2"),
    ],
    ids=["still there", "another month of leaving", "another of arrival", "an answer", "an outcome", "a number"],
)
async def test_what_differs_in_a_month_the_outcome_or_an_answer_is_new(
    database: Database, other: list[str]
) -> None:
    await add(database, TWO[:1])

    assert (await add(database, [*TWO[:1], other])).added == 1


async def test_of_those_who_declined_it_tells_them_apart_whose_nights_they_have(database: Database) -> None:
    man, woman = (row("2016-07-03", "2016-07-05", "declined", sex) for sex in ("man", "woman"))
    await add(database, [man])

    assert [(await add(database, [man, woman])).added for _ in range(2)] == [1, 0]


async def test_of_rows_alike_by_their_months_the_one_whose_days_are_held_is_known(database: Database) -> None:
    await add(database, TWO[1:])
    await add(database, TWO)

    assert await exported(database) == [tuple(one) for one in TWO]


async def test_stays_of_a_source_with_a_name_are_compared_with_that_sources_alone(database: Database) -> None:
    told = [await add(database, TWO, name=name) for name in ("Hus A", "Hus B", "Hus A")]

    assert [addition.added for addition in told] == [2, 2, 0]


async def test_an_overlap_is_told_by_months(database: Database) -> None:
    await add(database, TWO)

    overlap = (await add(database, [row("2016-07-30"), row("2016-08-01")])).overlap

    assert overlap is not None
    assert (overlap.rows, overlap.first, overlap.last) == (1, date(2016, 7, 1), date(2016, 7, 31))


async def test_once_the_days_are_gone_the_same_file_and_an_export_add_nothing(database: Database) -> None:
    await add(database, [*TWO, row("2016-07-03", "2016-07-05", "declined", sex="man")])
    before = await exported(database)
    await cut(database)
    after = await exported(database)

    told = [await add(database, file, now=LATER) for file in (before, after)]

    assert {cells[:2] for cells in after} == {("2016-07", "2016-07")}
    assert [(addition.added, addition.known) for addition in told] == [(0, 3), (0, 3)]


async def test_months_alone_are_known_where_the_days_are_held(database: Database) -> None:
    await add(database, TWO)

    assert (await add(database, [row("2016-07", "2016-07")])).known == 1


async def test_months_alone_are_a_fault_where_nothing_like_them_is_held_and_nothing_is_kept(
    database: Database,
) -> None:
    await add(database, TWO[:1])
    months = row("2016-07", "2016-07")

    with pytest.raises(DaysNeeded) as fault:
        await add(database, [*TWO[:1], months, row("2016-08-01"), months])

    assert sentence_of(fault.value) == (
        "Ingenting er importert. Rader som ikke kan leses: 2.\n"
        "linje 3: måneden er nok bare for det som er kjent fra før, for døgnene telles etter dager\n"
        "linje 5: måneden er nok bare for det som er kjent fra før, for døgnene telles etter dager"
    )
    assert rows(database.path, LEFT) == [(1, 1)]
    assert [file.number for file in await Imports(database).all()] == [1]


async def test_an_import_of_stays_is_taken_back_without_a_trace_and_can_be_imported_again(
    database: Database,
) -> None:
    await add(database, TWO[:1])
    await add(database, [*TWO, row("2016-07-04", outcome="declined")])

    await Imports(database).undo(2, now=TODAY)

    assert rows(database.path, LEFT) == [(1, 1)]
    assert [(file.added, file.undone) for file in await Imports(database).all()] == [(1, 0), (2, 2)]
    assert (await add(database, TWO)).added == 1


async def test_where_days_of_an_import_are_gone_it_is_not_taken_back_and_nothing_changes(
    database: Database,
) -> None:
    await add(database, [*TWO, row("2016-09-20")])
    await cut(database)
    before = await exported(database)

    with pytest.raises(DaysAreGone) as fault:
        await Imports(database).undo(1, now=LATER)

    assert sentence_of(fault.value) == (
        "Import 1 har opphold der dagene ikke lenger er tatt vare på: døgnene deres er talt for godt."
        " Ingenting er endret."
    )
    assert await exported(database) == before


async def test_nights_are_counted_of_what_was_imported(database: Database) -> None:
    await add(database, [*TWO, row("2016-07-30", sex="man")])

    [july] = await Nights(database).months("guest", date(2016, 7, 1), date(2016, 8, 1), TODAY.day)

    assert (july.nights, july.arrivals) == ({"woman": 4, "man": 2}, {"woman": 2, "man": 1})
