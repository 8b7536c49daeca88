"""Every number in a chapter, and in its file, is in the one tally."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import docx as python_docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.analysis.significance import compare
from reports.documents import Chapter
from reports.word.chapter import chapter
from reports.word.write_docx import docx
from reports.words.language import Code
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from tests.reports.chapters import (
    AGENCIES_2015,
    CENTRE,
    figures_of,
    language,
    rows_of_2015,
    seed_rows,
    sentences,
    told,
)
from tests.reports.known_numbers import Known
from tests.reports.strategies import ROWS
from tests.reports.summaries import CODES, summary

SEED = pytest.mark.parametrize("rows", [seed_rows(), seed_rows() + rows_of_2015()], ids=["alone", "with 2015"])


def _texts(written: Chapter) -> Iterator[str]:
    yield from (written.title, *map(_counts_apart, sentences(written)))
    for figure in figures_of(written):
        yield from (figure.alternative, figure.chart.title, figure.chart.legend, figure.grid.note)
        yield from (_counts_apart(text) for text in (figure.caption, figure.grid.heading))
        yield from (column.heading for column in figure.grid.columns)


def _counts_apart(text: str) -> str:
    """Read "171 of 341" as two counts rather than one in 341, and leave out which figure it is."""
    text = re.sub(r"(\d\d) (?:av|of) (?=\d)", r"\1, ", text)
    return re.sub(r"^(?:Figur|Figure|Tabell|Table) \d\.", "", text)


def known(words: Wording) -> Known:
    """Return what may be said: the tally's numbers, each answer's change, and the days that are told of."""
    now, before, days = words.summary.now, words.summary.before, words.summary.now.days
    pairs = [
        (count, before.count(key, option))
        for key, question in now.questions.items()
        for option, count in question.options.items()
        if before
    ]
    changes = [compare(count, days.count, then, days.a_year_before.count).percent for count, then in pairs]
    dates = f"{language('nb').full_date(days.first)} {language('nb').full_date(days.last)} {words.summary.since}"
    said = Known.of(words)
    return replace(
        said,
        percentages=said.percentages | {abs(percent) for percent in changes if percent is not None},
        names=said.names | set(map(int, re.findall(r"\d+", dates))),
    )


@pytest.mark.parametrize("code", CODES)
@SEED
def test_every_number_of_the_seed_years_chapter_is_in_its_tally(rows: list[AnswerCount], code: Code) -> None:
    words = Wording(summary("2016", rows), language(code))
    may_be_said = known(words)

    for text in _texts(chapter(words, CENTRE)):
        assert may_be_said.strange(text) == [], text


@given(
    rows=ROWS,
    name=st.sampled_from(["2026-T2", "2026-T3", "2026", "2025", "2026-10"]),
    late=st.integers(0, 40),
    code=st.sampled_from(CODES),
)
@settings(max_examples=100, deadline=None)
def test_every_number_of_any_chapter_is_in_its_tally(
    rows: list[AnswerCount], name: str, late: int, code: Code
) -> None:
    words = Wording(replace(summary(name, rows), late=late), language(code))
    may_be_said = known(words)

    for text in _texts(chapter(words, CENTRE)):
        assert may_be_said.strange(text) == [], text


@pytest.mark.parametrize("code", CODES)
@SEED
def test_every_number_read_back_from_the_seed_years_file_is_in_its_tally(
    rows: list[AnswerCount], code: Code
) -> None:
    words = Wording(summary("2016", rows), language(code))
    may_be_said = known(words)

    for text in _read(python_docx.Document(BytesIO(docx(chapter(words, CENTRE))))):
        assert may_be_said.strange(_counts_apart(text)) == [], text


def _read(document: Document) -> Iterator[str]:
    yield from (paragraph.text for paragraph in document.paragraphs)
    yield from (shape._inline.docPr.get("descr", "") for shape in document.inline_shapes)
    yield from (cell.text for table in document.tables for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("code", CODES)
def test_the_tables_of_the_seed_year_are_its_tally(code: Code) -> None:
    of = summary("2016", seed_rows() + rows_of_2015())

    callers, reasons, per_month = (figure.grid.rows for figure in figures_of(told(of, code)))

    agencies = of.now.questions["agency"]
    assert [row[2:] for row in callers[-7:]] == [
        (count, count / 899, AGENCIES_2015[key]) for key, count in agencies.options.items()
    ]
    assert [row[1] for row in reasons] == [*of.now.questions["reason"].options.values(), 0]
    assert [row[1:3] for row in per_month[:-1]] == [(m.total, m.highlighted) for m in of.now.months.values()]
    assert per_month[-1][1:] == (899, 150, 921, of.highlighted_before)
