"""The fingerprint of a file's counts, by which a reader who counts can tell whether it was altered."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

NOTHING_CHOSEN = "|"
"""Stands for the option where several could be chosen and none was."""


class CountedCell(NamedTuple):
    """What is counted: the records of a month (`2016-07`) and outcome, or an option that they chose.

    Of the records themselves question and option are empty.
    """

    month: str
    outcome: str
    question: str = ""
    option: str = ""


def answer_cells(month: str, outcome: str, question: str, chosen: tuple[str, ...] | None) -> Iterator[CountedCell]:
    """Give the cells that a record's answer counts in: one for each option chosen.

    A question not asked, whose answer is None, counts nowhere; an empty tuple counts as `NOTHING_CHOSEN`.
    """
    for option in () if chosen is None else chosen or (NOTHING_CHOSEN,):
        yield CountedCell(month, outcome, question, option)


def counts_sha256(counts: Mapping[CountedCell, int]) -> str:
    """Return the SHA-256, in hexadecimal, of a file's counts.

    It is that of the lines `month;outcome;question;option;count`, in UTF-8, sorted by code point, each with a line
    feed after it, for every cell that is counted and not 0. Keys and options are taken as they stand in the file:
    numbers as they were typed, renamed options under the key that was chosen. A file of counts has a line for each
    of its rows that is neither 0 nor hidden.
    """
    lines = sorted(f"{';'.join(cell)};{count}\n" for cell, count in counts.items() if count)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
