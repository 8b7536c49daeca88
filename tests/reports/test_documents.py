from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from reports.analysis.grouped_answers import grouped_answers
from reports.chapter.chapter import chapter
from reports.cross_count import CrossCount
from reports.documents import ChapterFile, Grid, GridColumn, Job
from reports.excel.workbook import workbook
from reports.papers.guide import GuideFile
from reports.papers.paper import PaperFile
from reports.pictures.card import card
from reports.pictures.cross_table import cross_chart
from tests.reports.chapters import CALL, seed_rows
from tests.reports.crossed import cross_words, crossed
from tests.reports.papers.examples import written
from tests.reports.papers.guide_examples import guided
from tests.reports.summaries import months, reported, worded

NAME, COUNT, SHARE = (
    GridColumn(heading="Svar", kind="text"),
    GridColumn(heading="2026", kind="count"),
    GridColumn(heading="Andel", kind="share"),
)
WORDS = worded("2026", months(("2025-10", 30), ("2026-10", 40)))


def test_a_column_that_is_none_takes_its_cells_with_it() -> None:
    grid = Grid.of("Instans", [NAME, None, SHARE], [("NAV", 12, 0.25), ("Politi", 36, 0.75)], "av alle")

    assert (grid.heading, grid.note) == ("Instans", "av alle")
    assert grid.columns == (NAME, SHARE)
    assert grid.rows == (("NAV", 0.25), ("Politi", 0.75))


def test_a_cell_of_which_nothing_is_known_stays_in_its_row() -> None:
    grid = Grid.of("Instans", [NAME, COUNT], [("NAV", None), ("", 0)])

    assert grid.rows == (("NAV", None), ("", 0))


def test_no_two_kinds_of_jobs_have_the_same_fields() -> None:
    fields = [frozenset(kind.model_fields) for kind in get_args(Job)]

    assert len(set(fields)) == len(fields) == 9


@given(columns=st.lists(st.sampled_from([NAME, COUNT, SHARE, None])), rows=st.integers(0, 5))
def test_every_row_has_a_cell_for_each_column_that_is_kept(columns: list[GridColumn | None], rows: int) -> None:
    cells = [None if column is None else column.heading for column in columns]

    grid = Grid.of("", columns, [cells] * rows)

    assert grid.rows == (tuple(column.heading for column in grid.columns),) * rows


@pytest.mark.parametrize(
    "made",
    [
        lambda: card(WORDS),
        lambda: workbook(reported(WORDS)),
        lambda: ChapterFile(chapter=chapter(reported(WORDS), "Krisesenteret"), format="pdf"),
        lambda: PaperFile(paper=written("risk-assessment"), format="docx"),
        lambda: GuideFile(guide=guided("guide-duty"), format="pdf"),
        lambda: GuideFile(guide=guided("guide-leader", way="both"), format="docx"),
        lambda: CrossCount.of(grouped_answers(CALL.by_key["reason"], CALL.by_key["also"], seed_rows())),
        lambda: CrossCount(row_options=(), column_options=(), pairs=()),
        lambda: cross_chart(cross_words(crossed("agency,reason", seed_rows()))),
        lambda: cross_chart(cross_words(crossed("agency,behalf", seed_rows()))),
    ],
    ids=[
        "chart",
        "workbook",
        "chapter",
        "paper",
        "guide",
        "guide with chart",
        "count",
        "empty count",
        "table",
        "empty table",
    ],
)
def test_a_job_written_as_json_is_read_back_as_the_same_job(made: Callable[[], Job]) -> None:
    job = made()

    read: Job = TypeAdapter[Job](Job).validate_json(job.model_dump_json())

    assert repr(read) == repr(job)
