"""What is hidden leaves no trace in a public report: neither its number, nor anything worked out from it."""

from collections.abc import Mapping, Sequence
from itertools import product

import pytest

from reports.chapter.chapter import chapter
from reports.documents import Grid
from reports.publication.public_summary import RecordsMoved
from reports.statements.statements import Statements
from reports.words.caption import everything
from reports.words.language import Language
from reports.words.public_wording import public_wording
from reports.words.report_wording import ReportWording
from reports.words.wording import Wording
from storage.figures.coverage import Coverage
from tests.reports.publication.public_reports import printed, public_report
from tests.reports.publication.released import Calls, rows
from tests.reports.summaries import LIMITS, summary, with_coverage

MONTHS = [f"2025-{month:02}" for month in range(1, 13)]
BEFORE = [f"2024-{month:02}" for month in range(1, 13)]
AGENCIES = ("child_welfare", "police", "nav", "shelter", "other")
REASONS, YES_OR_NO = ("violence", "follow_up", "guidance"), ("yes", "no")
WHO = [
    *(f"caller=agency agency={agency}" for agency in AGENCIES),
    *(f"caller={caller} behalf={behalf}" for caller in ("woman", "man") for behalf in ("self", "other")),
]
NAV, HEALTH, LAWYER = (f"caller=agency agency={agency} reason=guidance" for agency in ("nav", "health", "lawyer"))
REST = "crisis=no minority=no"


def plain(crises: tuple[str, ...] = YES_OR_NO) -> dict[str, int]:
    """Let one call come with each combination of answers, but from no health service and no lawyer."""
    return {
        f"{who} reason={reason} crisis={crisis} minority={minority}": 1
        for who, reason, crisis, minority in product(WHO, REASONS, crises, YES_OR_NO)
    }


def year(first: Mapping[str, int], months: Sequence[str] = MONTHS) -> Calls:
    """Let every month have the same plain calls, and the first one others besides."""
    return {month: {**plain(), **(first if month == months[0] else {})} for month in months}


def crises(*numbers: int) -> Calls:
    """Let the first months have so many crises each, and every later one many."""
    few = {
        month: {f"{NAV} crisis=yes minority=no": number, f"{NAV} crisis=no minority=no": 1 + sum(numbers) - number}
        for month, number in zip(MONTHS, numbers, strict=False)
    }
    return {month: {**plain(("no",)), **few[month]} if month in few else plain() for month in MONTHS}


def minority(no: int, unknown: int) -> Calls:
    """Let so many be of no minority background, and of so many it not be known."""
    few = {f"{NAV} crisis=no minority=no": no, f"{NAV} crisis=no minority=unknown": unknown}
    many = {words: number for words, number in plain().items() if words.endswith("minority=yes")}
    return {month: {**many, **(few if month == MONTHS[0] else {})} for month in MONTHS}


ALIKE = {
    "two answers": (
        year({f"{HEALTH} {REST}": 2, f"{LAWYER} {REST}": 3}),
        year({f"{HEALTH} {REST}": 3, f"{LAWYER} {REST}": 2}),
    ),
    "two answers a year before": (
        {**year({}), **year({f"{HEALTH} {REST}": 1, f"{LAWYER} {REST}": 4}, BEFORE)},
        {**year({}), **year({f"{HEALTH} {REST}": 4, f"{LAWYER} {REST}": 1}, BEFORE)},
    ),
    "crises of two months": (crises(2, 3), crises(3, 2)),
    "what shares are of": (minority(3, 2), minority(2, 3)),
}


@pytest.mark.parametrize("name", ALIKE)
async def test_two_records_that_differ_in_what_is_hidden_alone_give_the_same_report(name: str) -> None:
    one, other = [await public_report(calls) for calls in ALIKE[name]]

    assert one.hidden
    assert printed(one) == printed(other)


async def test_what_is_in_no_release_is_not_printed_either() -> None:
    calls = year({})

    assert printed(await public_report(calls, late=3)) == printed(await public_report(calls))


def grids(report: ReportWording) -> Mapping[str, Grid]:
    """Return a chapter's tables by their headings."""
    told = chapter(report, "Senteret")
    return {
        part.heading.replace("\xa0", " "): part
        for section in told.sections
        for part in section.exhibits
        if isinstance(part, Grid)
    }


async def test_a_table_has_the_sign_in_the_place_of_a_hidden_count_and_share() -> None:
    report = await public_report(ALIKE["two answers"][0])

    rows = {row[0]: row[1:] for row in grids(report)["Instans i 2025"].rows}
    assert rows["Helsevesenet"] == rows["Advokater"] == (":", ":")
    assert rows["NAV"] == (144, 144 / 1301)


async def test_the_paragraph_says_what_is_hidden_and_is_about_the_others() -> None:
    report = await public_report(ALIKE["two answers"][0])

    said = [line for section in chapter(report, "Senteret").sections for line in section.paragraphs]
    told = "Tallene er skjult for helsevesenet og advokater; dette gjelder de andre svarene."
    assert any(line.startswith(told) for line in said)


