"""The page that publishes: what would be hidden, the question whether to, and files that may leave the house."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlencode

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.downloads import as_file
from bot.desk.visit import Visit
from bot.random_codes import fresh_nonce
from handlers.recent import RecentValues
from reports.report_files import File

LONGEST_NONCE = 100
MOST_ANSWERS = 5
"""What came of the latest of these is known when a page is sent twice, or waits for its page."""
MOST_FILES = 60
"""So many published files are at hand until the program is started anew; the public folder has them all."""


@dataclass(frozen=True)
class PublicationLink:
    """An address to go to, and what the link to it says."""

    address: str
    label: str


@dataclass(frozen=True)
class PublicationSubject:
    """What is to be published: its heading, its period in words, and the fields that name it in forms.

    ``about`` says more of it where that is needed, and ``refused`` why it cannot be published, where that is so.
    The links ``instead`` lead to what can, and ``back`` to where it is told of.
    """

    heading: str
    name: str
    fields: Mapping[str, str]
    about: str
    back: PublicationLink
    refused: str = ""
    instead: Sequence[PublicationLink] = ()


@dataclass(frozen=True)
class PublicationAnswer:
    """Texts that are said, whether they ask for a yes, and the files that were published."""

    said: Sequence[str] = ()
    asks: bool = False
    files: Sequence[File] = ()


class ToPublish(Protocol):
    """What a page publishes, by the fields that name it."""

    async def subject(self, named: Mapping[str, str]) -> PublicationSubject:
        """Return what is named. Raises `HTTPBadRequest`, and a `DatabaseFault`."""

    async def ask(self, visit: Visit, named: Mapping[str, str]) -> PublicationAnswer:
        """Say what would be hidden, or why it cannot be published. Raises a `DatabaseFault`."""

    async def publish(self, visit: Visit, named: Mapping[str, str]) -> PublicationAnswer:
        """Publish it, or say why it cannot be. Raises a `DatabaseFault`."""


@dataclass(frozen=True)
class PublicationPage:
    """The steps of publishing, at addresses below ``path``: nothing is before somebody has seen what is hidden."""

    desk: Desk
    path: str
    what: ToPublish
    _files: RecentValues[str, File] = field(default_factory=lambda: RecentValues(MOST_FILES))
    _published: RecentValues[tuple[str, str], PublicationAnswer] = field(
        default_factory=lambda: RecentValues(MOST_ANSWERS)
    )
    _waiting: RecentValues[tuple[int, str], PublicationAnswer] = field(
        default_factory=lambda: RecentValues(MOST_ANSWERS)
    )
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def show(self, visit: Visit) -> web.Response:
        """Say what publishing is, or what was answered. Raises `HTTPBadRequest`, and a `DatabaseFault`."""
        subject = await self.what.subject(visit.request.query)
        answer = self._waiting.take((visit.seated.device.number, self._address(subject)))
        return visit.page(
            "publication.html",
            path=self.path,
            subject=subject,
            nonce=fresh_nonce(),
            answered=answer is not None,
            answer=answer or PublicationAnswer(),
        )

    async def ask(self, visit: Visit) -> web.Response:
        """Work out what would be hidden, and ask whether to publish. Raises a `DatabaseFault`."""
        fields = await visit.posted()
        subject = await self.what.subject(fields)
        return self._back(visit, subject, await self.what.ask(visit, fields))

    async def publish(self, visit: Visit) -> web.Response:
        """Publish, once for each page that asked. Raises a `DatabaseFault`."""
        fields = await visit.posted()
        subject = await self.what.subject(fields)
        page = self._address(subject), fields.get("nonce", "")[:LONGEST_NONCE]
        async with self._lock:  # the second of two clicks waits for what came of the first
            answer = self._published.get(page)
            if answer is None:
                answer = await self.what.publish(visit, fields)
                self._published.put(page, answer)
                for file in answer.files:
                    self._files.put(file.name, file)
        return self._back(visit, subject, answer)

    async def download(self, visit: Visit) -> web.Response:
        """Return a file that was published. Raises `HTTPNotFound`."""
        file = self._files.get(visit.request.match_info["name"])
        if file is None:
            raise web.HTTPNotFound
        return as_file(file)

    def _address(self, subject: PublicationSubject) -> str:
        return f"{self.path}/publication?{urlencode(subject.fields)}"

    def _back(self, visit: Visit, subject: PublicationSubject, answer: PublicationAnswer) -> web.Response:
        """Lead back to the page, which shows the answer."""
        address = self._address(subject)
        self._waiting.put((visit.seated.device.number, address), answer)
        raise web.HTTPSeeOther(address)
