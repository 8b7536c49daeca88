"""Coverage, beside a model of it in plain Python."""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from sqlite3 import Connection, connect
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.figures.coverage import Coverage, coverage_between
from tests.example_forms import CALL

FIRST, AFTER = date(2026, 10, 1), date(2026, 12, 1)
DAYS = [date(2026, 9, 30) + timedelta(days=number) for number in range(63)]
ENDS = {"07:30": "15:00", "15:00": "22:30", "22:30": "07:30"}


@dataclass(frozen=True)
class Asked:
    """A shift as it is kept; ``records`` name it, and ``logged`` ones do no longer."""

    step: str
    counted: int | None
    outgoing: int | None
    logged: int | None
    records: int
    voided: int = 0
    declined: int = 0


@dataclass(frozen=True)
class Kept:
    """What is kept of some weeks: shifts by their beginning, listed days, records without a shift."""

    shifts: Mapping[str, Asked] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)
    records: Sequence[str] = ()
    declined: Mapping[str, int] = field(default_factory=dict)
    declined_in_shifts: Mapping[str, int] = field(default_factory=dict)
    late_in_shifts: Mapping[str, int] = field(default_factory=dict)

    def write(self, connection: Connection) -> None:
        """Put it all into a database file."""
        for began, shift in self.shifts.items():
            connection.execute(
                "INSERT INTO shift (began, ended, step, counted, outgoing, declined, logged)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (began, end(began), shift.step, shift.counted, shift.outgoing, shift.declined, shift.logged),
            )
        connection.executemany("INSERT INTO exchange_day VALUES (?, ?)", self.days.items())
        connection.executemany(
            "INSERT INTO declined_in_shifts VALUES (?, ?, ?)",
            [
                (month, self.declined_in_shifts.get(month, 0), self.late_in_shifts.get(month, 0))
                for month in self.declined_in_shifts.keys() | self.late_in_shifts.keys()
            ],
        )
        connection.executemany(
            "INSERT INTO record"
            " (form, fingerprint, occurred_at, recorded_at, source, outcome, answers, shift, voided_at)"
            " VALUES ('call', '', ?1, ?1, ?2, ?3, '{}', ?4, ?5)",
            [(row[0], str(number), *row[1:]) for number, row in enumerate(self._rows())],
        )

    def _rows(self) -> Iterator[tuple[str, str, str | None, str | None]]:
        for began, shift in self.shifts.items():
            yield from [(began[:13], "registered", began, None)] * shift.records
            yield from [(began[:13], "registered", began, "2026-12-01")] * shift.voided
        yield from ((day, "irrelevant", None, None) for day in self.records)
        for month, calls in self.declined.items():
            yield from [(month, "declined", None, None)] * calls


def end(began: str) -> str:
    """Return when a shift ended: the night's on the day after."""
    day, hour = began.split("T")
    later = date.fromisoformat(day) + timedelta(days=hour == "22:30")
    return f"{later}T{ENDS[hour]}"


def model(kept: Kept, first: date, after: date) -> Coverage:
    """Work out the coverage of a stretch of days, one thing after another."""
    days = {str(first + timedelta(days=number)) for number in range((after - first).days)}
    asked = {began: s for began, s in kept.shifts.items() if began[:10] in days and s.step != "open"}
    unlisted = [s for began, s in asked.items() if not {began[:10], end(began)[:10]} & kept.days.keys()]
    answered = [s for s in unlisted if s.counted is not None]
    told = [s.outgoing for s in asked.values() if s.outgoing is not None]
    listed = {day: calls for day, calls in kept.days.items() if day in days}
    whole = {month for month in _months(days) if all(day in listed for day in _days_of(month))}
    of_shifts, late = (
        sum(n for month, n in declined.items() if month in _months(days) - _months(set(listed)))
        for declined in (kept.declined_in_shifts, kept.late_in_shifts)
    )
    counted = sum(s.counted or 0 for s in answered)
    of_days = sum(n for month, n in kept.declined.items() if month in whole)
    on_days = sum(min(calls, _logged_on(kept, day)) for day, calls in listed.items())
    return Coverage(
        logged=min(
            late + sum(min(s.counted or 0, s.declined + s.records + (s.logged or 0)) for s in answered),
            counted,
        )
        + of_shifts
        + min(on_days + of_days, sum(listed.values())),
        counted=counted + of_shifts + sum(listed.values()),
        answered=len(answered),
        shifts=len(unlisted),
        days=len(listed),
        outgoing=sum(told),
        outgoing_shifts=len(told),
        asked=len(asked),
    )


