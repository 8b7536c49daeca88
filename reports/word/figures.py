"""The figures of a chapter: the picture, what it shows in words, and its table with every number of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.documents import Figure
from reports.language import capital
from reports.pictures.card import panel
from reports.pictures.chart import Chart
from reports.statements.questions import QuestionStatement
from reports.word.grids import answers_grid, months_grid
from reports.word.names import highlighted_many
from reports.word.question import leading
from reports.words.answers import figures, headed, heading
from reports.words.title import peaks
from reports.words.wording import Wording


@dataclass(frozen=True)
class Figures:
    """Makes the figures of one chapter from the summary's picture, ``drawn`` once."""

    words: Wording
    drawn: Chart

    def answers(self, number: int, told: Sequence[QuestionStatement]) -> Figure:
        """Draw questions that belong together, as figure ``number``."""
        words, compared = self.words, any(question.compared for question in told)
        name = f"{heading(words, told[0].question)} {words.when_in_full}"
        title, panels = leading(words, told[0]) or name, tuple(panel(words, question) for question in told)
        return Figure(
            chart=self._chart(compared=compared, title=title, subtitle="", months=None, panels=panels),
            alternative=" ".join([*map(self._in_words, told), *self._in_parentheses(compared=compared)]),
            caption=self._caption(number, name, compared=compared),
            grid=answers_grid(words, number, name, told),
        )

    def months(self, number: int) -> Figure | None:
        """Draw the months, as figure ``number``; None where there is nothing to draw."""
        words = self.words
        if self.drawn.months is None:
            return None
        compared = any(month.total_before for month in words.statements.months)
        name = words.language.text("{many} per month {when}", many=capital(words.many), when=words.when_in_full)
        return Figure(
            chart=self._chart(compared=compared, title=peaks(words) or name, subtitle="", panels=()),
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

    def _in_words(self, told: QuestionStatement) -> str:
        return f"{headed(self.words, told)}: {'; '.join(figures(self.words, answer) for answer in told.answers)}."

    def _in_parentheses(self, *, compared: bool) -> Iterator[str]:
        if compared:
            yield f"{self.words.language.text('In parentheses: {period}', period=self.words.compared_with)}."

    def _months_in_words(self) -> str:
        words, number = self.words, self.words.language.number
        told = []
        for month in words.statements.months:
            said = f"{words.language.month(month.name, year=False)} {number(month.total)}"
            if month.highlighted is not None:
                said += f" ({highlighted_many(words)} {number(month.highlighted)})"
            told.append(said)
        return f"{capital('; '.join(told))}."
