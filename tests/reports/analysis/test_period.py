import calendar
from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports.analysis.period import Days, Kind, NotAPeriod, Period

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
KINDS = st.sampled_from(get_args(Kind))
PERIODS = st.builds(Period.containing, DAYS, KINDS)


@given(day=DAYS, kind=KINDS)
def test_every_day_is_in_exactly_one_period_of_each_kind(day: date, kind: Kind) -> None:
    period = Period.containing(day, kind)

    assert day in period.days
    assert day not in period.earlier.days
    assert day not in period.later.days
    assert period.earlier.after == period.first
    assert period.after == period.later.first


@given(period=PERIODS)
def test_a_name_names_its_period(period: Period) -> None:
    assert Period.named(period.name) == period


@given(period=PERIODS)
def test_the_months_of_a_period_partition_it(period: Period) -> None:
    months = [Period.named(name).days for name in period.months]

    assert months[0].first == period.first
    assert months[-1].after == period.after
    assert all(month.after == following.first for month, following in pairwise(months))


@given(period=PERIODS)
def test_earlier_and_later_undo_each_other(period: Period) -> None:
    assert period.earlier.later == period.later.earlier == period


@given(period=PERIODS, kind=KINDS)
def test_within_holds_the_last_day(period: Period, kind: Kind) -> None:
    assert period.days.last in period.within(kind).days


@given(period=PERIODS)
def test_a_year_before_is_the_same_period_of_the_year_before(period: Period) -> None:
    assert period.a_year_before.days == period.days.a_year_before
    assert period.a_year_before.first == period.first.replace(year=period.first.year - 1)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-T1", date(2016, 1, 1), date(2016, 4, 30)),
        ("2016-T2", date(2016, 5, 1), date(2016, 8, 31)),
        ("2016-T3", date(2016, 9, 1), date(2016, 12, 31)),
    ],
)
def test_names_mean_these_days(name: str, first: date, last: date) -> None:
    period = Period.named(name)

    assert (period.first, period.days.last) == (first, last)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "16",
        "1899",
        "2200",
        "2016-00",
        "2016-13",
        "2016-7",
        "2016-T0",
        "2016-T4",
        "2016-t2",
        " 2016",
        "２０１６",
    ],
)
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(NotAPeriod, match="2016, 2016-07 or 2016-T2"):
        Period.named(name)


@given(period=PERIODS, today=DAYS)
def test_a_period_runs_from_its_first_day_to_its_last(period: Period, today: date) -> None:
    days = period.so_far(today)

    assert period.running(today) == (period.first <= today <= period.days.last)
    assert days.first == period.first
    assert days.last == (today if period.running(today) else period.days.last)


@pytest.mark.parametrize(
    ("period", "today", "first", "last"),
    [
        ("2026-11", date(2026, 11, 22), date(2025, 11, 1), date(2025, 11, 22)),
        ("2026", date(2026, 1, 1), date(2025, 1, 1), date(2025, 1, 1)),
        ("2024-02", date(2024, 2, 28), date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-02", date(2024, 2, 29), date(2023, 2, 1), date(2023, 2, 28)),
        ("2025-02", date(2025, 2, 27), date(2024, 2, 1), date(2024, 2, 27)),
        ("2025-02", date(2025, 2, 28), date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-T1", date(2024, 3, 1), date(2023, 1, 1), date(2023, 3, 1)),
    ],
)
def test_a_running_period_is_set_against_the_same_days_a_year_before(
    period: str, today: date, first: date, last: date
) -> None:
    before = Period.named(period).so_far(today).a_year_before

    assert (before.first, before.last) == (first, last)


@example(day=date(2024, 2, 29), length=1)
@given(day=DAYS, length=st.integers(1, 400))
def test_the_same_days_a_year_before_are_as_many_but_for_a_leap_day(day: date, length: int) -> None:
    days = Days(day, day + timedelta(days=length))

    leaps = calendar.leapdays(days.first.year - 1, days.last.year + 2)
    assert abs(days.a_year_before.count - days.count) <= leaps
    assert days.a_year_before.first < days.a_year_before.after
