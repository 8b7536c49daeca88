"""A row of a file, checked, as it would be kept."""

from typing import NamedTuple


class Said(NamedTuple):
    """An outcome, and answers as canonical JSON, so that equal ones are equal text."""

    outcome: str
    answers: str


class FileRow(NamedTuple):
    """A time (`2016-07-14T23`, `2016-07-14`, of a declined call the month), and what was said."""

    time: str
    said: Said
