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
from reports.chapter.chapter import chapter
from reports.documents import Chapter
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
    tables_of,
    told,
)
from tests.reports.known_numbers import Known
from tests.reports.strategies import summaries
from tests.reports.summaries import CODES, reported, summary, used_since_first

SEED = pytest.mark.parametrize("rows", [seed_rows(), seed_rows() + rows_of_2015()], ids=["alone", "with 2015"])


def _texts(written: Chapter) -> Iterator[str]:
    yield from (written.introduction.heading, *map(_counts_apart, sentences(written)))
    yield from (section.explanation for section in (written.introduction, *written.sections))
    for figure in figures_of(written):
        yield from (
            figure.alternative,
            _counts_apart(figure.caption),
            *(told.name for told in figure.chart.series),
        )
    for table in tables_of(written):
        yield from (table.heading, table.note, *(column.heading for column in table.columns))


def _counts_apart(text: str) -> str:
    """Read "171 of 341" as two counts rather than one in 341, and leave out which figure is meant."""
    text = re.sub(r"(\d\d) (?:av|of) (?=\d)", r"\1, ", text)
    return re.sub(r"(?:figur|figure|tabell|table)s? \d+(?:(?:–| og | and )\d+)?", "", text, flags=re.IGNORECASE)


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

    for text in _texts(chapter(reported(words), CENTRE)):
        assert may_be_said.strange(text) == [], text


@given(of=summaries(), code=st.sampled_from(CODES))
@settings(max_examples=100, deadline=None)
def test_every_number_of_any_chapter_is_in_its_tally(of: Summary, code: Code) -> None:
    words = Wording(of, language(code))
    may_be_said = known(words)

    for text in _texts(chapter(reported(words), CENTRE)):
        assert may_be_said.strange(text) == [], text


@pytest.mark.parametrize("code", CODES)
@SEED
def test_every_number_read_back_from_the_seed_years_file_is_in_its_tally(
    rows: list[AnswerCount], code: Code
) -> None:
    words = Wording(summary("2016", rows), language(code))
    may_be_said = known(words)

    for text in _read(python_docx.Document(BytesIO(docx(chapter(reported(words), CENTRE)))), words):
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

    _, _, callers, reasons, per_month = (table.rows for table in tables_of(told(of, code)))

    agencies, points = of.now.questions["agency"].options, (7, 0, 0, 1, -6, 0, -5)
    assert [row[1:] for row in callers] == [
        (count, count / 899, AGENCIES_2015[key], AGENCIES_2015[key] / 921, more)
        for (key, count), more in zip(agencies.items(), points, strict=True)
    ]
    assert [row[1] for row in reasons] == [*of.now.questions["reason"].options.values()]
    assert [row[1:3] for row in per_month[:-1]] == [(m.total, m.highlighted) for m in of.now.months.values()]
    assert per_month[-1][1:] == (899, 150, 921, 150)


def test_a_figure_in_words_says_what_its_answers_stand_against() -> None:
    callers, *_ = figures_of(told(summary("2016", seed_rows() + rows_of_2015())))

    said = callers.alternative.replace("\xa0", " ")
    assert said.startswith(
        "Hvem ringte. Kvinne: 287, 32 %, året før 30 % (280); Mann: 54, 6 %, året før 6 % (51);"
    )


def test_a_figure_beside_an_earlier_report_names_it_and_has_no_bar_where_that_says_nothing() -> None:
    typed = {"2015": {("agency", "child_welfare"): PrintedFigure(percent=Decimal(7), base=921)}}
    rows = SummaryRows(seed_rows(), [], used_since_first(seed_rows()), typed=typed)

    _, _, agencies, *_ = figures_of(told(summarise(CALL, Period.named("2016"), date(2017, 1, 3), rows)))

    _, before = agencies.chart.series
    assert before.name == "2015, fra tidligere årsrapport"
    assert before.values == (0.07, *[None] * 6)


def test_a_clear_change_is_marked_in_the_chart() -> None:
    _, _, agencies, *_ = figures_of(told(summary("2016", seed_rows() + rows_of_2015())))

    now, before = agencies.chart.series
    assert [agencies.chart.categories[place] for place in now.marked] == ["Barnevernet", "Helsevesenet"]
    assert before.marked == ()


def test_months_are_drawn_beside_those_of_a_year_before_and_the_highlighted_ones_among_them() -> None:
    *_, per_month = figures_of(told(summary("2016", seed_rows() + rows_of_2015())))

    now, before, crises = per_month.chart.series
    assert (now.values[:2], sum(filter(None, before.values)), crises.values[:2]) == ((84, 58), 921, (19, 7))
    assert (before.pale, crises.highlighted) == (True, True)
