"""The files that administrators import at the desk: one is worked on at a time, whoever waits for it."""

import asyncio
import logging
import secrets
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any, Literal

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.importing.uploads import ReceivedForm, remove_uploads
from bot.desk.replies import Reply
from bot.desk.visit import Visit
from handlers.operations.call_list_words import sentences
from handlers.operations.file_import import FileImport, Rehearsal, SentFile, SentList
from handlers.operations.import_words import news, overlapping, undone
from storage.fault import N_, Fault
from storage.hour import Hour
from storage.imports.imports import Addition
from storage.imports.steps import Step

LOG = logging.getLogger(__name__)
AT_ONCE = 3.0
"""Seconds that a page waits for work to end; then it says how far it has come."""
KEPT = 1800.0
"""Seconds that a file is kept for somebody who looks at what it would do."""

Kind = Literal["rehearsing", "importing", "undoing"]


@dataclass
class Work:
    """What is being done, and how much of how much of a step; 0 where nobody knows."""

    kind: Kind
    step: Step = "reading"
    done: int = 0
    total: int = 0

    def tell(self, step: Step, done: int, total: int) -> None:
        """Note how far it has come."""
        self.step, self.done, self.total = step, done, total


@dataclass
class HeldFile:
    """A file that a browser has sent, under a ``key``, and what an import of it would do, once that is known."""

    upload: ReceivedForm
    sent: SentFile
    key: str = field(default_factory=secrets.token_urlsafe)
    rehearsal: Rehearsal | None = None


class FileImports:
    """Rehearses, imports and takes back; what came of it waits for the browser that asked."""

    def __init__(self, desk: Desk) -> None:
        """Use the desk's database."""
        cases = desk.cases
        self.database = cases.config.database.path
        self.work: Work | None = None
        self._desk = desk
        self._files = FileImport(self.database, cases.config.retention, lambda: Hour.of(cases.clock()))
        self._task: asyncio.Task[None] | None = None
        self._held: dict[int, HeldFile] = {}
        remove_uploads(self.database)

    def held(self, visit: Visit) -> HeldFile | None:
        """Return the file that a browser has sent."""
        return self._held.get(visit.seated.device.number)

    def check_free(self) -> None:
        """Raise `HTTPConflict` while something else is worked on."""
        if self._task is not None and not self._task.done():
            words = N_("Another file is being worked on. Wait until that is done; nothing is changed.")
            raise web.HTTPConflict(text=self._desk.language.text(words))

    async def rehearse(self, visit: Visit, upload: ReceivedForm, sent: SentFile) -> None:
        """Look what an import of a file would do."""
        held, device = HeldFile(upload, sent), visit.seated.device.number
        self.drop(device)
        self._held[device] = held
        asyncio.get_running_loop().call_later(KEPT, self.drop, device, held.key)
        await self._begin("rehearsing", self._rehearse(device, held))

    async def keep(self, visit: Visit, held: HeldFile) -> None:
        """Import a file, and then remove it."""
        await self._begin("importing", self._keep(visit, held))

    async def keep_list(self, visit: Visit, wanted: SentList) -> None:
        """Keep the days of a telephone exchange's list; it is small, and is waited for."""
        language, device = self._desk.language, visit.seated.device.number
        try:
            listed, kept = await self._files.keep_list(wanted, self._desk.cases.clock())
            reply = Reply((" ".join(sentences(language, listed, kept, replace=wanted.replace)),))
        except Fault as fault:
            reply = Reply(alerts=(fault.sentence(language.text),))
        self._desk.replies.put(device, reply)

    async def undo(self, visit: Visit, number: int) -> None:
        """Take an import back."""
        await self._begin("undoing", self._undo(visit, number))

    def drop(self, device: int, key: str | None = None) -> None:
        """Remove the file of a browser, with a ``key`` only the one under that key."""
        held = self._held.get(device)
        if held is not None and key in {None, held.key}:
            del self._held[device]
            held.upload.remove()

    async def close(self, _app: web.Application) -> None:
        """Break off what is being done, and remove all files."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        for device in list(self._held):
            self.drop(device)

    async def _begin(self, kind: Kind, coroutine: Coroutine[Any, Any, None]) -> None:
        """Begin work, and wait a little for it. Raises what it raises."""
        self.work = Work(kind)
        self._task = asyncio.create_task(coroutine)
        self._task.add_done_callback(self._end)
        await asyncio.wait([self._task], timeout=AT_ONCE)
        if self._task.done():
            self._task.result()

    def _end(self, task: asyncio.Task[None]) -> None:
        self.work = None
        # Nobody may be waiting for it any more.
        if not task.cancelled() and (error := task.exception()):
            LOG.error("A file could not be worked on: %s", type(error).__name__, exc_info=error)

    def _tell(self, step: Step, done: int, total: int) -> None:
        if work := self.work:
            work.tell(step, done, total)

    async def _rehearse(self, device: int, held: HeldFile) -> None:
        try:
            held.rehearsal = await self._files.rehearse(held.sent, self._tell)
        except Fault as fault:
            self.drop(device, held.key)
            self._desk.replies.put(device, Reply(alerts=(fault.sentence(self._desk.language.text),)))

    async def _keep(self, visit: Visit, held: HeldFile) -> None:
        device = visit.seated.device.number
        self._held.pop(device, None)
        try:
            addition = await self._files.keep(held.sent, self._tell)
            await self._desk.cases.people.audit_log.note(visit.asks(), "imported", addition.number)
            reply = Reply(self._kept(addition))
        except Fault as fault:
            reply = Reply(alerts=(fault.sentence(self._desk.language.text),))
        finally:
            held.upload.remove()
        self._desk.replies.put(device, reply)

    def _kept(self, addition: Addition) -> tuple[str, ...]:
        language = self._desk.language
        said = [
            news(addition.added, addition.known, language),
            language.text("This is import {number}.", number=addition.number),
        ]
        if addition.overlap:
            said.append(overlapping(addition.overlap, addition.known, language))
        return (" ".join(said),)

    async def _undo(self, visit: Visit, number: int) -> None:
        try:
            before = await self._files.undo(number)
            await self._desk.cases.people.audit_log.note(visit.asks(), "import_undone", number)
            reply = Reply((undone(before, self._desk.language),))
        except Fault as fault:
            reply = Reply(alerts=(fault.sentence(self._desk.language.text),))
        self._desk.replies.put(visit.seated.device.number, reply)
