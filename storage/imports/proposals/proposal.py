"""A map that is proposed for a file: a person looks it over, edits it, and imports through it."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from storage.forms.form import Form
from storage.forms.question import Outcome, Question
from storage.imports.form_words import FormWords
from storage.imports.map_parts import NOT_ASKED
from storage.imports.proposals.answers import ProposedAnswer, propose_answers
from storage.imports.proposals.survey import Column, Survey
from storage.imports.proposals.ticks import ProposedTicks, propose_ticks
from storage.imports.proposals.times import ProposedTime, propose_times


@dataclass(frozen=True)
class ProposedOutcome:
    """A column some of whose texts say that a call ended otherwise; all others were registered."""

    column: Column
    values: Mapping[str, Outcome]


@dataclass(frozen=True)
class Proposal:
    """How a file would be read: ``times`` under their tables' names, its outcome, and the answers."""

    survey: Survey
    form: Form
    times: Mapping[str, ProposedTime]
    outcome: ProposedOutcome | None
    answers: Sequence[ProposedAnswer]
    ticks: Sequence[ProposedTicks]

    @property
    def left(self) -> list[Column]:
        """The columns of the file that nothing is read from, in order."""
        ticked = {column for ticks in self.ticks for column, _ in ticks.options}
        unread = _unread(self.survey, list(self.times.values()), self.answers)
        return [column for column in unread if column not in ticked and column.heading not in self.survey.aside]

    @property
    def missing_times(self) -> list[str]:
        """The tables of times that no column was found for."""
        return [name for name in _time_tables(self.form) if name not in self.times]

    @property
    def unanswered(self) -> list[Question]:
        """The questions of a registered record that no column answers."""
        answered = {answer.question.key for answer in self.answers} | {ticks.question.key for ticks in self.ticks}
        asked = self.form.asked - answered
        return [question for question in self.form.questions if question.key in asked and not question.later]


def propose(form: Form, found: Survey) -> Proposal:
    """Propose how a file is read as records of a form."""
    tables = _time_tables(form)
    ranked = propose_times(found.columns, len(tables))
    if len(tables) > 1:
        # Who comes, comes first.
        ranked.sort(key=lambda time: time.columns[0].place)
    times = dict(zip(tables, ranked, strict=False))
    words = FormWords(form)
    answers = propose_answers(words, found, _unread(found, ranked, []))
    ticks = propose_ticks(words, _unread(found, ranked, answers), {answer.question.key for answer in answers})
    outcome = _outcome(words, answers)
    if outcome is not None:
        answers += _answers_of_others(words, outcome, {answer.question.key for answer in answers})
    return Proposal(found, form, times, outcome, answers, ticks)


def _unread(found: Survey, times: Sequence[ProposedTime], answers: Sequence[ProposedAnswer]) -> list[Column]:
    read = {column for time in times for column in time.columns} | {answer.column for answer in answers}
    return [column for column in found.columns if column not in read]


def _time_tables(form: Form) -> tuple[str, ...]:
    return ("arrived", "left") if form.stays_open else ("occurred_at",)


def _outcome(words: FormWords, answers: Sequence[ProposedAnswer]) -> ProposedOutcome | None:
    """Return the first column with texts that end the form; then these answer nothing that is asked otherwise."""
    for answer in answers:
        ends = {text: end for text in answer.column.counts if (end := words.ended_by(text))}
        if not ends:
            continue
        for other in answers:
            if other.column is answer.column and other.question.key in words.form.asked:
                other.values.update(dict.fromkeys(ends, NOT_ASKED))
        return ProposedOutcome(answer.column, ends)
    return None


def _answers_of_others(words: FormWords, outcome: ProposedOutcome, taken: Container[str]) -> list[ProposedAnswer]:
    """Return what is asked only of those whose form ended otherwise."""
    found = []
    for question in words.form.questions:
        if question.key not in taken and question.key not in words.form.asked and not question.later:
            values = {text: option for text in outcome.values if (option := words.answer(question.key, text))}
            if values:
                found.append(ProposedAnswer(question, outcome.column, values, NOT_ASKED))
    return found
