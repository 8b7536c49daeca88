"""A line of years: up to ten, each with its total and its answers, as far as they are known and comparable."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.analysis.baseline import Baseline, EarlierFigure
from reports.analysis.form_changes import in_use, in_use_all_the_time
from reports.analysis.period import Period
from reports.analysis.summary import Summary
from reports.analysis.tally import SMALL_BASE
from storage.figures.history import GROUP
from storage.forms.form import Form
from storage.forms.question import AnswerOrGroup, Option, OptionGroup, Question

FEWEST_YEARS = 3
"""Fewer years are no line: they stand side by side anyhow."""


@dataclass(frozen=True)
class YearStatement:
    """One year's figures; None where nothing is known of it. One that is not over is only a ``part``."""

    period: Period
    figures: Baseline | None
    part: bool

    @property
    def total(self) -> int | None:
        """The year's total; None where it is not known."""
        return self.figures.total if self.figures else None

    def highlighted(self, form: Form) -> int | None:
        """Return how many were highlighted; None where it is not known, or not asked all the year."""
        asked = all(in_use_all_the_time(form.by_key[key], self.period.days) for key in form.highlight)
        if self.figures is None or self.figures.highlighted is None or not asked:
            return None
        return self.figures.highlighted.count

    @property
    def typed(self) -> bool:
        """Whether it is as an earlier report prints it."""
        return self.figures is not None and self.figures.typed

    def figure(self, question: Question, answer: AnswerOrGroup) -> EarlierFigure | None:
        """Return an answer's figure; None where it is not known, or could not be given in any of the year.

        That of a group is of all its answers that could be given.
        """
        if self.figures is None or not in_use(question, self.period.days):
            return None
        given = self._given(question, answer)
        if isinstance(answer, OptionGroup):
            return self.figures.together(question.key, given)
        return self.figures.figure(question.key, answer.key) if given else None

    def count(self, question: Question, answer: AnswerOrGroup) -> int | None:
        """Return how many gave an answer; None where it is not known, or was not asked all the year."""
        figure = self.figure(question, answer)
        return figure.count if figure and in_use_all_the_time(question, self.period.days) else None

    def hides(self, question: Question, answer: AnswerOrGroup) -> bool:
        """Tell whether an answer's figure, or one of a group's, is known but not told."""
        hidden = self.figures.hidden if self.figures else frozenset()
        keys = (*answer.options, GROUP) if isinstance(answer, OptionGroup) else (answer.key,)
        return any((question.key, key) in hidden for key in keys)

    def share(self, question: Question, answer: AnswerOrGroup) -> EarlierFigure | None:
        """Return an answer's figure where it has a share to be shown; "not known" has none."""
        figure = self.figure(question, answer)
        if figure is None or figure.share is None or (isinstance(answer, Option) and answer.unknown):
            return None
        return figure if figure.percent is not None or (figure.base or 0) >= SMALL_BASE else None

    def is_bridged(self, question: Question, option: Option) -> bool:
        """Tell whether answers with an earlier key are counted among them."""
        return self.figures is not None and (question.key, option.key) in self.figures.bridged

    def _given(self, question: Question, answer: AnswerOrGroup) -> list[str]:
        """Return the keys of those of a group's options, or of the one, that could be given in any of the year."""
        options = map(question.option, answer.options) if isinstance(answer, OptionGroup) else [answer]
        return [option.key for option in options if option.was or in_use(option, self.period.days)]


def year_statements(summary: Summary) -> tuple[YearStatement, ...]:
    """Return the years up to a year's own, from the first of which anything is known; nothing of other periods."""
    if summary.period.kind != "year" or not summary.now.total:
        return ()
    known = {year.period: year.figures for year in summary.years}
    known[summary.period] = Baseline.counted(summary.form, summary.now)
    first = min(known, key=lambda year: year.first)
    years, year = list[YearStatement](), first
    while year.first <= summary.period.first:
        years.append(YearStatement(year, known.get(year), part=year.running(summary.today)))
        year = year.later
    return tuple(years)


def answers_over_years(form: Form, years: Sequence[YearStatement]) -> Iterator[tuple[Question, AnswerOrGroup]]:
    """Give every answer and group that is known of any of the years, in the form's order, "not known" last."""
    for question in form.questions:
        answers = [option for option in question.counted_options if not option.unknown]
        for answer in (*answers, *_after(question)):
            figures = (year.figure(question, answer) for year in years)
            if any(figure and (figure.count or figure.share) for figure in figures):
                yield question, answer


def _after(question: Question) -> Iterator[AnswerOrGroup]:
    """Give what stands after the known answers: their group, then "not known"."""
    if question.group:
        yield question.group
    yield from (option for option in question.counted_options if option.unknown)
