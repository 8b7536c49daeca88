from collections.abc import Sequence
from datetime import date

import pytest

from handlers.statistics.period_buttons import PeriodButtons
from handlers.statistics.visibility import Visibility
from handlers.tap.actions import ChoosePeriod, OpenPeriod, ShowPeriod
from handlers.view import Button
from reports.analysis.period import Period
from reports.words.language import Language
from storage.people.seat import Role
from tests.example_forms import CALL

TODAY = date(2026, 11, 3)


def buttons(since: str | None, *typed: str, role: Role = "leader") -> PeriodButtons:
    """Return the buttons to what is known from a month on, and to periods from earlier reports."""
    known = [Period.named(name) for name in typed]
    first = Period.named(since) if since else None
    return PeriodButtons(CALL, Visibility.of(role, TODAY), first, known, Language("nb"))


def labels(rows: Sequence[Sequence[Button]]) -> list[list[str]]:
    """Return what stands on the buttons."""
    return [[button.label for button in row] for row in rows]


@pytest.mark.parametrize(
    ("name", "around"),
    [
        ("2025-04", ["‹ Mars 2025", "Mai 2025 ›"]),
        ("2025-03", ["April 2025 ›"]),
        ("2026-11", ["‹ Oktober 2026"]),
        ("2019-07", ["Mars 2025 ›"]),
        ("2025", ["2026 ›"]),
        ("2025-Q2", ["‹ 1.\u00a0kvartal 2025", "3.\u00a0kvartal 2025 ›"]),
        ("2026-03-01--2026-04-15", ["‹ 1. mars–15. apr. 2025"]),
        ("2025-03-01--2025-04-15", []),
    ],
)
def test_around_a_period_stand_those_of_which_anything_is_known(name: str, around: list[str]) -> None:
    rows = labels(list(buttons("2025-03").rows(Period.named(name))))

    assert rows[:-2] == ([around] if around else [])


@pytest.mark.parametrize(
    ("name", "around"),
    [
        ("2025", ["‹ 2015", "2026 ›"]),
        ("2015", ["‹ 2014", "2025 ›"]),
        ("2014", ["2015 ›"]),
        ("2020", ["‹ 2015", "2025 ›"]),
        ("2012", ["2014 ›"]),
    ],
)
def test_years_without_figures_are_stepped_over(name: str, around: list[str]) -> None:
    rows = labels(list(buttons("2025-03", "2014", "2015").rows(Period.named(name))))

    assert rows[0] == around


def test_where_nothing_is_registered_there_is_nowhere_to_step() -> None:
    assert labels(list(buttons(None).rows(Period.named("2026-11")))) == [["Tertial", "År"], ["Annen periode"]]


def test_staff_step_no_further_than_the_last_whole_month() -> None:
    rows = list(buttons("2025-03", role="staff").rows(Period.named("2026-10")))

    assert labels(rows)[0] == ["‹ September 2026"]


def test_longer_periods_hold_the_last_day_of_the_one_shown() -> None:
    [*_, kinds, other] = buttons("2025-03").rows(Period.named("2025-04"))

    assert [button.tap for button in kinds] == [
        ShowPeriod(CALL, Period.named("2025-T1")),
        ShowPeriod(CALL, Period.named("2025")),
    ]
    assert [button.tap for button in other] == [ChoosePeriod(CALL, Period.named("2025"))]


def test_a_year_offers_its_months_and_tertials_as_far_as_they_are_known() -> None:
    shown = buttons("2025-03").choice(Period.named("2025"))

    assert shown.text == "Hvilken periode?"
    assert labels(shown.rows) == [
        ["Mars", "April", "Mai"],
        ["Juni", "Juli", "August"],
        ["September", "Oktober", "November"],
        ["Desember"],
        ["1.\u00a0tertial", "2.\u00a0tertial", "3.\u00a0tertial"],
        ["Hele 2025"],
        ["2026 ›"],
    ]
    assert shown.rows[0][0].tap == OpenPeriod(CALL, Period.named("2025-03"))


def test_a_running_year_offers_what_has_begun() -> None:
    shown = buttons("2025-03").choice(Period.named("2026"))

    assert labels(shown.rows)[3:] == [
        ["Oktober", "November"],
        ["1.\u00a0tertial", "2.\u00a0tertial", "3.\u00a0tertial"],
        ["Hele 2026"],
        ["‹ 2025"],
    ]
