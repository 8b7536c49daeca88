"""A row of a file, checked, as it would be kept."""

from typing import NamedTuple

BETWEEN = "/"
"""Stands between the two times of a stay."""
MONTHS_LENGTH = len("2016-07/2016-08")
HOUR_LENGTH = len("2016-07-14T23")


class Said(NamedTuple):
    """An outcome, answers as canonical JSON, so that equal ones are equal text, and whose nights a stay has."""

    outcome: str
    answers: str
    person: str = ""


class FileRow(NamedTuple):
    """A time, and what was said.

    The time is `2016-07-14T23`, `2016-07-14`, or of a declined call the month. A stay has two of them,
    `2016-07-14/2016-07-20`, or `2016-07-14/` while somebody is still there; one whose days are gone,
    `2016-07/2016-08`, names its ``line``.
    """

    time: str
    said: Said
    line: int | None = None

    @property
    def is_of_months(self) -> bool:
        """Whether it is a stay whose days are gone."""
        return len(self.time) == MONTHS_LENGTH

    def cut(self, exact_since: str) -> "FileRow":
        """Return it with no hour of before that."""
        is_too_exact = len(self.time) == HOUR_LENGTH and self.time < exact_since
        return self._replace(time=self.time[:10]) if is_too_exact else self
