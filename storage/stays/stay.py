"""A stay: somebody's days in the house, or in a talk that goes on, with what was answered."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from storage.fault import Fault
from storage.forms.form import Form
from storage.forms.question import Answers, Outcome

DAY = len("2016-07-14")


class StayChanged(Fault):
    """A stay is no longer what somebody saw who wanted to change it."""


class DaysGone(Fault):
    """The days of a stay have been cut to their months, and what hangs on them is for good."""


@dataclass(frozen=True)
class StayChange:
    """All that a stay is to be after a change."""

    outcome: Outcome
    person: str
    arrived: date
    left: date | None
    answers: Answers
    label: str

    @property
    def declined(self) -> Self:
        """The same of one who did not want to be registered."""
        return replace(self, outcome="declined", answers={})

    @property
    def kept(self) -> Self:
        """The same without what is not kept: answers of a declined stay, the label of one that is over."""
        answers = {} if self.outcome == "declined" else self.answers
        return replace(self, answers=answers, label="" if self.left else self.label)


@dataclass(frozen=True)
class Arrival:
    """A stay that is not yet kept.

    ``source`` is its identity; ``person`` whose nights they are; ``beside`` the source of the open stay of
    somebody it came together with; ``label`` what the house's own board explains.
    """

    form: Form
    source: str
    outcome: Outcome
    person: str
    arrived: date
    answers: Answers
    left: date | None = None
    beside: str | None = None
    label: str = ""

    @property
    def state(self) -> StayChange:
        """What the stay is to be."""
        return StayChange(self.outcome, self.person, self.arrived, self.left, self.answers, self.label)


@dataclass(frozen=True)
class Stay:
    """A stay as it is kept.

    ``arrived`` and ``left`` are days (`2016-07-14`), or months once the days are gone. Those who came together
    have the same ``bond`` while they are there. ``revision`` grows with each change.
    """

    form: str
    source: str
    outcome: Outcome
    person: str
    arrived: str
    left: str | None
    answers: Answers
    label: str
    bond: str | None
    revision: int

    @property
    def is_open(self) -> bool:
        """Whether it has no end yet."""
        return self.left is None

    @property
    def is_exact(self) -> bool:
        """Whether its days are still known."""
        return len(self.arrived) == DAY

    def has_days(self, arrived: date, left: date | None) -> bool:
        """Tell whether these are its days, as exactly as they are known."""
        exactness = len(self.arrived)
        return (self.arrived, self.left) == (str(arrived)[:exactness], left and str(left)[:exactness])

    def is_as(self, change: StayChange) -> bool:
        """Tell whether nothing would change."""
        return self.has_days(change.arrived, change.left) and (
            (self.outcome, self.person, self.answers, self.label)
            == (change.outcome, change.person, change.answers, change.label)
        )


@dataclass(frozen=True)
class SavedStay:
    """What became of an arrival: the stay now kept, and whether it was kept already."""

    stay: Stay
    repeated: bool


def last_night(arrived: date, left: date) -> date:
    """Return the day of the last night of a stay, of one without a night its only day."""
    if left < arrived:
        raise ValueError(arrived, left)
    return max(arrived, left - timedelta(days=1))
