from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
DATES = st.lists(st.dates(date(2024, 1, 1), TODAY), unique=True).map(sorted)


def _month(name: str) -> Days:
    return Period.named(name).days


def _stretches(days: Sequence[date], today: date = TODAY) -> list[tuple[str, str]]:
    """Return the first and the last day of each stretch."""
    return [(str(use.first), str(use.last)) for use in RegisterUse.of(days, today).stretches]


def test_one_old_record_and_two_years_of_new_ones_do_not_make_the_years_between_known() -> None:
    since_2025 = [date(2025, 1, 7) + n * 14 * DAY for n in range(48)]

    use = RegisterUse.of([date(2016, 7, 14), *since_2025], TODAY)

    assert [(str(known.first), str(known.last)) for known in use.stretches] == [
        ("2016-07-14", "2016-07-14"),
        ("2025-01-01", "2026-11-22"),
    ]
    known = [
        month
        for year in range(2015, 2027)
        for month in Period.named(str(year)).months
        if use.touches(_month(month))
    ]
    assert known == ["2016-07", *Period.named("2025").months, *Period.named("2026").months[:11]]
    assert not use.covers(Period.named("2016").days)
    assert use.covers(Period.named("2025").days)


@pytest.mark.parametrize(
    ("gap", "stretches"),
    [
        (60, [("2026-03-10", "2026-05-09")]),
        (61, [("2026-03-10", "2026-03-10"), ("2026-05-10", "2026-05-10")]),
    ],
)
def test_after_more_than_sixty_days_without_a_record_a_new_stretch_begins(
    gap: int, stretches: list[tuple[str, str]]
) -> None:
    first = date(2026, 3, 10)

    assert _stretches([first, first + gap * DAY]) == stretches


@pytest.mark.parametrize(
    ("silent", "last"),
    [(0, "2026-08-10"), (25, "2026-09-04"), (59, "2026-10-08"), (60, "2026-08-10"), (90, "2026-08-10")],
)
def test_the_use_reaches_to_today_until_sixty_days_have_passed_without_a_record(silent: int, last: str) -> None:
    latest = date(2026, 8, 10)

    assert _stretches([latest], today=latest + silent * DAY) == [("2026-08-10", last)]


@pytest.mark.parametrize(
    ("first", "last", "stretch"),
    [
        ("2026-03-01", "2026-03-31", ("2026-03-01", "2026-03-31")),
        ("2026-03-07", "2026-03-25", ("2026-03-01", "2026-03-31")),
        ("2026-03-08", "2026-03-24", ("2026-03-08", "2026-03-24")),
        ("2026-02-07", "2026-02-22", ("2026-02-01", "2026-02-28")),
        ("2026-02-08", "2026-02-21", ("2026-02-08", "2026-02-21")),
        ("2026-06-08", "2026-06-24", ("2026-06-08", "2026-06-30")),
        ("2026-06-25", "2026-06-25", ("2026-06-25", "2026-06-30")),
    ],
)
def test_a_first_or_last_record_among_seven_days_at_its_month_s_edge_counts_for_them_all(
    first: str, last: str, stretch: tuple[str, str]
) -> None:
    assert _stretches([date.fromisoformat(first), date.fromisoformat(last)]) == [stretch]


def test_without_a_record_no_day_is_known() -> None:
    use = RegisterUse.of([], TODAY)

    assert use == RegisterUse()
    assert not use.touches(_month("2026-10"))
    assert not use.covers(_month("2026-10"))


@pytest.mark.parametrize(
    ("name", "touched", "covered", "whole"),
    [
        ("2026-02", False, False, True),
        ("2026-03", True, True, True),
        ("2026-06", True, True, True),
        ("2026-07", False, False, True),
        ("2026-T1", True, False, False),
        ("2026-Q2", True, True, True),
        ("2026", True, False, False),
    ],
)
def test_days_are_touched_by_any_use_covered_by_one_stretch_and_whole_if_covered_or_not_touched(
    name: str, touched: bool, covered: bool, whole: bool
) -> None:
    use = RegisterUse((Days(date(2026, 3, 1), date(2026, 7, 1)),))

    assert use.touches(_month(name)) == touched
    assert use.covers(_month(name)) == covered
    assert use.is_whole(_month(name)) == whole


@pytest.mark.parametrize(
    ("first", "name", "began"),
    [
        (date(2025, 6, 12), "2025", True),
        (date(2025, 6, 12), "2025-06", True),
        (date(2025, 6, 12), "2025-05", False),
        (date(2025, 6, 12), "2025-T3", False),
        (date(2025, 6, 12), "2026", False),
        (date(2025, 6, 1), "2025-T2", True),
        (date(2025, 6, 1), "2025-06", False),
    ],
)
def test_the_day_on_which_it_began_is_told_where_that_is_inside_the_days_and_not_of_a_new_stretch(
    first: date, name: str, began: bool
) -> None:
    use = RegisterUse((Days(first, date(2025, 9, 1)), Days(date(2026, 3, 1), TODAY)))

    assert use.began_in(Period.named(name).days) == (first if began else None)


@given(days=DATES)
def test_every_day_with_a_record_is_in_use_and_stretches_begin_and_end_within_a_week_of_one(
    days: list[date],
) -> None:
    use = RegisterUse.of(days, TODAY)

    assert all(use.covers(Days(day, day + DAY)) for day in days)
    assert all(_week(told.first, DAY) & set(days) for told in use.stretches)
    assert all(_week(told.last, -DAY) & set(days) for told in use.stretches[:-1])
    assert all(
        earlier.after <= later.first for earlier, later in zip(use.stretches, use.stretches[1:], strict=False)
    )


def _week(first: date, step: timedelta) -> set[date]:
    return {first + n * step for n in range(7)}