def _months(days: set[str]) -> set[str]:
    return {day[:7] for day in days}


def _days_of(month: str) -> list[str]:
    return [f"{month}-{day:02}" for day in range(1, monthrange(int(month[:4]), int(month[5:]))[1] + 1)]


def _logged_on(kept: Kept, day: str) -> int:
    return kept.records.count(day) + sum(s.records for began, s in kept.shifts.items() if began[:10] == day)


SHIFTS = st.builds(
    Asked,
    step=st.sampled_from(["open", "incoming", "missing", "outgoing", "done"]),
    counted=st.none() | st.integers(0, 9),
    outgoing=st.none() | st.integers(0, 9),
    logged=st.none() | st.integers(0, 9),
    records=st.integers(0, 4),
    voided=st.integers(0, 2),
    declined=st.integers(0, 2),
)
SOME_DAYS = st.dictionaries(st.sampled_from(DAYS).map(str), st.integers(0, 9), max_size=8)
WHOLE_OCTOBER = st.fixed_dictionaries({day: st.integers(0, 3) for day in _days_of("2026-10")})
MONTHS = st.dictionaries(st.sampled_from(["2026-09", "2026-10", "2026-11", "2026-12"]), st.integers(0, 5))
KEPT = st.builds(
    Kept,
    shifts=st.dictionaries(
        st.builds("{}T{}".format, st.sampled_from(DAYS), st.sampled_from(list(ENDS))), SHIFTS, max_size=12
    ),
    days=SOME_DAYS | WHOLE_OCTOBER,
    records=st.lists(st.sampled_from(DAYS).map(str), max_size=12),
    declined=MONTHS,
    declined_in_shifts=MONTHS,
    late_in_shifts=MONTHS,
)


async def _coverage(kept: Kept, first: date = FIRST, after: date = AFTER) -> Coverage:
    with TemporaryDirectory() as folder:
        async with Database.open(Path(folder) / "vaktlogg.db") as database:
            with closing(connect(database.path)) as connection, connection:
                kept.write(connection)
            return await coverage_between(database, "call", first, after)


@given(kept=KEPT, months=st.sampled_from([(FIRST, AFTER), (FIRST, date(2026, 11, 1)), (date(2026, 11, 1), AFTER)]))
@settings(max_examples=40, deadline=None)
async def test_coverage_is_what_the_model_says_and_never_more_than_all(
    kept: Kept, months: tuple[date, date]
) -> None:
    coverage = await _coverage(kept, *months)

    assert coverage == model(kept, *months)
    assert coverage.logged <= coverage.counted


async def test_a_shift_that_did_not_answer_is_asked_and_nothing_more() -> None:
    silent = Asked("done", counted=None, outgoing=None, logged=None, records=3)
    answered = Asked("done", counted=5, outgoing=0, logged=None, records=3)

    coverage = await _coverage(Kept(shifts={"2026-10-03T07:30": silent, "2026-10-03T15:00": answered}))

    assert coverage == Coverage(logged=3, counted=5, answered=1, shifts=2, outgoing=0, outgoing_shifts=1, asked=2)


async def test_a_listed_day_goes_by_its_list_and_its_calls_out_by_the_shifts() -> None:
    shift = Asked("done", counted=5, outgoing=7, logged=None, records=3)

    coverage = await _coverage(Kept(shifts={"2026-10-03T07:30": shift}, days={"2026-10-03": 4, "2026-12-01": 9}))

    assert coverage == Coverage(logged=3, counted=4, days=1, outgoing=7, outgoing_shifts=1, asked=1)


async def test_where_nobody_has_told_anything_nothing_is_known() -> None:
    coverage = await _coverage(Kept(records=["2026-10-03"], declined={"2026-10": 2}))

    assert coverage == Coverage()
    assert not coverage.known


async def test_only_the_form_that_the_telephone_counts_has_any(database: Database) -> None:
    with closing(connect(database.path)) as connection, connection:
        Kept(days={"2026-10-03": 4}).write(connection)

    counts = Counts(database, CALL.key)

    assert (await counts.coverage("call", FIRST, AFTER)).days == 1
    assert await counts.coverage("outgoing", FIRST, AFTER) == Coverage()
    assert await Counts(database).coverage("call", FIRST, AFTER) == Coverage()
