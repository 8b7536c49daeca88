"""Cross tables: two questions of a form set against each other, chosen from two lists."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.figures.asked_period import LONGEST, asked_form, period_choice
from bot.desk.visit import Visit
from handlers.statistics.cross_choice import CrossPair, offered
from reports.analysis.period import NotAPeriod, Period
from reports.words.cross_table import CrossFigures, CrossWording
from reports.worker.client import NotRendered
from storage.forms.form import Form
from storage.forms.question import Question

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class CrossPage:
    """The page of a cross table."""

    desk: Desk

    async def show(self, visit: Visit) -> web.Response:
        """Show the table of two questions, the form's own first where none are named. Raises a `DatabaseFault`."""
        reader, query, text = self.desk.cases.figures.reader, visit.request.query, self.desk.language.text
        form, asked, wrong = asked_form(visit, self.desk), query.get("period", "").strip()[:LONGEST], ""
        try:
            period = reader.period(visit.seat, asked)
        except NotAPeriod as fault:
            period, wrong = reader.period(visit.seat, ""), fault.sentence(text)
        questions = offered(form, period)
        pair = _pair(form, questions, query.get("rows", ""), query.get("columns", ""))
        if pair and pair[0] == pair[1]:
            wrong, words = text("That is the same question twice."), None
        else:
            words, failed = await self._counted(visit, form, period, pair)
            wrong = wrong or failed
        others = await reader.others(form, reader.visibility(visit.seat))
        return visit.page(
            "cross_table.html",
            status=HTTPStatus.BAD_REQUEST if wrong else HTTPStatus.OK,
            path="/figures",
            wrong=wrong,
            asked=asked if wrong else "",
            choice=period_choice(self.desk, others, period),
            questions=questions,
            pair=pair,
            words=words,
            columns=words.table.columns.lines if words else (),
            rows=_rows(words) if words else (),
        )

    async def _counted(
        self, visit: Visit, form: Form, period: Period, pair: tuple[Question, Question] | None
    ) -> tuple[CrossWording | None, str]:
        """Return the table, or a sentence on why there is none."""
        if pair is None:
            return None, self.desk.language.text("This form has no two questions to set against each other.")
        try:
            asked = CrossPair(form, period, *pair)
            return await self.desk.cases.figures.cross_statistics.table(visit.seat, asked), ""
        except NotRendered as fault:
            LOG.error("A cross table could not be counted: %s", fault)  # noqa: TRY400 - the sentence says it all
            return None, self.desk.language.text("The table could not be made. Try later.")


def _pair(form: Form, questions: Sequence[Question], rows: str, columns: str) -> tuple[Question, Question] | None:
    """Return the questions with these keys; for those that are not offered, a pair of the form's reports."""
    by_key = {question.key: question for question in questions}
    usual = next(
        (pair for pair in form.cross_pairs if all(one in questions for one in pair)), tuple(questions[:2])
    )
    if len(usual) < 2:  # noqa: PLR2004 - rows and columns
        return None
    first = by_key.get(rows, usual[0])
    return first, by_key.get(columns, usual[1] if first != usual[1] else usual[0])


def _rows(words: CrossWording) -> Sequence[CrossFigures]:
    return list(words.figures(words.table.rows.lines, words.table.columns.lines))
