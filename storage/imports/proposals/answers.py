"""Which columns of a file answer which questions, and what their texts mean."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from storage.forms.question import Question
from storage.imports.folding import folded
from storage.imports.form_words import NOT_KNOWN, FormWords
from storage.imports.map_parts import NOT_ASKED
from storage.imports.proposals.readings import Reading, depend, readings_of, share_of
from storage.imports.proposals.survey import Column, Survey
from storage.imports.row_answers import number_in

LEAST_SHARED = 0.05
"""How large a part of a column has to answer a second question."""
LEAST_BESIDE = 0.8
"""In how large a part of a text's rows another question is answered where the text says that it is asked."""


@dataclass
class ProposedAnswer:
    """How a question is read from a column: what its texts mean; any other means ``others``, where that is said.

    Answers that do not fit may be ignored.
    """

    question: Question
    column: Column
    values: dict[str, str] = field(default_factory=dict)
    others: str | None = None
    ignores_unasked: bool = False

    @property
    def unmeant(self) -> list[str]:
        """The texts without a meaning, the frequent ones first."""
        if self.others is not None:
            return []
        texts = [text for text, _ in self.column.counts.most_common()]
        return [text for text in texts if text not in self.values and not self._is_number(text)]

    @property
    def in_order(self) -> list[tuple[str, str]]:
        """The texts with their meanings, in the order of the form's options."""
        order = {key: place for place, key in enumerate(self.question.option_keys)}
        return sorted(self.values.items(), key=lambda value: order.get(value[1], len(order)))

    def _is_number(self, text: str) -> bool:
        return self.question.is_number and number_in(text) is not None


def propose_answers(words: FormWords, found: Survey, columns: Sequence[Column]) -> list[ProposedAnswer]:
    """Return how questions are read from these columns; those that hang together may be read from the same."""
    readable = [column for column in columns if column.texts]
    readings = [reading for column in readable for reading in readings_of(words, column)]
    chosen: dict[str, ProposedAnswer] = {}
    for reading in sorted(readings, key=attrgetter("score"), reverse=True):
        taken = {answer.column for answer in chosen.values()}
        if reading.is_likely and reading.question.key not in chosen and reading.column not in taken:
            chosen[reading.question.key] = ProposedAnswer(reading.question, reading.column, dict(reading.values))
    for reading in readings:
        if reading.question.key not in chosen and _is_shared(words, reading, chosen):
            chosen[reading.question.key] = ProposedAnswer(reading.question, reading.column, dict(reading.values))
    answers = [chosen[question.key] for question in words.form.questions if question.key in chosen]
    for answer in answers:
        _complete(words, answer, answers)
    for answer in answers:
        _read_from_beside(found, answer, answers)
    return answers


def _is_shared(words: FormWords, reading: Reading, chosen: dict[str, ProposedAnswer]) -> bool:
    """Say whether a column that answers one question answers another that depends on it, or it on that."""
    beside = [answer for answer in chosen.values() if answer.column is reading.column]
    related = [answer for answer in beside if depend(answer.question, reading.question)]
    known = {text for answer in related for text in answer.values}
    more = {text for text in reading.values if text not in known or reading.question.key in words.set_by(text)}
    return bool(related) and share_of(reading.column, more) >= LEAST_SHARED


def _complete(words: FormWords, answer: ProposedAnswer, answers: Sequence[ProposedAnswer]) -> None:
    """Add what follows from the other questions, and what an empty cell means."""
    beside = [other for other in answers if other.column is answer.column and other is not answer]
    for text in answer.column.counts:
        if text not in answer.values and (option := _implied(words, answer.question, text, beside)):
            answer.values[text] = option
    if any(other.question.key in answer.question.when for other in beside):
        others = {text: NOT_ASKED for other in beside for text in other.values}
        answer.values = {**others, **answer.values}
    if answer.column.empty and "" not in answer.values:
        answer.values[""] = _empty(answer)
    answer.ignores_unasked = bool(answer.question.when) and not beside


def _read_from_beside(found: Survey, answer: ProposedAnswer, answers: Sequence[ProposedAnswer]) -> None:
    """Let a text that nobody knows, or none, say that a question is asked which nearly all of its rows answer."""
    for child in answers:
        wanted = child.question.when.get(answer.question.key, ())
        if len(wanted) != 1 or child.column is answer.column:
            continue
        for text in ("", *answer.unmeant):
            rows = found.rows_with(answer.column, text)
            answered = sum(folded(cell) not in {"", *NOT_KNOWN} for cell in found.beside(rows, child.column))
            if rows and answered >= LEAST_BESIDE * len(rows):
                answer.values[text] = wanted[0]


def _implied(words: FormWords, question: Question, text: str, beside: Sequence[ProposedAnswer]) -> str | None:
    """Return the only answer with which a question is asked that a text answers, or names."""
    children = [other.question for other in beside if text in other.values]
    if (named := words.question_of(text)) is not None:
        children.append(words.form.by_key[named])
    for child in children:
        if len(wanted := child.when.get(question.key, ())) == 1:
            return wanted[0]
    return None


def _empty(answer: ProposedAnswer) -> str:
    """Return what an empty cell means: no, where only yes is written; else not known, where everybody is asked."""
    question = answer.question
    unknown = [option.key for option in question.options if option.not_known]
    meant = set(answer.values.values()).difference(unknown)
    if meant == {"yes"} and not answer.unmeant:
        return "no"
    return unknown[0] if unknown and not question.when else NOT_ASKED
