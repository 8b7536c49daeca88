"""How many calls out there are for each call in."""

import pytest

from reports.statements.ratios import ratio_statement
from tests.reports.outgoing import OUTGOING
from tests.reports.summaries import months, summary

TWO_YEARS = [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 11)]


def test_it_is_told_of_the_same_days_and_of_the_year_before() -> None:
    out = summary("2026-10", months(("2025-10", 90), ("2026-10", 120), answers={"to": "nav"}), OUTGOING)
    into = summary("2026-10", months(("2025-10", 45), ("2026-10", 40)))

    told = ratio_statement(out, into)

    assert told is not None
    assert (told.now, told.before) == (3.0, 2.0)


@pytest.mark.parametrize(
    ("out", "into"),
    [(120, 19), (0, 40)],
    ids=["few calls in", "no calls out"],
)
def test_of_few_calls_nothing_is_told(out: int, into: int) -> None:
    of = summary("2026-10", months(("2026-10", out), answers={"to": "nav"}) if out else [], OUTGOING)

    assert ratio_statement(of, summary("2026-10", months(("2026-10", into)))) is None


def test_where_the_year_before_had_few_calls_in_only_this_year_is_told() -> None:
    out = summary("2026-10", months(("2025-10", 90), ("2026-10", 120), answers={"to": "nav"}), OUTGOING)
    into = summary("2026-10", months(("2025-10", 19), ("2026-10", 40)))

    told = ratio_statement(out, into)

    assert told is not None
    assert (told.now, told.before) == (3.0, None)


def test_a_register_that_was_begun_within_the_days_is_not_set_against_another() -> None:
    out = summary("2026", months(("2026-05", 90), ("2026-10", 120), answers={"to": "nav"}), OUTGOING)
    into = summary("2026", months(*((name, 40) for name in TWO_YEARS)))

    assert ratio_statement(out, into) is None
