"""Cells: what a published figure counts, and of which records."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

HOLDS, KNOWN, UNKNOWN, LACKING = "*", "+", "?", "-"
"""In place of an option: any answer, a known one, "not known", and none though one should have been given."""

NOT_ASKED = ""
"""In place of an answer: the question did not apply."""


class Condition(NamedTuple):
    """What a record must have answered to be counted; ``answer`` is an option, or one of the signs above."""

    question: str
    answer: str


Cell: TypeAlias = tuple[Condition, ...]
"""The registered records that meet every condition."""

TOTAL: Cell = (Condition("", "total"),)
"""All records that count: the registered ones, and those without answers."""

UNSPECIFIED: Cell = (Condition("", "unspecified"),)
"""The records without answers, since these never came or nobody wanted to give them: everybody knows how many."""


class MonthState(NamedTuple):
    """A month (`2016-07`) and a digest of what its records were when they were counted."""

    month: str
    digest: str


MonthStates: TypeAlias = frozenset[MonthState]
"""The records that a figure is about: whole months, each as it was."""


def cell_name(cell: Cell) -> str:
    """Write a cell as text that `cell_named` reads: `caller=woman&reason=violence`."""
    return "&".join("=".join(condition) for condition in cell)


def cell_named(name: str) -> Cell:
    """Read what `cell_name` writes."""
    return tuple(Condition(*part.split("=")) for part in name.split("&"))


def meets(cell: Cell, answers: Mapping[str, str]) -> bool:
    """Tell whether records with these answers, one to each question, belong to a cell."""
    return all(_meets(answers.get(question, NOT_ASKED), wanted) for question, wanted in cell)


def _meets(answer: str, wanted: str) -> bool:
    if wanted == HOLDS:
        return answer not in {NOT_ASKED, LACKING}
    if wanted == KNOWN:
        return answer not in {NOT_ASKED, LACKING, UNKNOWN}
    return answer == wanted
