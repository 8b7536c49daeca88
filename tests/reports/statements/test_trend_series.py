from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from reports.analysis.baseline import EarlierFigure
from reports.analysis.period import Period
from reports.analysis.summary import summarise
from reports.statements.trends import (
    YearTotal,
    YearValue,
    comparable_years,
    share_trend,
    share_values,
    total_trend,
    total_values,
)
from storage.figures.counts import AnswerCount
from storage.figures.coverage import Coverage
from tests.example_forms import CALL
from tests.reports.summaries import TODAY, counted_year, months, summary_rows, with_coverage


@pytest.mark.parametrize(
    ("totals", "rises"),
    [
        pytest.param((10, 20, 30), True, id="up"),
        pytest.param((30, 20, 10), False, id="down"),
        pytest.param((10, 30, 20), None, id="the last step is down"),
        pytest.param((10, 20, 20), None, id="the last step is none"),
        pytest.param((10, 26, 2, 11), None, id="the slope is down"),
        pytest.param((20, 1, 15, 19), None, id="the last is below the first"),
        pytest.param((20, 10, 20), None, id="the last is the first, and the slope is none"),
        pytest.param((20, 20, 20), None, id="level"),
    ],
)
def test_a_trend_has_its_slope_its_last_step_and_its_ends_in_one_direction(
    totals: tuple[int, ...], rises: bool | None
) -> None:
    told = total_trend([YearTotal(Period.named(f"{2020 + n}"), total) for n, total in enumerate(totals)])

    assert (told and told.rises) == rises


@pytest.mark.parametrize(
    ("figures", "steadily"),
    [
        ((EarlierFigure(126, 900), EarlierFigure(90, 900), EarlierFigure(63, 900)), True),
        ((EarlierFigure(126, 900), EarlierFigure(90, 900), EarlierFigure(89, 900)), False),
        ((EarlierFigure(None, 900, Decimal("10.4")), EarlierFigure(90, 900), EarlierFigure(63, 900)), True),
        ((EarlierFigure(None, 900, Decimal(10)), EarlierFigure(89, 900), EarlierFigure(63, 900)), False),
    ],
)
def test_every_year_counts_as_a_step_by_the_shares_as_they_are_printed(
    figures: tuple[EarlierFigure, ...], steadily: bool
) -> None:
    told = share_trend([YearValue(Period.named(f"{2023 + n}"), figure) for n, figure in enumerate(figures)])

    assert told
    assert (told.rises, told.steadily) == (False, steadily)


def _background(year: int, unknown: int) -> list[AnswerCount]:
    """Let 900 be asked of their background in January, of whom so many do not know."""
    yes = (900 - unknown) // 2
    answers = {"yes": yes, "no": 900 - unknown - yes, "unknown": unknown}
    return [row for key, n in answers.items() for row in months((f"{year}-01", n), answers={"minority": key})]


@pytest.mark.parametrize(
    ("unknown", "first"),
    [
        ({2022: 20, 2023: 20, 2024: 20, 2025: 20}, 2022),
        ({2022: 300, 2023: 20, 2024: 20, 2025: 20}, 2023),
        ({2022: 20, 2023: 300, 2024: 300, 2025: 300}, 2023),
        ({2022: 20, 2023: 20, 2024: 20, 2025: 300}, 2025),
        ({2022: 60, 2023: 55, 2024: 50, 2025: 45}, 2022),
    ],
)
def test_where_the_part_not_known_has_moved_a_line_of_shares_begins(
    unknown: Mapping[int, int], first: int
) -> None:
    rows = [row for year, n in unknown.items() for row in _background(year, n)]
    years = [counted_year(str(year), rows) for year in unknown if year < 2025]
    of = summarise(CALL, Period.named("2025"), TODAY, replace(summary_rows("2025", rows), years=years))

    minority = CALL.by_key["minority"]
    values = share_values(of, minority, minority.option("yes"), comparable_years(of, minority))

    assert [value.year.name for value in values] == [str(year) for year in range(first, 2026)]


@pytest.mark.parametrize(
    ("logged", "first"),
    [
        ({2022: 800, 2023: 800, 2024: 800, 2025: 800}, 2022),
        ({2022: 600, 2023: 800, 2024: 800, 2025: 800}, 2023),
        ({2022: 800, 2023: 800, 2024: 800, 2025: 600}, 2025),
        ({2022: 600, 2023: None, 2024: 800, 2025: 800}, 2022),
    ],
)
def test_where_coverage_has_moved_a_line_of_totals_begins(logged: Mapping[int, int | None], first: int) -> None:
    known = {year: Coverage(logged=n, counted=1000) if n else Coverage() for year, n in logged.items()}
    rows = [row for year in logged for row in months((f"{year}-01", 900))]
    years = [replace(counted_year(str(year), rows), coverage=known[year]) for year in logged if year < 2025]
    of = summarise(CALL, Period.named("2025"), TODAY, replace(summary_rows("2025", rows), years=years))

    values = total_values(with_coverage(of, known[2025]))

    assert [value.year.name for value in values] == [str(year) for year in range(first, 2026)]
