"""The figures and tables of a chapter: a picture with its text and numbers, answers with shares, months."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.documents import ChapterFigure, Grid, GridColumn, Value
from reports.pictures.card import panel
from reports.pictures.chart import Chart
from reports.statements.months import MonthStatement
from reports.statements.questions import QuestionStatement
from reports.word.question import leading
from reports.words.answers import figures, heading, heading_with_note, label, note
from reports.words.language import upper_first
from reports.words.title import highest_and_lowest
from reports.words.wording import Wording


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
        before = self.words.compared_with
        return text("Figure {number}. {name}. In grey: {period}.", number=number_said, name=name, period=before)

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
    text, period = words.language.text, words.name(words.summary.period)
    compared, several = any(question.compared for question in told), len(told) > 1
    columns = [
        *([GridColumn(heading=text("Question"), kind="text")] if several else []),
        GridColumn(heading=text("Answer"), kind="text"),
        GridColumn(heading=f"{upper_first(words.many)} {period}", kind="count"),
        GridColumn(heading=text("Share"), kind="share"),
        *(
            [GridColumn(heading=f"{upper_first(words.many)} {words.compared_with}", kind="count")]
            if compared
            else []
        ),
    ]
    notes = ((heading(words, question.question), note(words, question)) for question in told)
    return Grid(
        heading=_heading(words, number, name),
        note=" ".join(f"{head}: {said}." for head, said in notes if said),
        columns=tuple(columns),
        rows=tuple(_rows(words, told, several=several, compared=compared)),
    )


def _heading(words: Wording, number: int, name: str) -> str:
    return words.language.text("Table {number}. {name}.", number=words.language.number(number), name=name)


def _rows(
    words: Wording, told: Sequence[QuestionStatement], *, several: bool, compared: bool
) -> Iterator[tuple[Value, ...]]:
    for question in told:
        for answer in question.answers:
            named = label(words, answer)
            names = (heading(words, question.question), named) if several else (named,)
            yield (*names, answer.count, answer.share, *([answer.before] if compared else []))


def months_grid(words: Wording, number: int, name: str) -> Grid:
    """Put the months under each other, with all calls and the highlighted ones, and their sums."""
    summary = words.summary
    heads = [upper_first(words.many), *([words.highlight] if words.highlight else [])]
    highlighted_before = summary.highlighted_before is not None
    before = heads[: 2 if highlighted_before else 1] if summary.before and not summary.before.typed else []
    periods = [(head, words.name(summary.period)) for head in heads]
    periods += [(head, words.compared_with) for head in before]
    rows = (*(_month(words, month) for month in words.statements.months), _sum(words))
    return Grid(
        heading=_heading(words, number, name),
        note="",
        columns=(
            GridColumn(heading=words.language.text("Month"), kind="text"),
            *(GridColumn(heading=f"{head} {period}", kind="count") for head, period in periods),
        ),
        rows=tuple((row[0], *row[1:][: len(heads)], *row[3:][: len(before)]) for row in rows),
    )


def _month(words: Wording, month: MonthStatement) -> tuple[Value, ...]:
    name = upper_first(words.language.month(month.name, year=False))
    return name, month.total, month.highlighted, month.total_before, month.highlighted_before


def _sum(words: Wording) -> tuple[Value, ...]:
    total, highlight = words.statements.total, words.statements.highlight
    highlighted = (highlight.count, highlight.before) if highlight else (None, None)
    return words.language.text("All months"), total.count, highlighted[0], total.before, highlighted[1]
