from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.analysis.baseline import Baseline, EarlierFigure
from reports.analysis.period import Period
from reports.analysis.summary import Summary, summarise
from reports.statements.statements import Statements
from reports.statements.years import YearStatement, answers_over_years
from storage.figures.history import TOTAL, PrintedFigure
from storage.forms.form import Form
from storage.forms.question import Option
from storage.forms.words import Label
from tests.example_forms import CALL, changed
from tests.reports.forms import with_questions
from tests.reports.summaries import CRISIS, TODAY, counted_year, months, printed_year, summary_rows

AGENCY = CALL.by_key["agency"]
NAV = AGENCY.option("nav")
ROWS = [
    *months(("2024-01", 20), ("2025-01", 30), ("2026-01", 40)),
    *months(("2024-02", 2), ("2025-02", 3), ("2026-02", 4), answers=CRISIS),
]
PRINTED = {
    TOTAL: PrintedFigure(900),
    ("agency", "nav"): PrintedFigure(percent=Decimal(7)),
    ("agency", "police"): PrintedFigure(90),
}


def _summary(name: str, form: Form = CALL) -> Summary:
    """Summarise a year beside one that is counted, one that is printed, and a gap between them."""
    years = [
        printed_year("2022", PRINTED, form),
        counted_year("2024", ROWS, form),
        counted_year("2025", ROWS, form),
    ]
    before = [year for year in years if year.period.name < name]
    return summarise(form, Period.named(name), TODAY, replace(summary_rows(name, ROWS), years=before))


def test_the_years_are_a_line_without_a_break_and_of_a_gap_nothing_is_known() -> None:
    told = Statements(_summary("2026")).years

    assert [(year.period.name, year.total, year.highlighted(CALL), year.typed, year.part) for year in told] == [
        ("2022", 900, None, True, False),
        ("2023", None, None, False, False),
        ("2024", 22, 2, False, False),
        ("2025", 33, 3, False, False),
        ("2026", 44, 4, False, True),
    ]


def test_a_closed_year_is_whole() -> None:
    assert [year.part for year in Statements(_summary("2025")).years] == [False] * 4


@pytest.mark.parametrize("name", ["2026-10", "2026-T1", "2020"])
def test_a_shorter_period_and_a_year_without_calls_have_no_line_of_years(name: str) -> None:
    assert Statements(_summary(name)).years == ()


def test_an_answer_s_figures_are_told_year_by_year() -> None:
    told = Statements(_summary("2026")).years

    assert [year.figure(AGENCY, NAV) for year in told] == [
        EarlierFigure(None, None, Decimal(7)),
        None,
        EarlierFigure(22, 22, possible=range(22, 23)),
        EarlierFigure(33, 33, possible=range(33, 34)),
        EarlierFigure(44, 44, possible=range(44, 45)),
    ]


@pytest.mark.parametrize(
    ("option", "known"),
    [
        ({"since": date(2025, 12, 31)}, ["2025", "2026"]),
        ({"until": date(2024, 1, 1)}, ["2022", "2024"]),
        ({"since": date(2025, 12, 31), "was": ("employment",)}, ["2022", "2024", "2025", "2026"]),
    ],
)
def test_of_a_year_in_which_an_answer_could_not_be_given_nothing_is_known(
    option: dict[str, object], known: list[str]
) -> None:
    nav = changed(NAV, **option)
    agency = changed(AGENCY, options=tuple(nav if option.key == "nav" else option for option in AGENCY.options))

    told = Statements(_summary("2026", with_questions(CALL, agency))).years

    assert [year.period.name for year in told if year.figure(agency, nav)] == known


def test_every_answer_that_is_known_of_any_year_is_told_in_the_form_s_order() -> None:
    told = list(answers_over_years(CALL, Statements(_summary("2026")).years))

    assert [(question.key, option.key) for question, option in told if isinstance(option, Option)] == [
        ("caller", "agency"),
        ("agency", "police"),
        ("agency", "nav"),
        ("reason", "guidance"),
        ("crisis", "yes"),
        ("crisis", "no"),
        ("minority", "no"),
    ]


def test_an_answer_that_includes_earlier_ones_is_told_of_the_years_it_does() -> None:
    options = (Option(key="office", label=Label(nb="Kontor"), was=("nav",)),)
    agency = changed(AGENCY, options=options)

    told = Statements(_summary("2026", with_questions(CALL, agency))).years

    assert [year.is_bridged(agency, options[0]) for year in told] == [True, False, True, True, True]
    assert not YearStatement(Period.named("2023"), None, part=False).is_bridged(agency, options[0])


@pytest.mark.parametrize(
    ("since", "counts", "highlighted"),
    [
        (None, [None, 22, 33, 44], [None, 2, 3, 4]),
        (date(2024, 1, 1), [None, 22, 33, 44], [None, 2, 3, 4]),
        (date(2025, 1, 2), [None, None, None, 44], [None, None, None, 4]),
        (date(2026, 3, 1), [None, None, None, None], [None, None, None, None]),
    ],
)
def test_of_a_year_in_which_a_question_was_not_asked_all_the_time_no_count_is_told(
    since: date | None, counts: list[int | None], highlighted: list[int | None]
) -> None:
    agency, crisis = (changed(CALL.by_key[key], since=since) for key in ("agency", "crisis"))
    form = with_questions(CALL, agency, crisis)

    told = [year for year in Statements(_summary("2026", form)).years if year.figures]

    assert [year.count(agency, NAV) for year in told] == counts
    assert [year.highlighted(form) for year in told] == highlighted


@pytest.mark.parametrize(
    ("figure", "unknown", "shown"),
    [
        (EarlierFigure(2, 20), False, True),
        (EarlierFigure(2, 19), False, False),
        (EarlierFigure(2, None), False, False),
        (EarlierFigure(None, None, Decimal(7)), False, True),
        (EarlierFigure(None, 19, Decimal(7)), False, True),
        (EarlierFigure(2, 20), True, False),
    ],
)
def test_a_year_s_share_is_shown_of_twenty_or_more_or_as_it_is_printed_and_not_of_not_known(
    figure: EarlierFigure, unknown: bool, shown: bool
) -> None:
    option = changed(NAV, unknown=unknown)
    year = YearStatement(Period.named("2025"), Baseline(None, None, {("agency", "nav"): figure}), part=False)

    assert year.share(AGENCY, option) == (figure if shown else None)
