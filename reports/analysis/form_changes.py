"""What was added to a form or removed from it, and which questions can be compared across that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reports.analysis.period import Days
from storage.forms.form import Form
from storage.forms.question import Dated, Option, Question


@dataclass(frozen=True)
class FormChange:
    """A question, or one ``option`` of it, added or removed; ``day`` is its first or its last day in use."""

    question: Question
    option: Option | None
    added: bool
    day: date

    @property
    def takes_effect(self) -> date:
        """The first day on which the form differs from before."""
        return self.day if self.added else self.day + timedelta(days=1)


def form_changes(form: Form, days: Days) -> list[FormChange]:
    """Return what changed in the form within the days, ordered by day and by place in the form."""
    changes = [change for question in form.questions for change in _changes(question)]
    return sorted((change for change in changes if change.takes_effect in days), key=lambda change: change.day)


def comparable(question: Question, earlier: Days, later: Days) -> bool:
    """Tell whether a question was the same, options and all, from the first of the earlier days to the last."""
    between = Days(earlier.first + timedelta(days=1), later.after)
    return not any(change.takes_effect in between for change in _changes(question))


def in_use(dated: Dated, days: Days) -> bool:
    """Tell whether it was in use on any of the days."""
    return (dated.since is None or dated.since <= days.last) and (dated.until is None or dated.until >= days.first)


def in_use_all_the_time(dated: Dated, days: Days) -> bool:
    """Tell whether it was in use on all of the days."""
    return (dated.since is None or dated.since <= days.first) and (dated.until is None or days.last <= dated.until)


def _changes(question: Question) -> Iterator[FormChange]:
    for option in (None, *question.options):
        dated = option or question
        # What was renamed or merged is neither added nor removed: it is counted under its new key.
        if dated.since and not (option and option.was):
            yield FormChange(question, option, added=True, day=dated.since)
        if dated.until and not (option and option.key in question.now_called):
            yield FormChange(question, option, added=False, day=dated.until)
