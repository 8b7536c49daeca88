"""What a column of a file would mean as the answer to a question, and how likely that is."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from storage.forms.question import Question
from storage.imports.form_words import FormWords
from storage.imports.proposals.survey import Column
from storage.imports.row_answers import number_in

LEAST_OWN, LEAST_UNNAMED = 0.1, 0.6
"""How large a part of a column without such a heading has to answer the question, and that or a related one."""
DASHES = frozenset({"-", "\u2013"})


@dataclass(frozen=True)
class Reading:
    """What a column would mean as the answer to a question."""

    question: Question
    column: Column
    values: dict[str, str]
    is_named: bool
    related: Collection[str]

    @property
    def own(self) -> float:
        """How large a part of the filled cells answers the question."""
        return share_of(self.column, self.values)

    @property
    def share(self) -> float:
        """How large a part answers it, or another question of the kind that hangs together with it."""
        return share_of(self.column, {*self.values, *self.related})

    @property
    def score(self) -> float:
        """How likely it is."""
        return self.own + self.is_named

    @property
    def is_likely(self) -> bool:
        """Whether it may be proposed at all: yes, no and not known alone answer every question."""
        if self.is_named:
            return True
        common = {"yes", "no", *(option.key for option in self.question.options if option.not_known)}
        telling = set(self.values.values()) - common
        is_about_it = self.own >= LEAST_OWN and self.share >= LEAST_UNNAMED
        return is_about_it and len(set(self.values.values())) > 1 and bool(telling)


def readings_of(words: FormWords, column: Column) -> Iterator[Reading]:
    """Yield what a column would mean to each question that some of its texts answer."""
    named = words.question_of(column.heading)
    found = {
        question.key: _meanings(words, question, column, is_named=named == question.key)
        for question in words.form.questions
    }
    ending = [text for text in column.counts if words.ended_by(text)]
    for question in words.form.questions:
        key, values = question.key, found[question.key]
        related = (text for other in words.form.questions if depend(other, question) for text in found[other.key])
        # What is added to another answer has the same words as that one.
        if values and (named == key or not question.besides):
            yield Reading(question, column, values, named == key, {*related, *ending})


def _meanings(words: FormWords, question: Question, column: Column, *, is_named: bool) -> dict[str, str]:
    initials = is_named or all(len(text) == 1 for text in column.counts)
    values = dict[str, str]()
    for text in column.counts:
        option = words.answer(question.key, text) or words.set_by(text).get(question.key)
        option = option or (words.initial(question.key, text) if initials else None)
        option = option or (number_in(text) if question.is_number else None)
        if option is not None:
            values[text] = option
    return _with_dashes(question, column, values)


def _with_dashes(question: Question, column: Column, values: dict[str, str]) -> dict[str, str]:
    """Let a dash beside yes alone mean no; where there is a no as well, nobody knows."""
    dashes = DASHES.intersection(column.counts)
    has_no = "no" in question.option_keys and "no" not in values.values()
    return {**values, **dict.fromkeys(dashes, "no")} if has_no and "yes" in values.values() else values


def share_of(column: Column, texts: Collection[str]) -> float:
    """Return how large a part of the filled cells has one of these texts."""
    return sum(column.counts[text] for text in texts) / max(column.filled, 1)


def depend(one: Question, other: Question) -> bool:
    """Say whether one of two questions is asked only after the other."""
    return one.key in other.when or other.key in one.when
