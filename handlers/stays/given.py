"""The answers of a stay, as they were given: what is kept of them, and what is still missing."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from reports.words.language import Language
from storage.fault import N_, Fault
from storage.forms.bands import LARGEST
from storage.forms.form import Form
from storage.forms.question import Answer, Answers, Question, Stage

Given = Mapping[str, Sequence[str]]
"""What was given to each question: the keys of options, or a number as it was written."""
NUMBER = re.compile(rf"0*([0-9]{{1,{len(str(LARGEST))}}})", re.ASCII)
NO_NUMBER = N_("{question}: write a whole number from 0 to {most}. Nothing is saved yet.")
NO_OPTION = N_("{question}: this answer is not in use. Choose anew; nothing is saved yet.")


class NotAnAnswer(Fault):
    """Something that was given is no answer to its question; ``question`` is the question's key."""

    def __init__(self, question: Question, message: str, language: Language, **facts: object) -> None:
        super().__init__(message, question=question.label.in_language(language.code), **facts)
        self.question = question.key


def answers_in(form: Form, given: Given, day: date, language: Language, before: Answers) -> dict[str, Answer]:
    """Return the answers to keep, for a stay that began on ``day``. Raises `NotAnAnswer`.

    What is not in use on that day is an answer only where it was one ``before``. A question that nothing was
    given to is left unanswered, and one that is not asked after the other answers is dropped.
    """
    answers: dict[str, Answer] = {}
    for question in form.questions:
        values = [value for value in given.get(question.key, ()) if value]
        if not values:
            continue
        if question.is_number:
            answers[question.key] = _number(question, values, language)
        elif _are_offered(question, values, day, before.get(question.key)):
            chosen = tuple(key for key in question.option_keys if key in values)
            answers[question.key] = chosen if question.takes_several else chosen[0]
        else:
            raise NotAnAnswer(question, NO_OPTION, language)
    asked = form.pruned(counted(form, answers), day)
    old = {key for key in before if key in answers and not form.by_key[key].in_use(day)}
    return {key: answer for key, answer in answers.items() if key in asked or key in old}


def _are_offered(question: Question, values: Sequence[str], day: date, before: Answer | None) -> bool:
    kept = (before,) if isinstance(before, str) else before or ()
    offered = {option.key for option in question.options if option.in_use(day) or option.key in kept}
    return offered.issuperset(values) and (question.takes_several or len(values) == 1)


def _number(question: Question, values: Sequence[str], language: Language) -> str:
    """Return a number as it is kept, or the option that stands in its place; what was written comes first."""
    written = [value for value in values if value not in question.option_keys or value.isdecimal()]
    if not written:
        return values[0]
    number = NUMBER.fullmatch(written[0].strip())
    if number is None:
        raise NotAnAnswer(question, NO_NUMBER, language, most=LARGEST)
    return str(int(number[1]))


def counted(form: Form, answers: Answers) -> dict[str, Answer]:
    """Return the answers with the band of each number in its place."""
    return {
        key: form.by_key[key].counted_as(answer) if isinstance(answer, str) else answer
        for key, answer in answers.items()
        if key in form.by_key
    }


def missing(form: Form, answers: Answers, stage: Stage, day: date) -> list[Question]:
    """Return the questions of a stage that are asked after the other answers, and have none."""
    given = counted(form, answers)
    return [
        question
        for question in form.asked_at(stage)
        if question.key not in given and question.in_use(day) and question.applies(given)
    ]
