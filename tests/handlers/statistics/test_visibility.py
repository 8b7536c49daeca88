from datetime import date

import pytest

from handlers.statistics.visibility import Visibility
from reports.analysis.period import Period
from storage.people.staff import Role

TODAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("role", "last"),
    [
        ("leader", TODAY),
        ("administrator", TODAY),
        ("staff", date(2026, 10, 31)),
        (None, date(2026, 10, 31)),
    ],
)
def test_leaders_see_up_to_today_and_others_whole_months_that_are_over(role: Role | None, last: date) -> None:
    assert Visibility.of(role, TODAY) == Visibility(TODAY, last)


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