async def test_a_month_with_few_crises_has_the_sign_and_no_month_is_named_as_the_one_with_most() -> None:
    report = await public_report(crises(2, 3))

    rows = {row[0]: row[1:] for row in grids(report)["Samtaler per måned i 2025"].rows}
    assert (rows["Januar"][:2], rows["Mars"][:2]) == ((59, ":"), (108, 54))
    assert report.main.statements.extremes
    assert report.main.statements.highlighted_extremes is None


async def test_where_what_shares_are_of_is_hidden_there_are_counts_alone() -> None:
    report = await public_report(minority(3, 2))

    [told] = [q for q in report.main.statements.questions if q.question.key == "minority"]
    yes, no, unknown = told.answers
    assert (yes.count, yes.share, yes.hidden) == (648, None, False)
    assert (no.hidden, unknown.hidden, told.hides_base) == (True, True, True)


async def test_of_a_year_before_that_is_hidden_nothing_is_called_a_change() -> None:
    few = {f"{HEALTH} {REST}": 2, f"{LAWYER} {REST}": 3}
    many = {month: {**plain(), f"{HEALTH} {REST}": 30, f"{LAWYER} {REST}": 1} for month in MONTHS}

    report = await public_report({**many, **year(few, BEFORE)})

    [agencies] = [q for q in report.main.statements.questions if q.question.key == "agency"]
    changed = {answer.option.key: (answer.verdict, answer.hides_before) for answer in agencies.answers}
    assert changed["health"] == ("none", True)


async def test_the_document_says_what_was_hidden_and_why_but_not_how_near() -> None:
    report = await public_report(ALIKE["two answers"][0])

    why, *lines = report.hidden
    assert why == "Et tall er skjult (:) der få står bak det, eller kunne regnes ut av det."
    assert lines[0] == "Skjult i 2025, instans: Helsevesenet, Advokater."
    assert not any(
        character.isdigit() for line in lines for character in line.replace("2025", "") if "×" not in line
    )
    assert [section.heading for section in chapter(report, "Senteret").sections][-2:] == [
        "Skjulte tall",
        "Om tallene",
    ]


async def test_a_report_in_which_nothing_is_hidden_says_nothing_of_it() -> None:
    report = await public_report(year({}))

    assert "Skjulte tall" not in [section.heading for section in chapter(report, "Senteret").sections]
    assert Language("nb").text("{sign} is hidden", sign=":") not in str(printed(report))


async def test_whether_a_change_is_clear_does_not_hang_on_what_is_hidden() -> None:
    verdicts = set[tuple[str, ...]]()
    for lawyers in range(1, 5):
        few = {f"{LAWYER} {REST}": lawyers, f"{HEALTH} {REST}": 5 - lawyers}
        before = {f"{LAWYER} {REST}": 16, f"{HEALTH} {REST}": 23}
        report = await public_report({**year(few), **year(before, BEFORE)})
        verdicts.add(tuple(answer.verdict for told in report.main.statements.questions for answer in told.answers))

    assert len(verdicts) == 1


async def test_nothing_is_called_clear_that_is_not_when_everything_is_known() -> None:
    calls: Calls = {
        **year({f"{NAV} {REST}": 40, f"{HEALTH} {REST}": 2, f"{LAWYER} {REST}": 3}),
        **year({}, BEFORE),
    }
    full = Statements(summary("2025", list(rows(calls))))

    public = (await public_report(calls)).main.statements

    clear = {(told.question.question.key, told.answer.option.key) for told in public.story}
    assert clear <= {(told.question.question.key, told.answer.option.key) for told in full.story}
    assert public.judged
    assert public.judged.untold > 0


async def test_a_release_and_a_summary_of_different_records_are_not_told_together() -> None:
    release = (await public_report(year({}))).releases[0]
    later = year({f"{NAV} {REST}": 7})

    with pytest.raises(RecordsMoved):
        await public_wording(Wording(summary("2025", list(rows(later))), Language("nb")), release)


async def test_where_coverage_has_moved_it_is_said_without_its_figures() -> None:
    calls: Calls = {**year({}), **year({}, BEFORE)}
    release = (await public_report(calls)).releases[0]
    full = with_coverage(summary("2025", list(rows(calls))), Coverage(900, 1000), Coverage(500, 1000))

    words = await public_wording(Wording(full, Language("nb")), release)

    assert words.statements.total.verdict == "registration"
    assert "men med en annen registreringsgrad" in everything(words, LIMITS)
    assert not any(number in everything(words, LIMITS) for number in ("900", "500"))


async def test_where_a_month_s_total_is_hidden_no_month_is_told_of_one_by_one() -> None:
    few = {MONTHS[0]: {f"{NAV} {REST}": 3}, MONTHS[1]: {f"{NAV} {REST}": 2}}

    report = await public_report({**{month: plain() for month in MONTHS}, **few})

    assert "Skjult i 2025: fordelingen på måneder." in report.hidden
    assert not any("januar" in line for line in report.hidden)
    assert not report.main.statements.months
