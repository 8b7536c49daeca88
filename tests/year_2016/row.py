"""A record of the year, as it is filled in or imported."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from storage.forms.question import Answer, Outcome

Answers = Mapping[str, Answer]


@dataclass(frozen=True)
class Row:
    """A record: its times by column, its outcome and its answers.

    The times are `occurred_at` (`2016-07-14T23`), or `arrived` and `left` (`2016-07-14`). Of a stay that is not
    registered there is only whose it was.
    """

    times: Mapping[str, str]
    outcome: Outcome = "registered"
    answers: Answers = field(default_factory=dict)

    @property
    def month(self) -> int:
        """The month in which it is filled in first."""
        return int(next(iter(self.times.values()))[5:7])
