"""A stay's questions as fields of a page: what can be chosen, and what is chosen."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.stays.given import Given
from reports.words.language import Language
from storage.forms.bands import LARGEST
from storage.forms.form import Form
from storage.forms.question import Option, Question, Stage


@dataclass(frozen=True)
class Choice:
    """An answer that can be chosen."""

    key: str
    label: str
    definition: str
    chosen: bool


@dataclass(frozen=True)
class Field:
    """A question on a page.

    ``rule`` tells the script after which answers it is asked, and ``asked_if`` those who read it without; a
    ``number`` is what is written there; one that is ``kept`` can be left without an answer again; ``lacks`` one.
    """

    question: Question
    label: str
    choices: Sequence[Choice]
    number: str
    rule: str
    asked_if: str
    kept: bool
    lacks: bool
    is_wrong: bool

    @property
    def kind(self) -> str:
        """How it is answered: by one choice, by several, or by a number."""
        return "number" if self.question.is_number else self.question.kind

    @property
    def most(self) -> int:
        """The largest number."""
        return LARGEST


@dataclass(frozen=True)
class FieldsOf:
    """The fields of a form for a stay that began on a ``day``.

    ``given`` is what stands in them, ``kept`` what was there before; ``lacking`` are the questions to point out.
    The question ``wrong`` has no answer that can be kept.
    """

    form: Form
    day: date
    given: Given
    kept: Given
    language: Language
    lacking: frozenset[str] = frozenset()
    wrong: str = ""

    def at(self, stage: Stage) -> Sequence[Field]:
        """Return the fields of a stage: none of questions that are not in use."""
        asked = (q for q in self.form.asked_at(stage) if q.in_use(self.day) or q.key in self.kept)
        return [self._field(question) for question in asked]

    def _field(self, question: Question) -> Field:
        given = self.given.get(question.key, ())
        written = [value for value in given if value not in question.option_keys or value.isdecimal()]
        return Field(
            question=question,
            label=question.label.in_language(self.language.code),
            choices=list(self._choices(question, given)),
            number=written[0] if question.is_number and written else "",
            rule=json.dumps(question.when) if question.when else "",
            asked_if=self._asked_if(question),
            kept=question.kind == "one" and question.key in self.kept,
            lacks=question.key in self.lacking,
            is_wrong=question.key == self.wrong,
        )

    def _choices(self, question: Question, given: Sequence[str]) -> Iterator[Choice]:
        code, there = self.language.code, (*given, *self.kept.get(question.key, ()))
        for option in question.options:
            if _is_written(question, option):
                continue
            if option.key in there or (option.in_use(self.day) and (option.not_known or not question.is_number)):
                definition = option.definition.in_language(code) if option.definition else ""
                yield Choice(option.key, option.label.in_language(code), definition, option.key in given)

    def _asked_if(self, question: Question) -> str:
        """Return after which answers it is asked: `Goes to: kindergarten or school`."""
        code = self.language.code
        said = []
        for key, wanted in question.when.items():
            other = self.form.by_key[key]
            answers = [other.option(answer).label.in_language(code) for answer in wanted]
            said.append(f"{other.label.in_language(code)}: {', '.join(answers)}")
        return "; ".join(said)


def _is_written(question: Question, option: Option) -> bool:
    """Tell whether an option is a band of one number, which is written as that number."""
    return question.is_number and option.key.isdecimal()
