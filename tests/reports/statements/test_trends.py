from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary import EarlierYear, Summary, summarise
from reports.statements.answers import AnswerStatement
from reports.statements.statements import Statements
from reports.statements.trends import TotalTrendStatement, YearTotal
from storage.figures.counts import AnswerCount
from storage.figures.history import TOTAL, PrintedFigure
from storage.forms.form import Form
from tests.example_forms import CALL, changed
from tests.reports.forms import with_questions
from tests.reports.summaries import (
    CRISIS,
    PLAIN,
    TODAY,
    counted_year,
    months,
    printed_year,
    summary_rows,
)

AGENCY = CALL.by_key["agency"]
Years = Mapping[int, int | PrintedFigure]
"""Calls to the health services of 900, year by year, or what an earlier report prints."""


def _calls(year: int, health: int, of: int = 900) -> list[AnswerCount]:
    """Spread the calls over the year, the health services' and NAV's."""
    agencies = {"health": health, "nav": of - health}
    return [
        row
        for agency, n in agencies.items()
        for month in range(12)
        for row in months((f"{year}-{month + 1:02}", (n + month) // 12), answers={**PLAIN, "agency": agency})
    ]


def _year(form: Form, year: int, figure: int | PrintedFigure) -> EarlierYear:
    if isinstance(figure, int):
        return counted_year(str(year), _calls(year, figure), form)
    return printed_year(str(year), {("agency", "health"): figure, TOTAL: PrintedFigure(900)}, form)


def _summary(years: Years, form: Form = CALL, name: str = "2025") -> Summary:
    """Summarise the last of these years, beside the earlier ones."""
    counted = [row for year, n in years.items() if isinstance(n, int) for row in _calls(year, n)]
    earlier = [_year(form, year, figure) for year, figure in years.items() if year < int(name)]
    rows = replace(summary_rows(name, counted), years=earlier)
    return summarise(form, Period.named(name), TODAY, rows)


def _health(of: Summary) -> AnswerStatement:
    [agency] = [told for told in Statements(of).questions if told.question.key == "agency"]
    return next(answer for answer in agency.answers if answer.option.key == "health")


def _trend(of: Summary) -> tuple[list[str], bool, bool] | None:
    """Return the years of the health services' trend, whether it rises, and whether at every step."""
    trend = _health(of).trend
    return ([value.year.name for value in trend.values], trend.rises, trend.steadily) if trend else None


@pytest.mark.parametrize(
    ("years", "trend"),
    [
        ({2023: 126, 2024: 90, 2025: 63}, (["2023", "2024", "2025"], False, True)),
        ({2023: 63, 2024: 90, 2025: 126}, (["2023", "2024", "2025"], True, True)),
        ({2022: 126, 2023: 90, 2024: 90, 2025: 60}, (["2022", "2023", "2024", "2025"], False, False)),
        ({2022: 126, 2023: 80, 2024: 95, 2025: 60}, (["2022", "2023", "2024", "2025"], False, False)),
        ({2023: 160, 2024: 60, 2025: 75}, None),
        ({2023: 90, 2024: 88, 2025: 85}, None),
        ({2024: 126, 2025: 63}, None),
    ],
)
def test_a_clear_trend_of_three_years_or_more_is_told_by_its_steps_unless_the_last_turns(
    years: Years, trend: tuple[list[str], bool, bool] | None
) -> None:
    assert _trend(_summary(years)) == trend


def test_a_trend_begins_after_a_year_of_which_nothing_is_known() -> None:
    assert _trend(_summary({2020: 200, 2022: 126, 2023: 110, 2024: 90, 2025: 60})) == (
        ["2022", "2023", "2024", "2025"],
        False,
        True,
    )
    assert _trend(_summary({2021: 200, 2022: 160, 2024: 126, 2025: 63})) is None


@pytest.mark.parametrize(
    ("printed", "years"),
    [
        (PrintedFigure(count=126), ["2023", "2024", "2025"]),
        (PrintedFigure(percent=Decimal("14.0"), base=900), ["2023", "2024", "2025"]),
        (PrintedFigure(percent=Decimal("14.0")), None),
        (PrintedFigure(count=126, worked_back=True), None),
    ],
)
def test_a_figure_of_an_earlier_report_is_a_step_where_it_says_of_how_many(
    printed: PrintedFigure, years: list[str] | None
) -> None:
    trend = _health(_summary({2023: printed, 2024: 90, 2025: 63})).trend

    assert (trend and [value.year.name for value in trend.values]) == years


def test_a_printed_share_is_tested_as_the_count_behind_it_nearest_to_the_others() -> None:
    rough = PrintedFigure(percent=Decimal(14), base=900)  # 122 to 130
    fine = PrintedFigure(percent=Decimal("14.4"), base=900)  # 130

    clear = [_trend(_summary({2023: printed, 2024: 100, 2025: 80})) is not None for printed in (rough, fine)]

    assert clear == [False, True]


def test_across_a_change_of_the_question_there_is_no_trend() -> None:
    changing = with_questions(CALL, changed(AGENCY, since=date(2024, 1, 1)))

    assert _trend(_summary({2023: 126, 2024: 90, 2025: 63}, changing)) is None


def test_a_year_that_is_not_over_or_not_in_use_all_the_time_has_no_trend() -> None:
    running = _summary({2024: 126, 2025: 90, 2026: 55}, name="2026")
    whole = _summary({2023: 126, 2024: 90, 2025: 63})
    begun_late = replace(whole, use=RegisterUse((Days(date(2025, 2, 1), date(2026, 11, 23)),)))

    assert _health(running).trend is None
    assert _trend(begun_late) is None
    assert Statements(begun_late).total_trend is None


def test_of_few_calls_there_is_no_trend_of_shares() -> None:
    few = {2023: 19, 2024: 10, 2025: 1}
    years = [counted_year(str(year), _calls(year, few[year], of=19)) for year in (2023, 2024)]
    rows = replace(summary_rows("2025", _calls(2025, 1, of=19)), years=years)

    assert _health(summarise(CALL, Period.named("2025"), TODAY, rows)).trend is None


def _totals(years: Mapping[int, int]) -> Statements:
    earlier = [
        printed_year(str(year), {TOTAL: PrintedFigure(total)}) for year, total in years.items() if year < 2025
    ]
    rows = replace(summary_rows("2025", _calls(2025, 0, of=years[2025])), years=earlier)
    return Statements(summarise(CALL, Period.named("2025"), TODAY, rows))


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ({2023: 700, 2024: 800, 2025: 900}, (True, True)),
        ({2023: 900, 2024: 800, 2025: 700}, (False, True)),
        ({2022: 600, 2023: 800, 2024: 780, 2025: 900}, (True, False)),
        ({2023: 600, 2024: 950, 2025: 900}, None),
        ({2023: 880, 2024: 890, 2025: 900}, None),
        ({2024: 600, 2025: 900}, None),
    ],
)
def test_a_clear_trend_of_the_total_is_told_by_its_steps(
    years: Mapping[int, int], told: tuple[bool, bool] | None
) -> None:
    trend = _totals(years).total_trend

    values = [YearTotal(Period.named(str(year)), total) for year, total in years.items()]
    assert trend == (TotalTrendStatement(values, *told) if told else None)


def test_the_highlighted_have_a_trend_like_any_answer() -> None:
    rows = [
        row
        for year, crises in {2023: 90, 2024: 150, 2025: 216}.items()
        for row in (*months((f"{year}-01", 900 - crises)), *months((f"{year}-01", crises), answers=CRISIS))
    ]
    years = [counted_year(str(year), rows) for year in (2023, 2024)]
    of = summarise(CALL, Period.named("2025"), TODAY, replace(summary_rows("2025", rows), years=years))

    trends = [(q.question.key, a.option.key) for q in Statements(of).told for a in q.trends]

    assert trends == [("crisis", "yes")]
