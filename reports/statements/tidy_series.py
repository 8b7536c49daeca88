"""The tidy counts of what a summary's period stands beside: earlier years, or the same days a year before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.analysis.baseline import Baseline, EarlierFigure
from reports.analysis.form_changes import comparable, in_use
from reports.analysis.hidden import HIDDEN
from reports.analysis.period import Period
from reports.analysis.summary import Summary
from reports.statements.tidy_counts import TidyCount, share_of
from storage.figures.history import TOTAL
from storage.forms.form import Form
from storage.forms.question import Question


@dataclass(frozen=True)
class _Known:
    """A period, and what is known of it."""

    period: Period
    figures: Baseline


def earlier_counts(summary: Summary) -> list[TidyCount]:
    """Return the rows of the periods before a summary's own, the oldest first.

    Beside a year these are the years before, as far as they are known; beside another period the same days a year
    before. Whether they changed clearly was not tested.
    """
    known = list(_known(summary))
    return [
        row
        for before, here in pairwise([None, *known])
        if here
        for row in _rows(summary.form, here, before if before and _is_next(before, here) else None)
    ]


def _known(summary: Summary) -> Iterator[_Known]:
    if summary.period.kind == "year":
        yield from (_Known(year.period, year.figures) for year in summary.years)
    elif summary.before:
        yield _Known(Period.of(summary.now.days.a_year_before), summary.before)


def _is_next(before: _Known, here: _Known) -> bool:
    return before.period == here.period.a_year_before


def _rows(form: Form, here: _Known, before: _Known | None) -> Iterator[TidyCount]:
    name = here.period.name
    if here.figures.total is not None:
        yield TidyCount(name, *TOTAL, here.figures.total)
    for question in form.questions:
        told = _told(question, here)
        if _was_asked(form, question, list(told.values())):
            alike = before and comparable(question, before.period.days, here.period.days)
            for key, figure in told.items():
                earlier = before.figures if before and alike else None
                yield _row((name, question.key, key), here.figures, figure, earlier)


def _told(question: Question, here: _Known) -> Mapping[str, EarlierFigure]:
    """Return what is known of the answers that could be given, by their keys."""
    days = here.period.days
    given = [o for o in question.counted_options if in_use(question, days) and (o.was or in_use(o, days))]
    figures = {option.key: here.figures.figure(question.key, option.key) for option in given}
    hidden = {option.key for option in given if (question.key, option.key) in here.figures.hidden}
    return {key: figure or EarlierFigure(None, None) for key, figure in figures.items() if figure or key in hidden}


def _was_asked(form: Form, question: Question, told: Sequence[EarlierFigure]) -> bool:
    """Tell whether there is anything to tell of a question: one asked later may not have existed."""
    return any(figure.count or figure.share for figure in told) or (
        question in form.crossable and not question.later
    )


def _row(
    place: tuple[str, str, str], figures: Baseline, figure: EarlierFigure, earlier: Baseline | None
) -> TidyCount:
    # The tally has 0 as the base of a question of all records that was not asked all the time.
    base = None if figure.count and not figure.base else figure.base
    answer = (place[1], place[2])
    count = HIDDEN if answer in figures.hidden and figure.count is None else figure.count
    hides_share = answer in figures.hidden
    before = None if earlier is None else HIDDEN if answer in earlier.hidden else share_of(earlier.figure(*answer))
    return TidyCount(
        *place,
        count,
        HIDDEN if hides_share else base,
        HIDDEN if hides_share else share_of(figure),
        before,
    )
