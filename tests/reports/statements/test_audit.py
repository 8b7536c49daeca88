"""What a statistician struck in the first version, example by example."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from reports.analysis.baseline import Baseline
from reports.analysis.period import Days, Period
from reports.analysis.summary import EarlierYear, SummaryRows, summarise
from reports.analysis.tally import tally
from reports.statements.answers import AnswerStatement
from reports.statements.comparisons import Verdict
from reports.statements.questions import QuestionStatement
from reports.statements.statements import Statements
from reports.words.language import Language
from reports.words.story import story
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.figures.coverage import Coverage
from storage.figures.history import PrintedFigure
from tests.reports.forms import call_form
from tests.reports.summaries import used_since_first

FORM = call_form()
TODAY = date(2017, 1, 3)
YEAR, BEFORE = Period.named("2016"), Period.named("2015")
Calls = Mapping[str, int]
"""How many calls an agency made, or how many gave an answer to the question of background."""


def _agencies(year: int, calls: Calls) -> list[AnswerCount]:
    """Let agencies call, and women (`woman`) besides, all about guidance."""
    return [
        AnswerCount(
            f"{year}-{month:02}",
            "registered",
            {
                "caller": "woman" if agency == "woman" else "agency",
                **({} if agency == "woman" else {"agency": agency}),
                "reason": "guidance",
                "crisis": "no",
            },
            n // 12 + (month <= n % 12),
        )
        for agency, n in calls.items()
        for month in range(1, 13)
    ]


def _answers(year: int, question: str, calls: Calls) -> list[AnswerCount]:
    return [
        AnswerCount(f"{year}-{month:02}", "registered", {question: answer}, n // 12 + (month <= n % 12))
        for answer, n in calls.items()
        for month in range(1, 13)
    ]


def _year(
    now: list[AnswerCount], before: list[AnswerCount], coverage: Mapping[Days, Coverage] | None = None
) -> Statements:
    rows = SummaryRows(now, before, used_since_first(now + before, TODAY), coverage=coverage or {})
    return Statements(summarise(FORM, YEAR, TODAY, rows))


def _question(told: Statements, key: str) -> QuestionStatement:
    return next(question for question in told.questions if question.question.key == key)


def _answer(told: Statements, question: str, option: str) -> AnswerStatement:
    return next(answer for answer in _question(told, question).answers if answer.option.key == option)


def _clear(told: Statements) -> set[str]:
    answers = [answer for question in told.questions for answer in question.answers]
    return {answer.option.key for answer in answers if answer.verdict in {"more", "fewer"}}


def _said(told: Statements) -> str:
    return " ".join(story(Wording(told.summary, Language("nb"))))


def test_a_share_that_doubles_at_an_equal_count_is_told() -> None:
    told = _year(
        _agencies(2016, {"child_welfare": 90, "woman": 360}), _agencies(2015, {"child_welfare": 90, "woman": 810})
    )

    child_welfare = _answer(told, "agency", "child_welfare")
    assert (child_welfare.count, child_welfare.before, child_welfare.verdict) == (90, 90, "more")
    assert "barnevernet doblet fra 10\u00a0% til 20\u00a0%" in _said(told)


def test_a_count_that_grows_because_less_is_unknown_is_a_matter_of_registration() -> None:
    told = _year(
        _answers(2016, "minority", {"yes": 440, "no": 439, "unknown": 20}),
        _answers(2015, "minority", {"yes": 300, "no": 300, "unknown": 280}),
    )

    answers = _question(told, "minority").answers
    assert [answer.verdict for answer in answers] == ["registration", "registration", "none"]
    assert [answer.points for answer in answers] == [None, None, None]
    assert (
        "Minoritetsspråklig bakgrunn: «ikke kjent» falt fra 32\u00a0% til 2\u00a0%,"
        " så endringer i de andre svarene sier lite."
    ) in _said(told)
    assert told.total.verdict == "about"


def test_every_answer_half_as_many_again_with_equal_shares_is_one_sentence_about_the_total() -> None:
    before = {"child_welfare": 100, "police": 80, "nav": 60, "health": 40, "woman": 320}

    told = _year(_agencies(2016, {key: n * 3 // 2 for key, n in before.items()}), _agencies(2015, before))

    assert told.total.verdict == "more"
    assert _clear(told) == set()
    assert _said(told) == "Andelene: ingen tydelig endring."


def test_where_coverage_rose_from_69_to_79_per_cent_the_counts_are_not_compared() -> None:
    told = _year(
        _agencies(2016, {"child_welfare": 140, "woman": 829}),
        _agencies(2015, {"child_welfare": 60, "woman": 799}),
        {YEAR.days: Coverage(logged=1010, counted=1278), BEFORE.days: Coverage(logged=905, counted=1312)},
    )

    assert told.total.verdict == "registration"
    assert _clear(told) == {"child_welfare", "woman", "agency"}
    assert (
        "Registreringsgraden økte fra 69\u00a0% til 79\u00a0%, så antallene kan ikke sammenlignes direkte:"
        " telefonen viser 1\u00a0278 besvarte anrop, mot 1\u00a0312."
    ) in _said(told)


def test_coverage_of_90_and_91_per_cent_silences_nothing_over_however_many_calls() -> None:
    told = _year(
        _agencies(2016, {"woman": 91_000}),
        _agencies(2015, {"woman": 45_000}),
        {
            YEAR.days: Coverage(logged=91_000, counted=100_000),
            BEFORE.days: Coverage(logged=90_000, counted=100_000),
        },
    )

    assert told.coverage is None
    assert told.total.verdict == "more"


def test_health_of_14_10_and_7_per_cent_in_three_years_is_told_by_its_steps() -> None:
    years = {
        year: _agencies(year, {"health": n, "woman": 900 - n}) for year, n in ((2014, 126), (2015, 90), (2016, 63))
    }

    told = _with_years(years)

    assert "Helsevesenet har gått ned hvert år siden 2014: 14, 10 og 7\u00a0%." in _said(told)


def test_a_trend_whose_last_step_goes_the_other_way_is_none() -> None:
    years = {
        year: _agencies(year, {"health": n, "woman": 900 - n}) for year, n in ((2014, 160), (2015, 60), (2016, 75))
    }

    assert _answer(_with_years(years), "agency", "health").trend is None


def test_two_years_are_no_trend() -> None:
    years = {year: _agencies(year, {"health": n, "woman": 900 - n}) for year, n in ((2015, 126), (2016, 63))}

    assert _answer(_with_years(years), "agency", "health").trend is None


def _with_years(years: Mapping[int, list[AnswerCount]]) -> Statements:
    rows = [row for year in years.values() for row in year]
    before = [
        EarlierYear(period, Baseline.counted(FORM, tally(FORM, period, years[year])))
        for year in sorted(years)[:-1]
        for period in [Period.named(str(year))]
    ]
    given = SummaryRows(years[2016], years[2015], used_since_first(rows, TODAY), years=before)
    return Statements(summarise(FORM, YEAR, TODAY, given))


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (
            {"shelter": 35, "police": 90, "nav": 90, "woman": 684},
            {"shelter": 61, "police": 90, "nav": 90, "woman": 639},
        ),
    ],
)
def test_61_and_35_calls_of_other_centres_are_no_clear_change(now: Calls, before: Calls) -> None:
    told = _year(_agencies(2016, now), _agencies(2015, before))

    assert (sum(before.values()), sum(now.values())) == (880, 899)
    assert _answer(told, "agency", "shelter").verdict == "unclear"


def test_21_crisis_calls_against_14_are_no_clear_change() -> None:
    told = _month(
        [*_crises("2016-10", 21, "yes"), *_crises("2016-10", 54, "no")],
        [*_crises("2015-10", 14, "yes"), *_crises("2015-10", 56, "no")],
    )

    assert told.highlight is not None
    assert (told.highlight.count, told.highlight.before, told.highlight.verdict) == (21, 14, "unclear")


def _crises(month: str, calls: int, crisis: str) -> list[AnswerCount]:
    return [AnswerCount(month, "registered", {"crisis": crisis}, calls)]


def _month(now: list[AnswerCount], before: list[AnswerCount]) -> Statements:
    rows = SummaryRows(now, before, used_since_first(now + before, TODAY))
    return Statements(summarise(FORM, Period.named("2016-10"), TODAY, rows))


@pytest.mark.parametrize(
    ("now", "printed", "verdict"),
    [
        pytest.param(110, PrintedFigure(percent=Decimal(7), base=880), "more", id="far from anything near 7 %"),
        pytest.param(95, PrintedFigure(percent=Decimal(7), base=880), "unclear", id="7 % may be 65 of 880"),
        pytest.param(95, PrintedFigure(percent=Decimal("7.0"), base=880), "more", id="7.0 % is 61 or 62"),
        pytest.param(400, PrintedFigure(percent=Decimal(7)), "none", id="nobody knows of how many"),
        pytest.param(400, PrintedFigure(count=62, base=880, worked_back=True), "none", id="maybe worked back"),
    ],
)
def test_7_per_cent_of_an_old_report_stays_7_per_cent(now: int, printed: PrintedFigure, verdict: Verdict) -> None:
    told = _typed(now, printed)

    answer = _answer(told, "agency", "health")
    assert answer.verdict == verdict


def test_without_a_base_both_shares_are_shown() -> None:
    answer = _answer(_typed(400, PrintedFigure(percent=Decimal(7))), "agency", "health")

    assert (answer.share, answer.share_before) == (400 / 900, 0.07)


def _typed(now: int, printed: PrintedFigure) -> Statements:
    rows = _agencies(2016, {"health": now, "woman": 900 - now})
    typed = {"2015": {("agency", "health"): printed}}
    return Statements(
        summarise(FORM, YEAR, TODAY, SummaryRows(rows, [], used_since_first(rows, TODAY), typed=typed))
    )
