"""Counting cross tables and drawing them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reports.analysis.cross_table import CrossTable, cross_table
from reports.analysis.grouped_answers import grouped_answers
from reports.analysis.period import Period
from reports.analysis.summary_reading import reading_of
from reports.cross_count import CrossCount
from reports.pictures.cross_table import cross_chart
from reports.words.cross_table import CrossWording
from reports.worker.client import WorkerClient
from storage.figures.counts import Counts
from storage.forms.form import Form
from storage.forms.question import Question


@dataclass(frozen=True)
class CrossTables:
    """Counts cross tables of a period up to ``today``, and draws them with the ``centre``'s name at the foot."""

    counts: Counts
    worker: WorkerClient
    centre: str = ""

    async def count(
        self, form: Form, pairs: Sequence[tuple[Question, Question]], period: Period, today: date
    ) -> list[CrossTable]:
        """Count a table for each pair of rows and columns. Raises a `DatabaseFault`, and `NotRendered`."""
        days = period.so_far(today)
        counted = await reading_of(self.counts, form, today).together(days) if pairs else []
        tables = []
        for rows, columns in pairs:
            grouped = grouped_answers(rows, columns, counted)
            done = await self.worker.count(CrossCount.of(grouped))
            tables.append(cross_table(form, period, days, grouped, done))
        return tables

    async def draw(self, words: CrossWording) -> bytes:
        """Draw a table as PNG; raise `NotRendered` where that fails."""
        return await self.worker.draw(cross_chart(words, self.centre))
