"""Every number that a summary says is one of its tally, or a percentage, a ratio or a date made from it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.pictures.card import card
from reports.words.answers import heading, remark
from reports.words.caption import caption, everything
from reports.words.language import Code, Language
from reports.words.prose import prose
from reports.words.table import table_text
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.figures.coverage import Coverage
from tests.reports.forms import call_form
from tests.reports.known_numbers import GROUPED, Known, number_in
from tests.reports.strategies import ROWS
from tests.reports.summaries import CODES, LIMITS, summary
from tests.seed_year import seed_year

CALL = call_form()
NAMES = ("2026-10", "2026-02", "2026-11", "2026-T2", "2026-T3", "2026", "2025")

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
    yield from (drawn.title, drawn.subtitle, drawn.legend, drawn.footer)
    yield from (point.text for point in (drawn.run.points if drawn.run else ()))
    for panel in drawn.panels:
        yield from (panel.note, *(bar.text for bar in panel.bars), *(bar.before_text for bar in panel.bars))


@st.composite
def coverages(draw: st.DrawFn) -> Coverage:
    """Draw what may be known of calls besides the records."""
    counted, asked = draw(st.integers(0, 2000)), draw(st.integers(0, 93))
    shifts = draw(st.integers(0, asked))
    return Coverage(
        logged=draw(st.integers(0, counted)),
        counted=counted,
        answered=draw(st.integers(0, shifts)),
        shifts=shifts,
        days=draw(st.integers(0, 366)),
        outgoing=draw(st.integers(0, 3000)),
        outgoing_shifts=draw(st.integers(0, asked)),
        asked=asked,
    )


@given(
    rows=ROWS,
    name=st.sampled_from(NAMES),
    late=st.integers(0, 40),
    coverage=coverages(),
    code=st.sampled_from(CODES),
)
@settings(max_examples=150, deadline=None)
def test_every_number_said_is_in_the_one_tally(
    rows: list[AnswerCount], name: str, late: int, coverage: Coverage, code: Code
) -> None:
    words = Wording(replace(summary(name, rows), late=late, coverage=coverage), language(code))
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


@given(rows=ROWS, name=st.sampled_from(NAMES))
@settings(max_examples=50, deadline=None)
def test_the_table_read_back_is_the_tally(rows: list[AnswerCount], name: str) -> None:
    words = Wording(summary(name, rows), language("nb"))

    paragraphs = [paragraph.splitlines() for paragraph in table_text(words, LIMITS).split("\n\n")]

    read = {lines[0].split(" (")[0]: lines[1:] for lines in paragraphs}
    for told in (*words.statements.questions, *words.statements.added):
        lines = [line for line in read[heading(words, told.question)] if line != remark(words, told)]
        assert [_counts_of(line) for line in lines] == [(answer.count, answer.before) for answer in told.answers]


def _counts_of(line: str) -> tuple[int, int | None]:
    """Read `Kvinne: 24, 33 %, i fjor 22` back as 24 and 22."""
    count, *rest = line.rsplit(": ", 1)[1].split(", ")
    before = [part for part in rest if not part.endswith("%")]
    return number_in(count), number_in(before[0]) if before else None


def test_a_number_from_nowhere_is_found() -> None:
    known = Known.of(Wording(summary("2026-10", []), language("nb")))

    assert known.strange("77\xa0samtaler, 12\xa0%, 1\xa0av\xa06") == ["12", "6", "77"]
