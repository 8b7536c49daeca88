"""Publishing: what would be hidden, the question whether to publish, and the files that may leave the house."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.downloads import as_file
from bot.desk.figures.asked_period import LONGEST
from bot.desk.replies import Reply
from bot.desk.visit import Visit
from bot.random_codes import fresh_nonce
from handlers.recent import RecentValues
from handlers.tap.actions import AskPublication, Publish
from handlers.view import View
from reports.analysis.period import NotAPeriod, Period
from reports.report_files import File
from reports.words.period_name import period_name
from storage.forms.form import Form

MOST_PAGES = 5
"""What came of the latest of these is known when a page is sent twice."""
MOST_FILES = 60
"""So many published files are at hand until the program is started anew; the public folder has them all."""


@dataclass(frozen=True)
class PublicationPage:
    """The steps of publishing a period: nothing is published before somebody has seen what is hidden."""

    desk: Desk
    _files: RecentValues[str, File] = field(default_factory=lambda: RecentValues(MOST_FILES))
    _published: RecentValues[str, Reply] = field(default_factory=lambda: RecentValues(MOST_PAGES))
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def show(self, visit: Visit) -> web.Response:
        """Say what publishing is, or what was answered. Raises `HTTPBadRequest`."""
        form, period = self._of(visit.request.query)
        reply, language, cases = visit.reply(), self.desk.language, self.desk.cases
        name = period_name(period, language)
        heading = language.text("For publication: {period}", period=name)
        return visit.page(
            "publication.html",
            path="/figures",
            reply=reply,
            form=form,
            period=period,
            nonce=fresh_nonce(),
            name=name,
            heading=heading,
            too_early=cases.figures.publication.too_early(period, language),
            asked=bool(reply.views or reply.alerts),
            sure=any(view.rows for view in reply.views),
            said=[view.text.removeprefix(heading).lstrip() for view in reply.views if view.text],
            files=self._kept([file for view in reply.views for file in _files(view)]),
        )

    async def ask(self, visit: Visit) -> web.Response:
        """Work out what would be hidden, and ask whether to publish. Raises a `DatabaseFault`."""
        fields = await visit.posted()
        form, period = self._of(fields)
        await self.desk.cases.figures.publication.ask(visit.asks(), AskPublication(form, period))
        return self._back(visit, form, period, visit.conversation.reply)

    async def publish(self, visit: Visit) -> web.Response:
        """Publish, once for each page that asked. Raises a `DatabaseFault`."""
        fields = await visit.posted()
        form, period = self._of(fields)
        nonce = fields.get("nonce", "")[:LONGEST]
        async with self._lock:  # the second of two clicks waits for what came of the first
            reply = self._published.get(nonce)
            if reply is None:
                await self.desk.cases.figures.publication.publish(visit.asks(), Publish(form, period))
                reply = visit.conversation.reply
                self._published.put(nonce, reply)
        return self._back(visit, form, period, reply)

    async def download(self, visit: Visit) -> web.Response:
        """Return a file that was published. Raises `HTTPNotFound`."""
        file = self._files.get(visit.request.match_info["name"])
        if file is None:
            raise web.HTTPNotFound
        return as_file(file)

    def _of(self, named: Mapping[str, str]) -> tuple[Form, Period]:
        try:
            period = Period.named(named.get("period", "")[:LONGEST])
        except NotAPeriod as fault:
            raise web.HTTPBadRequest(text=fault.sentence(self.desk.language.text)) from None
        return self.desk.told_form(named.get("form", "")), period

    def _back(self, visit: Visit, form: Form, period: Period, reply: Reply) -> web.Response:
        self.desk.replies.put(visit.seated.device.number, reply)
        query = urlencode({"period": period.name, "form": form.key})
        raise web.HTTPSeeOther(f"/figures/publication?{query}")

    def _kept(self, files: Sequence[File]) -> Sequence[str]:
        """Keep files at hand, and return their names."""
        for file in files:
            self._files.put(file.name, file)
        return [file.name for file in files]


def _files(view: View) -> Iterator[File]:
    yield from filter(None, (view.picture, *(page.file for page in view.album), view.file))
