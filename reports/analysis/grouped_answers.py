"""Grouping the answers to two questions, so that little is left to count however many records there are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reports.analysis.tally import as_called_now, chosen_options
from storage.figures.counts import AnswerCount
from storage.forms.question import Question

Given = tuple[str, ...] | None
"""The options that were given to a question; None where the record does not hold it."""


@dataclass(frozen=True)
class AnswerPair:
    """How many ``calls`` have just these answers to the question of the rows, and to that of the columns."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    calls: int


@dataclass(frozen=True)
class PairCounts:
    """What is counted of answer pairs: the records of each cell, each row and each column, in the options' order.

    A record counts in every cell that its answers meet in, and once in every row and column of its own.
    """

    cells: tuple[tuple[int, ...], ...]
    row_totals: tuple[int, ...]
    column_totals: tuple[int, ...]


@dataclass(frozen=True)
class GroupedAnswers:
    """The registered records that hold both questions; ``asked`` counts those that hold one or both.

    ``bridged`` names the questions and options that include answers given under an earlier key.
    """

    rows: Question
    columns: Question
    pairs: tuple[AnswerPair, ...]
    asked: int
    bridged: frozenset[tuple[str, str]]


def grouped_answers(rows: Question, columns: Question, counted: Iterable[AnswerCount]) -> GroupedAnswers:
    """Group the registered records by their answers to two questions."""
    given = Counter[tuple[Given, Given]]()
    for record in counted:
        if record.outcome == "registered":
            given[_given(rows, record), _given(columns, record)] += record.calls
    pairs, bridged = Counter[tuple[tuple[str, ...], tuple[str, ...]]](), set[tuple[str, str]]()
    for (to_rows, to_columns), calls in given.items():
        if to_rows is not None and to_columns is not None:
            pairs[_told(rows, to_rows), _told(columns, to_columns)] += calls
            bridged.update(_bridged(rows, to_rows), _bridged(columns, to_columns))
    return GroupedAnswers(
        rows,
        columns,
        pairs=tuple(AnswerPair(*answers, calls) for answers, calls in sorted(pairs.items())),
        asked=sum(given.values()) - given[None, None],
        bridged=frozenset(bridged),
    )


def _given(question: Question, record: AnswerCount) -> Given:
    answer = record.answers.get(question.key)
    return None if answer is None else tuple(chosen_options(answer))


def _told(question: Question, given: Sequence[str]) -> tuple[str, ...]:
    """Return the present keys of the known answers, or of "not known" where that is all."""
    present = as_called_now(question.now_called, given)
    known = [option.key for option in question.counted_options if not option.unknown]
    unknown = [option.key for option in question.options if option.unknown and option.key in present]
    if unknown and len(unknown) == len(present):
        return tuple(unknown[:1])
    return tuple(key for key in known if key in present)


def _bridged(question: Question, given: Iterable[str]) -> Iterator[tuple[str, str]]:
    for option in given:
        if option in question.now_called:
            yield question.key, question.now_called[option]
