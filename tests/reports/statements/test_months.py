from dataclasses import replace
from datetime import date

import pytest

from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.statements.statements import Statements
from reports.words.caption import everything
from reports.words.language import Language
from reports.words.table import table_text
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from tests.example_forms import CALL, changed
from tests.reports.forms import with_questions
from tests.reports.summaries import CRISIS, LIMITS, TODAY, month_tallies, months, summary

SUMMER = ("2026-05", "2026-06", "2026-07", "2026-08")
NOT_ASKED = {"caller": "agency", "agency": "nav"}


def test_months_before_the_register_began_are_not_told_as_empty_ones() -> None:
    began = [*months(*((f"2026-{month:02}", 20 + month) for month in range(3, 9)))]
    words = Wording(summary("2026-T2", began), Language("nb"))
    year = Wording(summary("2026", began), Language("nb"))

    assert [month.name for month in words.statements.months] == ["2026-05", "2026-06", "2026-07", "2026-08"]
    assert "jan" not in everything(year, LIMITS).split("Per måned")[1].split("\n")[0]
    assert "Januar 2026" not in table_text(year, LIMITS)
    assert year.statements.extremes is not None
    assert year.statements.extremes.counts["2026-03"] == 23


def test_a_month_at_the_edge_of_the_register_s_use_is_not_whole_and_neither_highest_nor_lowest() -> None:
    rows = months(*zip(SUMMER, (2, 30, 40, 50), strict=True))
    of = replace(summary("2026-T2", rows), use=RegisterUse((Days(date(2026, 5, 12), TODAY),)))

    told = Statements(of)

    assert [(month.name, month.whole) for month in told.months] == list(
        zip(SUMMER, (False, True, True, True), strict=True)
    )
    assert told.extremes
    assert (told.extremes.most, told.extremes.fewest) == (("2026-08",), ("2026-06",))
    assert told.extremes.counts == {"2026-06": 30, "2026-07": 40, "2026-08": 50}


def test_a_month_that_is_not_over_is_not_whole() -> None:
    told = Statements(summary("2026-T3", months(("2026-09", 30), ("2026-10", 30), ("2026-11", 2)))).months

    assert [month.whole for month in told] == [True, True, False]


def test_of_fewer_than_three_whole_months_none_is_the_highest() -> None:
    of = summary("2026-T2", months(*zip(SUMMER, (20, 30, 40, 50), strict=True)))
    two, three = (
        replace(of, use=RegisterUse((Days(first, TODAY),))) for first in (date(2026, 6, 9), date(2026, 5, 9))
    )

    assert Statements(two).extremes is None
    assert Statements(three).extremes is not None


def _partly_asked() -> list[AnswerCount]:
    """Let nobody call in June, nobody be asked of crises in July, and some be asked in August."""
    return [
        *months(("2026-05", 30)),
        *months(("2026-05", 9), ("2026-08", 4), ("2025-08", 3), answers=CRISIS),
        *months(("2026-07", 30), ("2026-08", 30), ("2025-07", 20), answers=NOT_ASKED),
    ]


def test_where_it_was_not_asked_which_calls_are_highlighted_no_month_says_how_many() -> None:
    told = Statements(summary("2026-T2", _partly_asked())).months

    assert [month.counts for month in told] == [
        (39, 9, None, None),
        (0, 0, None, None),
        (30, None, 20, None),
        (34, 4, 3, 3),
    ]


def test_only_months_in_which_it_was_asked_have_most_and_fewest_highlighted() -> None:
    told = Statements(summary("2026-T2", _partly_asked())).highlighted_extremes

    assert told
    assert told.counts == {"2026-05": 9, "2026-06": 0, "2026-08": 4}


def test_across_a_change_of_the_question_a_month_says_nothing_of_those_highlighted_before() -> None:
    form = with_questions(CALL, changed(CALL.by_key["crisis"], since=date(2025, 8, 2)))
    rows = months(("2025-08", 30), ("2026-08", 40), answers=CRISIS)

    [told] = [month for month in Statements(summary("2026-T2", rows, form)).months if month.name == "2026-08"]

    assert told.counts == (40, 40, 30, None)


def _year_with(july: int, usual: int | None = None) -> bool | None:
    """Tell whether a month is beyond chance in a year of 60 a month but July; usually July has so many."""
    rows = months(*[(month, july if month.endswith("07") else 60) for month in Period.named("2025").months])
    every = [month for year in (2022, 2023, 2024) for month in Period.named(str(year)).months]
    known = months(*[(month, usual if month.endswith("07") else 60) for month in every]) if usual else []
    found = Statements(replace(summary("2025", rows), history=month_tallies(known))).extremes
    return found.beyond_chance if found else None


@pytest.mark.parametrize(
    ("july", "usual", "beyond"),
    [(120, None, True), (120, 120, False), (60, None, False), (60, 120, True), (60, 60, False)],
)
def test_a_month_is_beyond_chance_against_its_season_where_that_is_known(
    july: int, usual: int | None, beyond: bool
) -> None:
    assert _year_with(july, usual) == beyond
