"""The columns of a foreign file that hold an outcome or answers, and what their texts mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from storage.forms.question import Question
from storage.imports.folding import folded
from storage.imports.map_parts import (
    CHOSEN,
    NOT_ASKED,
    NOT_CHOSEN,
    NOTHING_CHOSEN,
    OutcomeMap,
    QuestionMap,
)
from storage.imports.number_ranges import NumberRange, range_in, whole_number_in
from storage.imports.row_answers import number_in


@dataclass(frozen=True)
class TextMeanings:
    """What texts mean: those among ``values`` first, then numbers in ``ranges``, then numbers themselves.

    Where they ``fold``, the ``values`` are folded too.
    """

    values: Mapping[str, str]
    fold: bool = False
    ranges: Sequence[tuple[NumberRange, str]] = ()
    takes_numbers: bool = False

    def of(self, text: str) -> str | None:
        """Return what a text means: an option's key, a number, `not asked`, `nothing chosen`; None if nothing."""
        meaning = self.values.get(folded(text) if self.fold else text)
        if meaning is None and self.ranges:
            meaning = self._in_range(text)
        if meaning is None and self.takes_numbers:
            meaning = number_in(text)
        return meaning

    def _in_range(self, text: str) -> str | None:
        number = whole_number_in(text)
        if number is None:
            return None
        return next((meaning for numbers, meaning in self.ranges if numbers.holds(number)), None)


@dataclass(frozen=True)
class AnswerColumn:
    """A column that holds an answer or a part of one; texts without a meaning have that of ``others``, if any."""

    name: str
    meanings: TextMeanings
    others: str | None
    separator: str | None = None

    def texts(self, cells: Mapping[str, str]) -> list[str]:
        """Return the texts of the cell that have a meaning each."""
        cell = cells[self.name]
        if self.separator is None:
            return [cell]
        return [text for part in cell.split(self.separator) if (text := part.strip())] or [""]


def outcome_column(part: OutcomeMap, *, fold: bool) -> Iterator[AnswerColumn]:
    """Yield the column of the outcome, of a map that is settled."""
    if part.column is not None:
        yield AnswerColumn(part.column, TextMeanings(_values(part.values, fold=fold), fold), part.others)


def question_columns(part: QuestionMap, question: Question, *, fold: bool) -> Iterator[AnswerColumn]:
    """Yield the columns of a question, of a map that is settled."""
    if part.column is not None:
        ranges = [(numbers, meaning) for text, meaning in part.ranges.items() if (numbers := range_in(text))]
        meanings = TextMeanings(_values(part.values, fold=fold), fold, ranges, question.is_number)
        yield AnswerColumn(part.column, meanings, part.others, part.separator)
    for name, option in part.spread.items():
        chosen = {CHOSEN: option, NOT_CHOSEN: NOTHING_CHOSEN, NOT_ASKED: NOT_ASKED}
        values = _values({text: chosen[meaning] for text, meaning in part.values.items()}, fold=fold)
        others = chosen[part.others] if part.others is not None else None
        yield AnswerColumn(name, TextMeanings(values, fold), others)


def _values(values: Mapping[str, str], *, fold: bool) -> Mapping[str, str]:
    return {folded(text): meaning for text, meaning in values.items()} if fold else values
