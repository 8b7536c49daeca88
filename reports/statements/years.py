"""A line of years: up to ten, each with its total and its answers, as far as they are known and comparable."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.analysis.baseline import Baseline, EarlierFigure
from reports.analysis.form_changes import in_use, in_use_all_the_time
from reports.analysis.period import Period
from reports.analysis.summary import Summary
from reports.analysis.tally import SMALL_BASE
from storage.forms.form import Form
from storage.forms.question import Option, Question

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

    def figure(self, question: Question, option: Option) -> EarlierFigure | None:
        """Return an answer's figure; None where it is not known, or could not be given in any of the year."""
        days = self.period.days
        if self.figures is None or not in_use(question, days) or not (option.was or in_use(option, days)):
            return None
        return self.figures.figure(question.key, option.key)

    def count(self, question: Question, option: Option) -> int | None:
        """Return how many gave an answer; None where it is not known, or was not asked all the year."""
        figure = self.figure(question, option)
        return figure.count if figure and in_use_all_the_time(question, self.period.days) else None

    def hides(self, question: Question, option: Option) -> bool:
        """Tell whether an answer's figure is known but not told."""
        return self.figures is not None and (question.key, option.key) in self.figures.hidden

    def share(self, question: Question, option: Option) -> EarlierFigure | None:
        """Return an answer's figure where it has a share to be shown; "not known" has none."""
        figure = self.figure(question, option)
        if figure is None or option.unknown or figure.share is None:
            return None
        return figure if figure.percent is not None or (figure.base or 0) >= SMALL_BASE else None

    def is_bridged(self, question: Question, option: Option) -> bool:
        """Tell whether answers with an earlier key are counted among them."""
        return self.figures is not None and (question.key, option.key) in self.figures.bridged


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


def answers_over_years(form: Form, years: tuple[YearStatement, ...]) -> Iterator[tuple[Question, Option]]:
    """Give every answer that is known of any of the years, in the form's order, "not known" last."""
    for question in form.questions:
        for option in sorted(question.counted_options, key=lambda option: option.unknown):
            figures = (year.figure(question, option) for year in years)
            if any(figure and (figure.count or figure.share) for figure in figures):
                yield question, option
