"""Questions whose answers are ticked off, each in a column of its own."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from storage.forms.question import Question
from storage.imports.folding import folded
from storage.imports.form_words import NO, NOT_KNOWN, YES, FormWords
from storage.imports.map_parts import CHOSEN, NOT_CHOSEN
from storage.imports.proposals.survey import Column

FEWEST = 2
"""How many columns have to be answers of a question."""


@dataclass(frozen=True)
class ProposedTicks:
    """The columns that a question is read from, each with its option, and what the marks in them mean."""

    question: Question
    options: Sequence[tuple[Column, str]]
    values: dict[str, str]


def propose_ticks(words: FormWords, columns: Sequence[Column], taken: Container[str]) -> list[ProposedTicks]:
    """Return how questions that are not ``taken`` are read from ticks in these columns."""
    ticked = [column for column in columns if column.heading and _is_ticked(column)]
    asked = [question for question in words.form.questions if question.key not in taken and not question.besides]
    found = {question.key: _options(words, question, ticked) for question in asked}
    chosen = {key: options for key, options in found.items() if len(options) >= FEWEST}
    for question in asked:
        for child in asked:
            wanted = child.when.get(question.key, ())
            if question.key in found and child.key in chosen and len(wanted) == 1:
                others = [column for column, _ in found[question.key]]
                more = [(column, wanted[0]) for column, _ in chosen[child.key] if column not in others]
                chosen[question.key] = [*found[question.key], *more]
    return [
        ProposedTicks(question, options, _marks(options))
        for question in asked
        if (options := chosen.get(question.key))
    ]


def _is_ticked(column: Column) -> bool:
    marks = {folded(text) for text in column.counts}
    return bool(marks & YES) and marks <= YES | NO | NOT_KNOWN


def _options(words: FormWords, question: Question, columns: Sequence[Column]) -> list[tuple[Column, str]]:
    answers = ((column, words.answer_heading(question.key, column.heading)) for column in columns)
    return [(column, option) for column, option in answers if option is not None and option not in {"yes", "no"}]


def _marks(options: Sequence[tuple[Column, str]]) -> dict[str, str]:
    marks = {text: folded(text) in YES for column, _ in options for text in column.counts}
    empty = any(column.empty for column, _ in options)
    meant: dict[str, str] = {text: CHOSEN if chosen else NOT_CHOSEN for text, chosen in marks.items()}
    return {**meant, "": NOT_CHOSEN} if empty else meant
