"""Every number that a summary says is one of its tally, or a percentage, a ratio or a date made from it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reports.analysis.summary import Summary
from reports.chapter.prose import prose
from reports.pictures.card import card
from reports.statements.answers import AnswerStatement
from reports.words.answers import heading, remark
from reports.words.caption import caption, everything
from reports.words.language import Code, Language
from reports.words.table import table_text
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.figures.history import TOTAL, PrintedFigure
from tests.reports.forms import call_form
from tests.reports.known_numbers import GROUPED, Known, number_in
from tests.reports.strategies import NAMES, ROWS, summaries
from tests.reports.summaries import CODES, LIMITS, printed_year, summary
from tests.seed_year import seed_year

CALL = call_form()

language = cache(Language)


def _texts(words: Wording) -> Iterator[str]:
    told = caption(words, LIMITS)
    yield from (
        told.text,
        told.figures or "",
        everything(words, LIMITS),
        table_text(words, LIMITS),
        prose(words, LIMITS),
    )
    drawn = card(words)
    yield from (drawn.title, drawn.subtitle, drawn.footer, *(key.text for key in drawn.legend))
    yield from (point.text for point in (drawn.run.points if drawn.run else ()))
    for panel in drawn.panels:
        yield panel.note
        yield from (text for bar in panel.bars for text in (bar.count, bar.share, bar.before_text))


@given(told=summaries(), code=st.sampled_from(CODES))
@settings(max_examples=100, deadline=None)
def test_every_number_said_is_in_the_one_tally(told: Summary, code: Code) -> None:
    words = Wording(told, language(code))
    known = Known.of(words)

    for text in _texts(words):
        assert known.strange(text) == [], text


@given(rows=ROWS, name=st.sampled_from(NAMES), code=st.sampled_from(CODES))
@settings(max_examples=100, deadline=None)
def test_every_number_beside_a_dot_stands_in_the_caption_too(
    rows: list[AnswerCount], name: str, code: Code
) -> None:
    words = Wording(summary(name, rows), language(code))
    drawn, told = card(words), caption(words, LIMITS)

    beside = {point.text.strip("()") for point in (drawn.run.points if drawn.run else ())} - {""}
    written = set(GROUPED.findall(f"{told.text}\n{told.figures}"))
    assert beside - {language(code).number(0)} <= written


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["2016", "2016-07", "2016-T3"])
def test_every_number_said_of_the_seed_year_is_in_its_tally(name: str, code: Code) -> None:
    words = Wording(summary(name, _seed_rows()), language(code))
    known = Known.of(words)

    for text in _texts(words):
        assert known.strange(text) == [], text


@pytest.mark.parametrize("code", CODES)
def test_every_number_said_of_years_in_a_row_is_known(code: Code) -> None:
    printed = {
        "2014": {
            TOTAL: PrintedFigure(1200),
            ("agency", "health"): PrintedFigure(percent=Decimal("15.0"), base=1200),
        },
        "2015": {TOTAL: PrintedFigure(1050), ("agency", "health"): PrintedFigure(percent=Decimal(10), base=1050)},
    }
    years = [printed_year(name, figures) for name, figures in printed.items()]
    told = replace(summary("2016", _seed_rows()), years=years)
    words = Wording(told, language(code))
    known = Known.of(words)

    assert words.statements.total_trend
    assert any(question.trends for question in words.statements.questions)
    for text in _texts(words):
        assert known.strange(text) == [], text


def _seed_rows() -> list[AnswerCount]:
    return [
        AnswerCount(
            call.occurred_at[:7],
            "registered",
            {key: answer for key, answer in vars(call).items() if answer and key in CALL.by_key},
            1,
        )
        for call in seed_year()
    ]


NOT_KNOWN_HAS_MOVED = [
    AnswerCount(month, "registered", {"reason": reason}, calls)
    for month, reason, calls in (
        ("2026-10", "violence", 26),
        ("2025-10", "violence", 20),
        ("2025-10", "unknown", 5),
    )
]


@given(rows=ROWS, name=st.sampled_from(NAMES))
@example(rows=NOT_KNOWN_HAS_MOVED, name="2026-10")
@settings(max_examples=50, deadline=None)
def test_the_table_read_back_is_the_tally(rows: list[AnswerCount], name: str) -> None:
    words = Wording(summary(name, rows), language("nb"))

    paragraphs = [paragraph.splitlines() for paragraph in table_text(words, LIMITS).split("\n\n")]

    read = {lines[0].split(" (")[0]: lines[1:] for lines in paragraphs}
    for told in (*words.statements.questions, *words.statements.added):
        lines = [line for line in read[heading(words, told.question)] if line != remark(words, told)]
        assert [_counts_of(line) for line in lines] == [(answer.count, _before(answer)) for answer in told.answers]


def _before(answer: AnswerStatement) -> int | None:
    """Return how many gave an answer the year before; None where nobody was asked."""
    return answer.before if answer.earlier and answer.earlier.base else None


def _counts_of(line: str) -> tuple[int, int | None]:
    """Read `Kvinne: 24, 33 %, i fjor 31 % (22)` back as 24 and 22, and of `i fjor 7 av 12` the 7."""
    count, *rest = line.rsplit(": ", 1)[1].split(", ")
    before = [part.split(" av ")[0] for part in rest if not part.endswith("%")]
    return number_in(count), number_in(before[0]) if before else None


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("77\xa0samtaler, 12\xa0%, 1\xa0av\xa06", ["12", "6", "77"]),
        ("opp 4 prosentpoeng", ["4"]),
        ("ned hvert år siden 2024: 14, 10 og under 9\xa0%", ["14", "10", "9"]),
        ("mot 14,5\xa0%", ["5", "14"]),
    ],
)
def test_a_number_from_nowhere_is_found(text: str, strange: list[str]) -> None:
    known = Known.of(Wording(summary("2026-10", []), language("nb")))

    assert known.strange(text) == strange
