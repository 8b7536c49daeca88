"""Figures: a period's picture, its tables, its text, and the files that leaders may have of it."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web

from bot.desk.cookies import KEYS, cookie
from bot.desk.desk import Desk
from bot.desk.downloads import as_file
from bot.desk.figures.asked_period import LONGEST, asked_form, period_choice
from bot.desk.replies import Reply
from bot.desk.visit import Visit
from handlers.commands import LEADERS
from handlers.statistics.cross_choice import can_choose
from handlers.statistics.downloads import DOWNLOADS, Download
from handlers.statistics.period_reader import NothingKnown, PeriodFigures
from reports.analysis.period import NotAPeriod
from reports.chapter.printed_table import printed_headings, printed_rows
from reports.chapter.prose import prose
from reports.figure_tables import figure_tables
from reports.pictures.drawing import Drawing
from reports.words.about import about
from reports.words.caption import highlighted
from reports.words.house import house_lines
from reports.words.language import Language
from reports.words.limits import Limits
from reports.words.notes import notes
from reports.words.story import stands_out, story
from reports.words.title import highest_and_lowest, title
from reports.words.wording import Wording
from reports.worker.client import NotRendered
from storage.fault import N_

LOG = logging.getLogger(__name__)
ROOM = Limits(caption=100_000, text=100_000)
"""A page has room for everything."""
PAGES: Mapping[str, int] = {str(page): page for page in range(1, 20)}
FILE_NAMES: Mapping[Download, str] = {
    "docx": N_("Word"),
    "pdf": "PDF",
    "html": N_("Web page"),
    "xlsx": N_("Excel"),
    "csv": "CSV",
    "json": "JSON",
    "png": N_("Picture (PNG)"),
    "svg": N_("Drawing (SVG)"),
    "txt": N_("Text"),
}


@dataclass(frozen=True)
class FiguresPage:
    """The page of a period."""

    desk: Desk

    async def show(self, visit: Visit) -> web.Response:
        """Show the period that is asked for, or say what was wrong with the words. Raises a `DatabaseFault`."""
        reader, asked = self.desk.cases.figures.reader, visit.request.query.get("period", "").strip()[:LONGEST]
        form = asked_form(visit, self.desk)
        try:
            shown, wrong = await reader.asked(visit.seat, form, asked), ""
        except (NotAPeriod, NothingKnown) as fault:
            shown, wrong = await reader.asked(visit.seat, form, ""), fault.sentence(self.desk.language.text)
        leads = visit.role in LEADERS
        whole = leads and shown.period.kind in {"tertial", "year"}
        more = await self.desk.cases.figures.downloads.drawings(visit.seat, form, shown.period) if whole else []
        return visit.page(
            "figures.html",
            status=HTTPStatus.BAD_REQUEST if wrong else HTTPStatus.OK,
            path="/figures",
            keys=cookie(visit.request, KEYS) or "on",
            wrong=wrong,
            asked=asked,
            nothing=shown.others.nothing_said(shown.period),
            leads=leads,
            choice=period_choice(self.desk, shown.others, shown.period),
            **_told(shown, self.desk.language),
            crossable=can_choose(form, shown.period),
            downloads=[(kind, FILE_NAMES[kind]) for kind in DOWNLOADS] if leads else (),
            more=list(enumerate(more, 2)),
        )

    async def picture(self, visit: Visit) -> web.Response:
        """Return a picture as SVG, or one that says it is missing. Raises `HTTPBadRequest`, `HTTPNotFound`."""
        worker = self.desk.cases.figures.builder.worker
        drawing = await self._drawing(visit, PAGES.get(visit.request.query.get("page", "1"), 0))
        try:
            drawn = await worker.draw_svg(drawing)
        except NotRendered as fault:
            LOG.error("A picture could not be drawn: %s", fault)  # noqa: TRY400 - the sentence says it all
            answer = visit.page("missing_picture.html", status=HTTPStatus.SERVICE_UNAVAILABLE, reply=Reply())
            answer.content_type = "image/svg+xml"
            return answer
        return web.Response(body=drawn, content_type="image/svg+xml", charset="utf-8")

    async def _drawing(self, visit: Visit, page: int) -> Drawing:
        """Return the headline picture, or for leaders another page of the report."""
        figures, form, text = self.desk.cases.figures, asked_form(visit, self.desk), self.desk.language.text
        try:
            shown = await figures.reader.asked(visit.seat, form, visit.request.query.get("period", "")[:LONGEST])
        except (NotAPeriod, NothingKnown) as fault:
            raise web.HTTPBadRequest(text=fault.sentence(text)) from None
        if page == 1:
            return figures.builder.card_drawing(shown.words)
        if visit.role not in LEADERS:
            raise web.HTTPForbidden(text=text("This page is not for your role."))
        others = await figures.downloads.drawings(visit.seat, form, shown.period)
        if not 2 <= page < 2 + len(others):  # noqa: PLR2004 - the first is the headline picture
            raise web.HTTPNotFound
        return others[page - 2]

    async def download(self, visit: Visit) -> web.Response:
        """Return the figures as a file. Raises `HTTPNotFound`, a `Fault`."""
        cases, form, wanted = self.desk.cases, asked_form(visit, self.desk), visit.request.match_info["kind"]
        kind = next((kind for kind in DOWNLOADS if kind == wanted), None)
        if kind is None:
            raise web.HTTPNotFound
        try:
            period = cases.figures.reader.period(visit.seat, visit.request.query.get("period", "")[:LONGEST])
        except NotAPeriod as fault:
            raise web.HTTPBadRequest(text=fault.sentence(self.desk.language.text)) from None
        return as_file(await cases.figures.downloads.file(visit.seat, kind, form, period))


def _told(shown: PeriodFigures, language: Language) -> Mapping[str, object]:
    """Return what the page says of a period."""
    words = shown.words
    return {
        "title": title(words),
        "heading": words.heading,
        "said": _said(words),
        "stands_out": stands_out(words),
        "about_period": shown.notices,
        "notes": tuple(notes(words)),
        "house": tuple(house_lines(words)),
        "tables": [
            (grid, printed_headings(grid), tuple(printed_rows(grid, language))) for grid in figure_tables(words)
        ],
        "prose": prose(words, ROOM),
        "about": about(shown.form, language).split("\n"),
    }


def _said(words: Wording) -> list[str]:
    """Say what stands out, below the title."""
    if not words.summary.now.total:
        return []
    return [line for line in (highlighted(words), *story(words), highest_and_lowest(words)) if line]
