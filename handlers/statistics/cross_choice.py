"""Choosing two questions to set against each other: by buttons, one after the other."""

from dataclasses import dataclass
from typing import Self

from handlers.tap.cross_table_actions import ChooseColumns, ChooseRows, OfPair, OpenCrossTable, ShowCrossTable
from handlers.tap.form_tap import UnreadableTap
from handlers.view import Button, Rows, View, in_fitting_rows
from reports.analysis.form_changes import in_use
from reports.analysis.period import Period
from reports.words.language import Language, lower_first
from storage.forms.form import Form
from storage.forms.question import Question


@dataclass(frozen=True)
class CrossPair:
    """The questions of the rows and of the columns, and the period of a form that they are asked of."""

    form: Form
    period: Period
    rows: Question
    columns: Question

    @classmethod
    def tapped(cls, tap: OfPair) -> Self:
        """Return what a tap is about; raise `UnreadableTap` for places where no two questions are."""
        rows, columns = question_at(tap.form, tap.rows), question_at(tap.form, tap.columns)
        if rows == columns:
            raise UnreadableTap
        return cls(tap.form, tap.period, rows, columns)


def question_at(form: Form, place: int) -> Question:
    """Return the question at a place of the form; raise `UnreadableTap` where none is that can be counted."""
    if place >= len(form.questions) or form.questions[place] not in form.crossable:
        raise UnreadableTap
    return form.questions[place]


def can_choose(form: Form, period: Period) -> bool:
    """Tell whether there are two questions to choose."""
    return len(offered(form, period)) > 1


def rows_choice(tap: ChooseRows, language: Language) -> View:
    """Ask which question the rows are."""
    form, period = tap.form, tap.period
    buttons = [
        Button(
            question.heading.in_language(language.code),
            ChooseColumns(form, period, form.questions.index(question)),
        )
        for question in offered(form, period)
    ]
    return View(language.text("Which question makes the rows?"), [*in_fitting_rows(buttons)])


def columns_choice(tap: ChooseColumns, language: Language) -> View:
    """Ask which question the columns are."""
    form, period, rows = tap.form, tap.period, question_at(tap.form, tap.rows)
    text = language.text("{question}: against which question?", question=rows.heading.in_language(language.code))
    buttons = [
        Button(
            question.heading.in_language(language.code),
            OpenCrossTable(form, period, tap.rows, form.questions.index(question)),
        )
        for question in offered(form, period)
        if question != rows
    ]
    return View(text, [*in_fitting_rows(buttons)])


def rows_below(pair: CrossPair, language: Language) -> Rows:
    """Return the buttons under a table: the same the other way round, and other questions."""
    form, period = pair.form, pair.period
    swapped = ShowCrossTable(form, period, form.questions.index(pair.columns), form.questions.index(pair.rows))
    return [
        [
            Button(language.text("Swap"), swapped),
            Button(language.text("Other questions"), ChooseRows(form, period)),
        ]
    ]


def names(form: Form, language: Language) -> list[str]:
    """Return the names of the questions that can be set against each other."""
    return [question.heading.in_language(language.code) for question in form.crossable]


def example(form: Form, language: Language) -> str:
    """Return how two of them are written: a pair of the reports, or the first two."""
    pair = next(iter(form.cross_pairs), form.crossable[:2])
    return " × ".join(lower_first(question.heading.in_language(language.code)) for question in pair)


def offered(form: Form, period: Period) -> list[Question]:
    """Return the questions that can be set against each other in a period."""
    return [question for question in form.crossable if in_use(question, period.days)]
