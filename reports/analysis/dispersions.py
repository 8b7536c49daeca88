"""How much a register's own months swing: the dispersion of its total and of each answer's share."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reports.analysis.baseline import Answer
from reports.analysis.form_changes import in_use_all_the_time
from reports.analysis.tally import Tally
from reports.inference.dispersion import (
    FEWEST,
    Dispersion,
    MonthCount,
    Residuals,
    dispersion,
    rate_residuals,
    share_residuals,
)
from storage.forms.form import Form
from storage.forms.question import Option, Question
from storage.turns import give_way

ASSUMED = Dispersion()
"""What is taken where too few months are known."""


@dataclass(frozen=True)
class Dispersions:
    """The dispersion of the total, and of each answer's share; what is not known is assumed."""

    total: Dispersion = ASSUMED
    answers: Mapping[Answer, Dispersion] = field(default_factory=dict)

    def of(self, question: str, option: str) -> Dispersion:
        """Return the dispersion of an answer's share."""
        return self.answers.get((question, option), ASSUMED)


async def dispersions_of(form: Form, months: Sequence[Tally]) -> Dispersions:
    """Work out the dispersions from whole months in use, yielding to other tasks in between."""
    answers = {}
    for question in form.questions:
        for option in question.options:
            answers[question.key, option.key] = _known(share_residuals, list(_shares(question, option, months)))
        await give_way()
    totals = [month_count(month, month.total, month.days.count) for month in months]
    return Dispersions(_known(rate_residuals, totals), answers)


def _known(residuals: Callable[[Sequence[MonthCount]], Residuals], months: Sequence[MonthCount]) -> Dispersion:
    return dispersion(residuals(months)) if len(months) >= FEWEST else ASSUMED


def _shares(question: Question, option: Option, months: Sequence[Tally]) -> Iterator[MonthCount]:
    """Give the months in which the answer could be given all the time, and to whom."""
    for month in months:
        count, base = month.questions[question.key].of(option)
        if (
            base
            and in_use_all_the_time(question, month.days)
            and (option.was or in_use_all_the_time(option, month.days))
        ):
            yield month_count(month, count, base)


def month_count(month: Tally, count: int, exposure: int) -> MonthCount:
    """Return what is counted of a month, out of how much."""
    return MonthCount(month.period.first.year, month.period.first.month, count, exposure)
