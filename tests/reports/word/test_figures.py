"""Every number in a chapter, and in its file, is in the one tally."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import docx as python_docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.analysis.period import Period
from reports.analysis.summary import Summary, SummaryRows, summarise
from reports.documents import Chapter
from reports.word.chapter import chapter
from reports.word.write_docx import docx
from reports.words.language import Code
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.figures.history import PrintedFigure
from tests.reports.chapters import (
    AGENCIES_2015,
    CALL,
    CENTRE,
    figures_of,
    language,
    rows_of_2015,
    seed_rows,
    sentences,
    told,
)
from tests.reports.known_numbers import Known
from tests.reports.strategies import summaries
from tests.reports.summaries import CODES, summary, used_since_first

SEED = pytest.mark.parametrize("rows", [seed_rows(), seed_rows() + rows_of_2015()], ids=["alone", "with 2015"])


def _texts(written: Chapter) -> Iterator[str]:
    yield from (written.title, *map(_counts_apart, sentences(written)))
    for figure in figures_of(written):
        yield from (figure.alternative, figure.chart.title, figure.chart.legend, figure.grid.note)
        yield from (_counts_apart(text) for text in (figure.caption, figure.grid.heading))
        yield from (column.heading for column in figure.grid.columns)
    for table in (table for section in written.sections for table in section.tables):
        yield from (_counts_apart(table.heading), table.note, *(column.heading for column in table.columns))


def _counts_apart(text: str) -> str:
    """Read "171 of 341" as two counts rather than one in 341, and leave out which figure it is."""
    text = re.sub(r"(\d\d) (?:av|of) (?=\d)", r"\1, ", text)
    return re.sub(r"^(?:Figur|Figure|Tabell|Table) \d\.", "", text)


def known(words: Wording) -> Known:
    """Return what may be said: the tally's numbers, and the days that are told of."""
    days = words.summary.now.days
    dates = [language("nb").full_date(day) for day in (days.first, days.last)]
    began = words.summary.use.began_in(days)
    numbers = {*map(int, re.findall(r"\d+", " ".join(dates))), *([began.year] if began else [])}
    said = Known.of(words)
    return replace(said, names=said.names | numbers)


@pytest.mark.parametrize("code", CODES)
@SEED
def test_every_number_of_the_seed_years_chapter_is_in_its_tally(rows: list[AnswerCount], code: Code) -> None:
    words = Wording(summary("2016", rows), language(code))
    may_be_said = known(words)

    for text in _texts(chapter(words, CENTRE)):
        assert may_be_said.strange(text) == [], text


@given(of=summaries(), code=st.sampled_from(CODES))
@settings(max_examples=100, deadline=None)
def test_every_number_of_any_chapter_is_in_its_tally(of: Summary, code: Code) -> None:
    words = Wording(of, language(code))
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

    for text in _read(python_docx.Document(BytesIO(docx(chapter(words, CENTRE)))), words):
        assert may_be_said.strange(_counts_apart(text)) == [], text


def _read(document: Document, words: Wording) -> Iterator[str]:
    """Give the texts of a file, and each cell; a number of percentage points with these words behind it."""
    yield from (paragraph.text for paragraph in document.paragraphs)
    yield from (shape._inline.docPr.get("descr", "") for shape in document.inline_shapes)
    points = words.language.text("Percentage points")
    for table in document.tables:
        for row in table.rows:
            for head, cell in zip(table.rows[0].cells, row.cells, strict=True):
                yield f"{cell.text} {points.lower()}" if head.text == points else cell.text


@pytest.mark.parametrize("code", CODES)
def test_the_tables_of_the_seed_year_are_its_tally(code: Code) -> None:
    of = summary("2016", seed_rows() + rows_of_2015())

    callers, reasons, per_month = (figure.grid.rows for figure in figures_of(told(of, code)))

    agencies, points = of.now.questions["agency"].options, (7, 0, 0, 1, -6, 0, -5)
    assert [row[2:] for row in callers[-7:]] == [
        (count, count / 899, AGENCIES_2015[key], AGENCIES_2015[key] / 921, more)
        for (key, count), more in zip(agencies.items(), points, strict=True)
    ]
    assert [row[1] for row in reasons] == [*of.now.questions["reason"].options.values(), 0]
    assert [row[1:3] for row in per_month[:-1]] == [(m.total, m.highlighted) for m in of.now.months.values()]
    assert per_month[-1][1:] == (899, 150, 921, 150)


def test_a_figure_in_words_says_what_its_answers_stand_against() -> None:
    callers, *_ = figures_of(told(summary("2016", seed_rows() + rows_of_2015())))

    said = callers.alternative.replace("\xa0", " ")
    assert said.startswith("Hvem ringte: Kvinne 287 · 32 % (30 %); Mann 54 · 6 % (6 %);")
    assert said.endswith("I parentes: 2015.")


def test_a_figure_beside_an_earlier_report_is_hollow_and_is_not_called_grey() -> None:
    typed = {"2015": {("agency", "child_welfare"): PrintedFigure(percent=Decimal(7), base=921)}}
    rows = SummaryRows(seed_rows(), [], used_since_first(seed_rows()), typed=typed)

    callers, *_ = figures_of(told(summarise(CALL, Period.named("2016"), date(2017, 1, 3), rows)))

    assert callers.chart.hollow
    assert callers.chart.legend.startswith("Hule søyler")
    assert "grått" not in callers.caption
