"""Which columns of a file answer which questions, and what their texts mean."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from storage.forms.question import Question
from storage.imports.form_words import FormWords
from storage.imports.map_parts import NOT_ASKED
from storage.imports.proposals.survey import Column
from storage.imports.row_answers import number_in

LEAST_NAMED, LEAST_UNNAMED = 0.3, 0.6
"""How large a part of a column's cells has to mean something, where its heading names the question and else."""
LEAST_OWN, LEAST_SHARED = 0.1, 0.05
"""How large a part has to answer the question itself, and a second one that the same column may answer."""


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


@dataclass(frozen=True)
class _Reading:
    """What a column would mean as the answer to a question."""

    question: Question
    column: Column
    values: dict[str, str]
    is_named: bool
    related: Collection[str]

    @property
    def own(self) -> float:
        """How large a part of the filled cells answers the question."""
        return _share(self.column, self.values)

    @property
    def share(self) -> float:
        """How large a part answers it, or another question of the kind that hangs together with it."""
        return _share(self.column, {*self.values, *self.related})

    @property
    def score(self) -> float:
        """How likely it is."""
        return self.own + self.is_named

    @property
    def is_likely(self) -> bool:
        """Whether it may be proposed at all: yes, no and not known alone answer every question."""
        if self.own < LEAST_OWN:
            return False
        if self.is_named:
            return self.share >= LEAST_NAMED
        common = {"yes", "no", *(option.key for option in self.question.options if option.not_known)}
        telling = set(self.values.values()) - common
        return self.share >= LEAST_UNNAMED and len(set(self.values.values())) > 1 and bool(telling)


def propose_answers(words: FormWords, columns: Sequence[Column]) -> list[ProposedAnswer]:
    """Return how questions are read from these columns: each from one, a column where questions hang together."""
    readable = [column for column in columns if column.texts]
    readings = [reading for column in readable for reading in _readings(words, column)]
    chosen: dict[str, ProposedAnswer] = {}
    for reading in sorted(readings, key=attrgetter("score"), reverse=True):
        taken = {id(answer.column) for answer in chosen.values()}
        if reading.is_likely and reading.question.key not in chosen and id(reading.column) not in taken:
            chosen[reading.question.key] = ProposedAnswer(reading.question, reading.column, dict(reading.values))
    for reading in readings:
        if reading.question.key not in chosen and _is_shared(words, reading, chosen):
            chosen[reading.question.key] = ProposedAnswer(reading.question, reading.column, dict(reading.values))
    answers = [chosen[question.key] for question in words.form.questions if question.key in chosen]
    for answer in answers:
        _complete(words, answer, answers)
    return answers


def _readings(words: FormWords, column: Column) -> Iterator[_Reading]:
    named = words.question_of(column.heading)
    found = {question.key: _meanings(words, question, column) for question in words.form.questions}
    ending = [text for text in column.counts if words.ended_by(text)]
    for question in words.form.questions:
        key, values = question.key, found[question.key]
        related = (text for other in words.form.questions if _depend(other, question) for text in found[other.key])
        # What is added to another answer has the same words as that one.
        if values and (named == key or not question.besides):
            yield _Reading(question, column, values, named == key, {*related, *ending})


def _meanings(words: FormWords, question: Question, column: Column) -> dict[str, str]:
    initials = all(len(text) == 1 for text in column.counts)
    values = dict[str, str]()
    for text in column.counts:
        option = words.answer(question.key, text) or words.set_by(text).get(question.key)
        option = option or (words.initial(question.key, text) if initials else None)
        option = option or (number_in(text) if question.is_number else None)
        if option is not None:
            values[text] = option
    return values


def _share(column: Column, texts: Collection[str]) -> float:
    return sum(column.counts[text] for text in texts) / max(column.filled, 1)


def _is_shared(words: FormWords, reading: _Reading, chosen: dict[str, ProposedAnswer]) -> bool:
    """Say whether a column that answers one question answers another that depends on it, or it on that."""
    beside = [answer for answer in chosen.values() if answer.column is reading.column]
    related = [answer for answer in beside if _depend(answer.question, reading.question)]
    known = {text for answer in related for text in answer.values}
    more = {text for text in reading.values if text not in known or reading.question.key in words.set_by(text)}
    return bool(related) and _share(reading.column, more) >= LEAST_SHARED


def _depend(one: Question, other: Question) -> bool:
    return one.key in other.when or other.key in one.when


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
    """Return what an empty cell means: no, beside marks alone; else not known, where everybody is asked."""
    question = answer.question
    if set(answer.values.values()) == {"yes"} and not answer.unmeant:
        return "no"
    unknown = [option.key for option in question.options if option.not_known]
    return unknown[0] if unknown and not question.when else NOT_ASKED
