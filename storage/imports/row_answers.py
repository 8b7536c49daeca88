"""What a row of a file says, checked as strictly as what is filled in."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date

from storage.fault import N_
from storage.forms.bands import LARGEST
from storage.forms.form import Form
from storage.forms.question import OUTCOMES, Answer, Answers, Outcome, Question
from storage.imports.file_row import Said
from storage.quoting import quoted
from storage.records.export import SEPARATOR
from storage.records.records import canonical
from storage.table_files.rows import RowFault

NUMBER = re.compile(rf"0*([0-9]{{1,{len(str(LARGEST))}}})", re.ASCII)


def number_in(text: str) -> str | None:
    """Return the whole number that is written, without leading zeros; None for anything else."""
    number = NUMBER.fullmatch(text)
    return str(int(number[1])) if number else None


def outcomes_of(form: Form) -> tuple[Outcome, ...]:
    """Return the outcomes that a record can have: nobody stays who has nothing to do with the service."""
    return tuple(outcome for outcome in OUTCOMES if not (form.stays_open and outcome == "irrelevant"))


def outcome_in(form: Form, text: str) -> Outcome:
    """Return the outcome that is written; an empty text is the first one. Raises `RowFault`."""
    for outcome in outcomes_of(form):
        if text in {outcome, ""}:
            return outcome
    raise RowFault(N_("{text} is not an outcome"), text=quoted(text), column="outcome")


def without_unasked(
    form: Form, outcome: Outcome, cells: Mapping[str, str], ignored: Container[str]
) -> tuple[Mapping[str, str], Sequence[str]]:
    """Return the cells without answers that the form does not ask for with the others, and these answers' keys.

    Only those of questions that are ``ignored`` are left away, together with what is asked only after them. One
    who declined is asked nothing, and of what is not about the service only that is told.
    """
    given = {key: _counted(form.by_key[key], answer) for key, answer in _answers(form, cells, None)}
    lost = [key for key in given if key in ignored and not _is_asked(form, outcome, key)]
    given = {key: answer for key, answer in given.items() if key not in lost}
    while unasked := [key for key in given if key in ignored and not form.by_key[key].applies(given)]:
        lost += unasked
        given = {key: answer for key, answer in given.items() if key not in unasked}
    return {key: cell for key, cell in cells.items() if key not in lost}, lost


def _is_asked(form: Form, outcome: Outcome, key: str) -> bool:
    """Say whether a question is asked of those with an outcome, whatever they answer otherwise."""
    if outcome == "declined":
        return form.house is not None and key == form.house.by
    return outcome != "irrelevant" or key not in form.asked


def said_in(form: Form, outcome: Outcome, cells: Mapping[str, str], day: date | None) -> Said:
    """Return what is kept of a row but for the time. Raises `RowFault`."""
    answers = dict(_answers(form, cells, day))
    person = form.person_in(answers)
    if outcome == "declined" and form.house and form.house.by:
        # Their nights count, and so it may be said whose they were.
        answers.pop(form.house.by, None)
    _check(form, outcome, answers, day)
    return Said(outcome, canonical(form, answers), person)


def _check(form: Form, outcome: Outcome, answers: Answers, day: date | None) -> None:
    # Of what is held already only the months are known, and so not what was in use.
    if day is not None:
        given = {key: _counted(form.by_key[key], answer) for key, answer in answers.items()}
        pruned = form.pruned(given, day)
        if lost := [key for key, answer in given.items() if pruned.get(key) != answer]:
            words = N_("“{question}” is not asked with these answers, or not on that day")
            raise RowFault(words, question=lost[0], column=lost[0])
    if outcome == "registered" and (aside := [key for key in answers if key not in form.asked]):
        words = N_("“{question}” is not asked of a registered call")
        raise RowFault(words, question=aside[0], column=aside[0])
    if outcome == "declined" and answers:
        words = N_("whoever does not want to be registered has no answers, and “{question}” has one")
        raise RowFault(words, question=next(iter(answers)), column=next(iter(answers)))


def _counted(question: Question, answer: Answer) -> Answer:
    return question.counted_as(answer) if isinstance(answer, str) else answer


def _answers(form: Form, cells: Mapping[str, str], day: date | None) -> Iterator[tuple[str, Answer]]:
    for key, cell in cells.items():
        if not cell or key not in form.by_key:
            continue
        question = form.by_key[key]
        if not question.takes_several:
            yield key, _answer(question, cell, day)
        else:
            chosen = [_answer(question, part, day) for part in cell.split(SEPARATOR) if part]
            yield key, tuple(option for option in question.option_keys if option in chosen)


def _answer(question: Question, text: str, day: date | None) -> str:
    key = text.strip()
    if question.is_number and (number := number_in(key)) is not None:
        return number
    facts = {"text": quoted(text), "question": question.key, "column": question.key}
    if key not in question.option_keys:
        if question.is_number:
            words = N_("{text} is neither a whole number from 0 to {most} nor an option of “{question}”")
            raise RowFault(words, most=LARGEST, **facts)
        raise RowFault(N_("{text} is not an option of “{question}”"), **facts)
    if day is not None and not question.option(key).in_use(day):
        words = N_("“{option}” is not in use on {day}")
        raise RowFault(words, option=key, day=day, column=question.key)
    return key
