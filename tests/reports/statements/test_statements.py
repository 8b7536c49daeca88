"""What may be said of a summary is decided once, and every text says the same."""

from collections.abc import Mapping

import pytest

from reports.analysis.baseline import EarlierFigure
from reports.chapter.prose import prose
from reports.inference.dispersion import Dispersion
from reports.statements.comparisons import Verdict, shares_compared
from reports.statements.counts import CountStatement
from reports.statements.questions import QuestionStatement
from reports.statements.registration import CoverageStatement
from reports.statements.statements import Statements
from reports.words.language import Language
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.figures.coverage import Coverage
from tests.reports.chapters import prose_of, rows_of_2015, seed_rows, told
from tests.reports.summaries import CRISIS, LIMITS, PLAIN, months, summary, with_coverage


def _calls(month: str, agencies: Mapping[str, int]) -> list[AnswerCount]:
    return [row for key, n in agencies.items() for row in months((month, n), answers={**PLAIN, "agency": key})]


def _agencies(now: Mapping[str, int], before: Mapping[str, int] | None = None) -> QuestionStatement:
    """Say how many called from each agency in October, and in October of the year before."""
    rows = _calls("2026-10", now) + _calls("2025-10", before or {})
    return next(q for q in Statements(summary("2026-10", rows)).questions if q.question.key == "agency")


@pytest.mark.parametrize(
    ("counts", "ranked", "leaders", "foremost"),
    [
        ({"nav": 9, "police": 5, "other": 7}, "nav other police", "nav", "nav other police"),
        ({"nav": 5, "police": 5, "lawyer": 1}, "police nav lawyer", "police nav", "police nav lawyer"),
        (
            {"nav": 9, "police": 8, "health": 3, "shelter": 3, "lawyer": 3},
            "nav police shelter health lawyer",
            "nav",
            "nav police",
        ),
        (
            dict.fromkeys(("nav", "police", "health", "shelter", "lawyer"), 2),
            "police nav shelter health lawyer",
            "",
            "",
        ),
        ({"nav": 5, "police": 2, "other": 5}, "nav other police", "nav", "nav other police"),
        ({"other": 3}, "other", "other", "other"),
    ],
)
def test_answers_are_ranked_by_their_count_and_of_equal_ones_what_is_left_over_comes_last(
    counts: Mapping[str, int], ranked: str, leaders: str, foremost: str
) -> None:
    said = _agencies(counts)

    assert [a.option.key for a in said.ranked] == ranked.split()
    assert [a.option.key for a in said.leaders] == leaders.split()
    assert [a.option.key for a in said.foremost] == foremost.split()


def test_the_only_other_answer_makes_up_the_base_with_the_leading_one() -> None:
    [_, behalf, *_] = Statements(summary("2016", seed_rows())).questions

    assert behalf.only_other is not None
    assert behalf.only_other.option.key == "other"
    assert _agencies({"nav": 3, "police": 2, "health": 1}).only_other is None


def test_a_count_that_only_follows_the_total_is_no_change_of_the_answer() -> None:
    said = _agencies({"nav": 400, "police": 200}, {"nav": 200, "police": 100})

    assert said.changed == []
    assert [a.option.key for a in said.alike] == ["nav"]
    assert "police" in [a.option.key for a in said.unclear]


def test_a_share_that_has_moved_is_a_change_though_its_count_stood_still() -> None:
    said = _agencies({"nav": 100, "police": 300}, {"nav": 100, "police": 100})

    assert [(a.option.key, a.count, a.before, a.verdict) for a in said.changed] == [
        ("police", 300, 100, "more"),
        ("nav", 100, 100, "fewer"),
    ]


@pytest.mark.parametrize(
    ("nav", "p_value", "verdict", "perhaps"),
    [(62, 0.039, "unclear", False), (69, 0.0078, "unclear", True), (70, 0.0061, "more", False)],
)
def test_an_answer_is_clearly_otherwise_only_as_one_of_all_that_is_compared(
    nav: int, p_value: float, verdict: Verdict, perhaps: bool
) -> None:
    now, before = {"nav": nav, "police": 200 - nav}, {"nav": 40, "police": 160}
    calls = [
        row._replace(answers={**row.answers, "crisis": "yes"})
        for row in (*_calls("2026-10", now), *_calls("2025-10", before), *months(("2025-01", 1)))
    ]
    # Seven comparisons: month, year, support services, NAV, police, guidance, crisis.
    statements = Statements(summary("2026-10", calls))

    [agency] = [question for question in statements.questions if question.question.key == "agency"]
    named = [change.answer.option.key for change in statements.perhaps]

    earlier = EarlierFigure(40, 200, possible=range(40, 41))
    alone = shares_compared(nav, 200, earlier, Dispersion(1.5))
    assert alone
    assert alone.p_value == pytest.approx(p_value, rel=0.02)
    assert {a.verdict for a in agency.answers if a.option.key == "nav"} == {verdict}
    assert ("nav" in named) == perhaps


