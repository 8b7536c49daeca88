"""The figures and tables of a chapter: a picture with its text and numbers, answers with shares, months."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.answer_grid import figure_cells, figure_columns
from reports.documents import ChapterFigure, Grid, GridColumn, Value
from reports.pictures.card import panel
from reports.pictures.chart import Chart
from reports.statements.questions import QuestionStatement
from reports.word.question import leading
from reports.words.answers import figures, heading, heading_with_note, label, note
from reports.words.language import upper_first
from reports.words.title import highest_and_lowest
from reports.words.wording import Wording
from storage.fault import N_

GREY, HOLLOW = (
    N_("Figure {number}. {name}. In grey: {period}."),
    N_("Figure {number}. {name}. Hollow: {period}."),
)


@dataclass(frozen=True)
class Figures:
    """Makes the figures of one chapter from the summary's picture, ``drawn`` once."""

    words: Wording
    drawn: Chart

    def answers(self, number: int, told: Sequence[QuestionStatement]) -> ChapterFigure:
        """Draw questions that belong together, as figure ``number``."""
        words, compared = self.words, any(question.compared for question in told)
        name = f"{heading(words, told[0].question)} {words.when_in_full}"
        title, panels = leading(words, told[0]) or name, tuple(panel(words, question) for question in told)
        described = [
            f"{heading_with_note(words, q)}: {'; '.join(figures(words, answer) for answer in q.answers)}."
            for q in told
        ]
        if compared:
            compared_with = words.language.text("In parentheses: {period}", period=words.compared_with)
            described.append(f"{compared_with}.")
        return ChapterFigure(
            chart=self._chart(compared=compared, title=title, subtitle="", months=None, panels=panels),
            alternative=" ".join(described),
            caption=self._caption(number, name, compared=compared),
            grid=answers_grid(words, number, name, told),
        )

    def months(self, number: int) -> ChapterFigure | None:
        """Draw the months, as figure ``number``; None where there is nothing to draw."""
        words = self.words
        if self.drawn.months is None:
            return None
        compared = any(month.total_before for month in words.statements.months)
        name = words.language.text(
            "{many} per month {when}", many=upper_first(words.many), when=words.when_in_full
        )
        return ChapterFigure(
            chart=self._chart(compared=compared, title=highest_and_lowest(words) or name, subtitle="", panels=()),
            alternative=f"{name}. {self._months_in_words()}",
            caption=self._caption(number, name, compared=compared),
            grid=months_grid(words, number, name),
        )

    def _chart(self, *, compared: bool, **parts: object) -> Chart:
        legend = self.drawn.legend if compared else ""
        return self.drawn.model_copy(update={"run": None, "cropped": True, "legend": legend, **parts})

    def _caption(self, number: int, name: str, *, compared: bool) -> str:
        text = self.words.language.text
        number_said = self.words.language.number(number)
        if not compared:
            return text("Figure {number}. {name}.", number=number_said, name=name)
        before = self.words.summary.before
        message = HOLLOW if before and before.typed else GREY
        return text(message, number=number_said, name=name, period=self.words.compared_with)

    def _months_in_words(self) -> str:
        words, number = self.words, self.words.language.number
        told = []
        for month in words.statements.months:
            said = f"{words.language.month(month.name, year=False)} {number(month.total)}"
            if month.highlighted is not None:
                said += f" ({words.highlighted_many} {number(month.highlighted)})"
            told.append(said)
        return f"{upper_first('; '.join(told))}."


def answers_grid(words: Wording, number: int, name: str, told: Sequence[QuestionStatement]) -> Grid:
    """Put questions under each other: each answer's count and share, and the count a year before."""
    text, now = words.language.text, f"{upper_first(words.many)} {words.name(words.summary.period)}"
    columns = (
        GridColumn(heading=text("Question"), kind="text") if len(told) > 1 else None,
        GridColumn(heading=text("Answer"), kind="text"),
        *figure_columns(words, now, [answer for question in told for answer in question.answers]),
    )
    rows = [
        (heading(words, question.question), label(words, answer), *figure_cells(words, answer))
        for question in told
        for answer in question.answers
    ]
    notes = ((heading(words, question.question), note(words, question)) for question in told)
    below = " ".join(f"{head}: {said}." for head, said in notes if said)
    return Grid.of(_heading(words, number, name), columns, rows, below)


def _heading(words: Wording, number: int, name: str) -> str:
    return words.language.text("Table {number}. {name}.", number=words.language.number(number), name=name)


def months_grid(words: Wording, number: int, name: str) -> Grid:
    """Put the months under each other, with all calls and the highlighted ones, and their sums."""
    language, many, highlight = words.language, upper_first(words.many), words.highlight
    now, before = words.name(words.summary.period), words.summary.before
    compared = before is not None and not before.typed
    alike = compared and highlight and words.summary.highlighted_before is not None
    columns = (
        GridColumn(heading=language.text("Month"), kind="text"),
        GridColumn(heading=f"{many} {now}", kind="count"),
        GridColumn(heading=f"{highlight} {now}", kind="count") if highlight else None,
        GridColumn(heading=f"{many} {words.compared_with}", kind="count") if compared else None,
        GridColumn(heading=f"{highlight} {words.compared_with}", kind="count") if alike else None,
    )
    months = words.statements.months
    rows = [(upper_first(language.month(month.name, year=False)), *month.counts) for month in months]
    return Grid.of(_heading(words, number, name), columns, [*rows, _sum(words)])


def _sum(words: Wording) -> tuple[Value, ...]:
    total, highlight = words.statements.total, words.statements.highlight
    highlighted = (highlight.count, highlight.before) if highlight else (None, None)
    return words.language.text("All months"), total.count, highlighted[0], total.before, highlighted[1]
