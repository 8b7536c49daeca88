from collections.abc import Mapping
from dataclasses import replace

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import Summary
from reports.statements.seasons import seasons
from tests.reports.summaries import CRISIS, month_tallies, months, summary


def _of(calls: Mapping[str, int], crises: Mapping[str, int] | None = None) -> Summary:
    """Summarise October of a register with these months in its history."""
    rows = months(*calls.items()) + months(*(crises or {}).items(), answers=CRISIS)
    return replace(summary("2026-10", rows), history=month_tallies(rows))


def _every(first: str, last: str, calls: int = 60) -> dict[str, int]:
    told = [month for year in range(2022, 2027) for month in Period.named(str(year)).months]
    return {month: calls for month in told if first <= month <= last}


@pytest.mark.parametrize(
    ("calls", "known"),
    [
        (_every("2023-11", "2026-10"), True),
        (_every("2023-12", "2026-10"), False),
        (_every("2023-11", "2026-10") | {"2024-05": 0}, True),
        (_every("2023-11", "2026-10") | {"2024-05": 0, "2025-05": 0, "2026-05": 0}, False),
        ({}, False),
    ],
)
def test_seasons_are_known_where_each_month_of_the_year_is_three_times_and_has_had_a_call(
    calls: Mapping[str, int], known: bool
) -> None:
    found = seasons(_of(calls), lambda month: month.total)

    assert list(found) == ([11, 12, *range(1, 11)] if known else [])


def test_a_jump_from_40_to_240_a_month_is_no_season() -> None:
    calls = _every("2023-03", "2023-12", 40) | _every("2024-01", "2026-12", 240)

    found = seasons(_of(calls), lambda month: month.total)

    # Of equal counts the shorter month is the busier one by the day.
    assert found[2] == max(found.values())
    assert max(found.values()) / min(found.values()) == pytest.approx(31 / 28, rel=0.02)


def test_it_is_told_what_is_counted_of_a_month() -> None:
    calls = _every("2023-11", "2026-10")
    crises = {month: 20 if month.endswith("12") else 5 for month in calls}

    found = seasons(_of(calls, crises), lambda month: month.highlighted)

    assert found[12] / found[1] == pytest.approx(4, rel=0.01)