def test_shares_need_a_base_and_what_is_not_known_is_never_compared() -> None:
    unknown = months(("2025-10", 9), ("2026-10", 9), answers={**PLAIN, "reason": "unknown"})

    few, many = (
        Statements(summary("2026-10", [*months(("2026-10", known)), *unknown])).questions[2] for known in (19, 30)
    )

    assert [answer.share for answer in few.answers] == [None] * 4
    assert [answer.share for answer in many.answers] == [0, 0, 1, None]
    assert (many.base, many.unknown) == (30, 9)
    assert [a.verdict for a in many.answers if a.option.unknown] == ["none"]


def test_of_a_yes_and_its_no_the_yes_alone_is_compared() -> None:
    rows = [*months(("2025-10", 60)), *months(("2026-10", 60), answers={**PLAIN, "minority": "yes"})]
    minority = Statements(summary("2026-10", rows)).questions[-1]

    assert minority.yes is not None
    assert [(a.option.key, a.verdict) for a in minority.answers] == [
        ("yes", "more"),
        ("no", "none"),
        ("unknown", "none"),
    ]


def test_the_story_is_what_has_clearly_changed_the_clearest_first() -> None:
    told = Statements(summary("2016", seed_rows() + rows_of_2015())).story

    assert [(change.question.question.key, change.answer.option.key) for change in told] == [
        ("minority", "yes"),
        ("agency", "child_welfare"),
        ("agency", "health"),
    ]


def test_the_highlighted_yes_or_no_is_told_and_its_change_is_in_the_story() -> None:
    rows = months(("2025-10", 270), ("2026-10", 228)) + months(("2025-10", 30), ("2026-10", 72), answers=CRISIS)

    told = Statements(summary("2026-10", rows))

    assert [question.question.key for question in told.told] == [
        "crisis",
        *(q.question.key for q in told.questions),
    ]
    assert "crisis" not in [question.question.key for question in told.questions]
    [change] = told.story
    assert (change.question.question.key, change.answer.option.key) == ("crisis", "yes")
    assert (change.answer.share_before, change.answer.share) == (0.1, 0.24)


def test_prose_and_chapter_name_the_same_clear_changes() -> None:
    of = summary("2016", seed_rows() + rows_of_2015())

    short, long = prose(Wording(of, Language("nb")), LIMITS).replace("\xa0", " "), prose_of(told(of))

    assert "barnevernet doblet fra 7 % til 14 % og helsevesenet halvert fra 12 % til 6 %." in short
    assert (
        "Andelen som kom fra barnevernet, ble tydelig større: 14 %, mot 7 % i 2015 (opp 7 prosentpoeng)." in long
    )
    assert (
        "Andelen som kom fra helsevesenet, ble tydelig mindre: 6 %, mot 12 % i 2015 (ned 6 prosentpoeng)." in long
    )
    assert "minoritetsspråklig bakgrunn opp fra 35 % til 50 %" in short
    assert "en tydelig større andel enn i 2015 (35 %, opp 15 prosentpoeng)" in long
    assert long.count(" ble tydelig ") == 2
    assert long.count("tydelig større andel") == 1


@pytest.mark.parametrize(
    ("now", "before", "verdict"),
    [
        (899, 880, "about"),
        (83, 70, "unclear"),
        (140, 75, "more"),
        (40, 75, "fewer"),
        (5, 75, "fewer"),
        (4, 75, "none"),
        (0, 75, "none"),
        (40, 0, "more"),
        (5, 0, "unclear"),
    ],
)
def test_a_total_is_more_fewer_about_the_same_or_none_of_these(now: int, before: int, verdict: Verdict) -> None:
    told = Statements(summary("2026-10", months(("2025-10", before), ("2026-10", now)))).total

    assert told == CountStatement(now, before, verdict)


@pytest.mark.parametrize(("calls", "compared"), [(4, False), (5, True)])
def test_of_fewer_than_five_calls_nothing_is_compared(calls: int, compared: bool) -> None:
    rows = months(("2025-10", 75), ("2026-10", calls), answers=CRISIS)
    told = Statements(summary("2026-10", rows))

    assert (told.total.verdict != "none") == compared
    assert told.highlight
    assert (told.highlight.earlier is not None) == compared
    assert [question.compared for question in told.questions] == [compared] * 4
    assert told.story == told.perhaps == ()


def test_where_another_part_is_registered_totals_are_not_compared_and_shares_are() -> None:
    calls = [*_calls("2026-10", {"nav": 100, "police": 300}), *_calls("2025-10", {"nav": 100, "police": 100})]
    calls += months(("2025-01", 1))
    fewer, more = Coverage(logged=200, counted=300, answered=9), Coverage(logged=400, counted=450, answered=9)

    told = Statements(with_coverage(summary("2026-10", calls), more, fewer))

    assert told.total == CountStatement(400, 200, "registration")
    assert told.year == CountStatement(400, 201, "more")
    assert told.coverage == CoverageStatement(more, fewer)
    assert [change.answer.option.key for change in told.story] == ["police", "nav"]
