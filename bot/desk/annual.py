"""The whole annual report and the national form's page, made for a leader who asks at the page of reports."""

from dataclasses import dataclass

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.downloads import as_file
from bot.desk.figures.figures import FILE_NAMES
from bot.desk.sent_period import LONGEST, period_in
from bot.desk.visit import Visit
from handlers.statistics.annual_reports import NATIONAL, WHOLE, AnnualFile, AnnualReports
from reports.words.language import upper_first
from reports.words.period_name import period_name
from storage.fault import Fault


@dataclass(frozen=True)
class AnnualChoice:
    """The periods to choose from, each with its name, and the formats."""

    periods: list[tuple[str, str]]
    formats: list[tuple[str, str]]
    national: list[tuple[str, str]]


@dataclass(frozen=True)
class AnnualPage:
    """Offers and hands out the files."""

    desk: Desk

    async def choice(self) -> AnnualChoice:
        """Return what there is to choose from. Raises a `DatabaseFault`."""
        language, text = self.desk.language, self.desk.language.text
        periods = await self._reports.periods()
        return AnnualChoice(
            periods=[(period.name, upper_first(period_name(period, language))) for period in periods],
            formats=[(f"annual-{kind}", text(FILE_NAMES[kind])) for kind in WHOLE],
            national=[(f"national-{kind}", text(FILE_NAMES[kind])) for kind in NATIONAL],
        )

    async def file(self, visit: Visit) -> web.Response:
        """Return a file, or lead back and say why there is none. Raises `HTTPNotFound`."""
        query, text = visit.request.query, self.desk.language.text
        what, _, kind = query.get("file", "")[:LONGEST].partition("-")
        period = period_in(query, self.desk.language)
        if what not in {"annual", "national"}:
            raise web.HTTPNotFound
        asked = AnnualFile("annual" if what == "annual" else "national", kind, period)
        try:
            file = await self._reports.file(visit.seat, asked)
        except Fault as fault:
            await visit.conversation.answer(fault.sentence(text), alert=True)
            return visit.back({"back": "/reports"})
        if file is None:
            raise web.HTTPNotFound
        return as_file(file)

    @property
    def _reports(self) -> AnnualReports:
        return self.desk.cases.figures.annual_reports
