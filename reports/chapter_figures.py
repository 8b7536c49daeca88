"""The figures of a chapter: the picture, what it shows in words, and its table with every number of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.caption import row_text
from reports.chapter_grids import answers_grid, months_grid
from reports.chapter_phrases import highlighted_many
from reports.chapter_question import leading
from reports.chart import Chart, Panel
from reports.composition import compose
from reports.documents import Figure
from reports.language import capital
from reports.tables import Table
from reports.title import peaks
from reports.wording import Wording
from storage.question import Question


@dataclass(frozen=True)
class Told:
    """A question that is told of, its figures and their panel."""

    question: Question
    table: Table
    panel: Panel


@dataclass(frozen=True)
class Draughtsman:
    """Makes the figures of one summary, with the ``centre``'s name at their foot."""

    words: Wording
    centre: str

    def answers(self, number: int, told: Sequence[Told]) -> Figure:
        """Draw questions that belong together, as figure ``number``."""
        first = told[0]
        name = f"{first.table.heading} {self.words.when_in_full}"
        title, panels = leading(self.words, first.question) or name, tuple(one.panel for one in told)
        tables = [one.table for one in told]
        compared = any(row.before is not None for table in tables for row in table.rows)
        return Figure(
            chart=self._chart(compared=compared, title=title, subtitle="", months=None, panels=panels),
            alternative=" ".join([*map(self._in_words, tables), *self._in_parentheses(tables)]),
            caption=self._caption(number, name, compared=compared),
            grid=answers_grid(self.words, number, name, tables),
        )

    def months(self, number: int) -> Figure | None:
        """Draw the months, as figure ``number``; None where there is nothing to draw."""
        words = self.words
        months = compose(words).months
        if months is None:
            return None
        compared = any(month.before for month in months.months)
        name = words.language.text("{many} per month {when}", many=capital(words.many), when=words.when_in_full)
        return Figure(
            chart=self._chart(compared=compared, title=peaks(words) or name, subtitle="", panels=()),
            alternative=f"{name}. {self._months_in_words()}",
            caption=self._caption(number, name, compared=compared),
            grid=months_grid(words, number, name),
        )

    def _chart(self, *, compared: bool, **parts: object) -> Chart:
        drawn = compose(self.words, self.centre)
        legend = drawn.legend if compared else ""
        return drawn.model_copy(update={"run": None, "cropped": True, "legend": legend, **parts})

    def _caption(self, number: int, name: str, *, compared: bool) -> str:
        text = self.words.language.text
        number_said = self.words.language.number(number)
        if not compared:
            return text("Figure {number}. {name}.", number=number_said, name=name)
        before = self.words.compared_with
        return text("Figure {number}. {name}. In grey: {period}.", number=number_said, name=name, period=before)

    def _in_words(self, table: Table) -> str:
        note = f" ({table.note})" if table.note else ""
        return f"{table.heading}{note}: {'; '.join(row_text(self.words, row) for row in table.rows)}."

    def _in_parentheses(self, tables: Sequence[Table]) -> Iterator[str]:
        if any(row.before is not None for table in tables for row in table.rows):
            yield f"{self.words.language.text('In parentheses: {period}', period=self.words.compared_with)}."

    def _months_in_words(self) -> str:
        words, number = self.words, self.words.language.number
        told = []
        for name, month in words.summary.course_known.items():
            said = f"{words.language.month(name, year=False)} {number(month.total)}"
            if words.highlight:
                said += f" ({highlighted_many(words)} {number(month.highlighted)})"
            told.append(said)
        return f"{capital('; '.join(told))}."
