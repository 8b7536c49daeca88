"""`vaktlogg stats --by`: two questions set against each other, as a table of text, JSON or CSV."""

import json

from bot.cli.output import Written
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from reports.analysis.cross_table_data import cross_table_cells, cross_table_json
from reports.analysis.period_parser import parse_period
from reports.analysis.question_parser import questions_called
from reports.cross_tables import CrossTables
from reports.tidy_files import csv_text
from reports.words.cross_table import CrossWording
from reports.words.cross_table_text import cross_table_text
from reports.words.language import Language
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.fault import N_, Fault
from storage.figures.counts import Counts
from storage.forms.form import Form, telephone_of
from storage.forms.question import Question

HEADINGS = ("row", "column", "count", "row_share", "column_share")


class NotTwoQuestions(Fault):
    """What stands after `--by` does not name two different questions of the form."""


async def cross_figures(config: Config, words: str, form_key: str, by: str, written: Written) -> str:
    """Return the table of a period, as ``words`` name it, and of the questions in ``by``. Raises a `Fault`."""
    forms = forms_of(config)
    form = form_named(forms, form_key)
    today = config.now().date()
    period = parse_period(words, today=today)
    pair, worker = cross_pair(form, by), WorkerClient()
    async with Database.open(config.database.path, must_exist=True) as database:
        try:
            counts = Counts(database, telephone_of(forms).key)
            [table] = await CrossTables(counts, worker).count(form, [pair], period, today)
        finally:
            await worker.close()
    match written:
        case "json":
            return json.dumps(cross_table_json(table), ensure_ascii=False)
        case "csv":
            return csv_text(HEADINGS, cross_table_cells(table))
    return cross_table_text(CrossWording(table, Language(config.language)))


def cross_pair(form: Form, by: str) -> tuple[Question, Question]:
    """Return the questions of rows and columns that `--by` names. Raises `NotTwoQuestions`."""
    names = by.split(",")
    if len(names) != 2:  # noqa: PLR2004 - rows and columns
        raise NotTwoQuestions(N_("--by names two questions, with a comma between them: agency,reason."))
    rows, columns = (_question(form, name) for name in names)
    if rows == columns:
        raise NotTwoQuestions(N_("--by names the question “{question}” twice."), question=rows.key)
    return rows, columns


def _question(form: Form, name: str) -> Question:
    called = questions_called(form, name)
    if len(called) == 1:
        return called[0]
    questions = ", ".join(question.key for question in called or form.crossable)
    words = N_("“{name}” may be any of these questions: {questions}.")
    if not called:
        words = N_("The form “{form}” has no question “{name}”; it has: {questions}.")
    raise NotTwoQuestions(words, form=form.key, name=name.strip(), questions=questions)
