from datetime import date

import pytest

from handlers.statistics.visibility import Visibility
from reports.analysis.period import Period
from storage.people.seat import Role

TODAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("role", "last", "only_months"),
    [
        ("leader", TODAY, False),
        ("administrator", TODAY, False),
        ("staff", date(2026, 10, 31), True),
        (None, date(2026, 10, 31), True),
    ],
)
def test_leaders_see_up_to_today_and_others_whole_months_that_are_over(
    role: Role | None, last: date, *, only_months: bool
) -> None:
    assert Visibility.of(role, TODAY) == Visibility(TODAY, last, only_months=only_months)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("2026-03-12--2026-03-12", "2026-03"),
        ("2026-03-12--2026-04-15", "2026-03-01--2026-04-30"),
        ("2026-09-20--2026-11-03", "2026-09-01--2026-10-31"),
        ("2026-11-01--2026-11-02", "2026-10"),
        ("2026-01-02--2026-03-30", "2026-Q1"),
    ],
)
def test_of_a_stretch_of_days_staff_see_whole_months_and_leaders_all(asked: str, shown: str) -> None:
    days = Period.named(asked)

    assert Visibility.of("staff", TODAY).nearest(days) == Period.named(shown)
    assert Visibility.of("leader", TODAY).nearest(days) == days


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("2026-10", True),
        ("2026-Q3", True),
        ("2026-09-01--2026-10-31", True),
        ("2026-10-12--2026-10-12", False),
        ("2026-11", False),
        ("2026", False),
    ],
)
def test_more_is_told_of_what_staff_may_see_in_full(name: str, *, seen: bool) -> None:
    assert Visibility.of("staff", TODAY).sees(Period.named(name)) is seen
    assert Visibility.of("leader", TODAY).sees(Period.named(name))


@pytest.mark.parametrize(
    ("asked", "shown"), [("2026-10", "2026-10"), ("2026-11", "2026-10"), ("2026-T3", "2026-T3"), ("2027", "2026")]
)
def test_a_period_that_has_not_begun_to_be_seen_gives_way_to_the_latest_of_its_kind(
    asked: str, shown: str
) -> None:
    assert Visibility.of("staff", TODAY).nearest(Period.named(asked)) == Period.named(shown)


@pytest.mark.parametrize(("name", "day"), [("2026-10", TODAY), ("2026-T3", date(2026, 10, 31))])
def test_staff_see_a_running_period_as_it_was_at_the_end_of_last_month(name: str, day: date) -> None:
    assert Visibility.of("staff", TODAY).as_of(Period.named(name)) == day
