"""Telling open pages that something they show has changed: server-sent events."""

import asyncio
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Literal

from aiohttp import web

from bot.desk.changes import ShownState
from bot.desk.cookies import DEVICE, SESSION, cookie
from bot.desk.desk import Desk
from bot.desk.house.house import house_token
from bot.desk.navigation import ADMINISTRATORS
from bot.desk.registering.shift import state_token
from bot.desk.visit import Visit
from storage.database.faults import DatabaseFault

MOST_OF_A_DEVICE, MOST = 4, 200
RETRY = b"retry: 2000\n\n"
HEADERS = {"Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no"}
End = Literal["locked", "over"]
"""Why a stream ends: the browser is locked, or its seat is not what it was."""


@dataclass
class Streams:
    """The streams that are open, each with its browser's number."""

    _open: list[tuple[int, web.Request]] = field(default_factory=list)

    def has_room(self, device: int) -> bool:
        """Tell whether a browser may open one more."""
        # That a browser has gone away is noticed by its handler only when it writes.
        alive = [owner for owner, one in self._open if one.transport is not None]
        return len(alive) < MOST and alive.count(device) < MOST_OF_A_DEVICE

    @contextlib.contextmanager
    def one_more(self, device: int, request: web.Request) -> Iterator[None]:
        """Count a stream meanwhile."""
        stream = (device, request)
        self._open.append(stream)
        try:
            yield
        finally:
            self._open[:] = [one for one in self._open if one is not stream]


@dataclass(frozen=True)
class Live:
    """Sends each page what stands for all that it shows; being connected is not activity."""

    desk: Desk
    streams: Streams = field(default_factory=Streams)

    async def tell(self, visit: Visit) -> web.StreamResponse:
        """Tell of changes until the browser is locked or removed, goes away, or the program stops."""
        device = visit.seated.device.number
        if not self.streams.has_room(device):
            # No page: it would take the reply that waits for one.
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        with self.streams.one_more(device, visit.request):
            answer = web.StreamResponse(headers=HEADERS)
            with contextlib.suppress(ConnectionError):  # whoever has gone away hears no more
                await answer.prepare(visit.request)
                await answer.write(RETRY)
                await self._tell(visit, answer)
        return answer

    async def _tell(self, visit: Visit, answer: web.StreamResponse) -> None:
        changes, told = self.desk.changes, ""
        while not changes.closed:
            coming = changes.coming
            if end := self._end(visit):
                await answer.write(f"event: {end}\ndata:\n\n".encode())
                return
            with contextlib.suppress(DatabaseFault):
                events = self._events(visit, await changes.shown())
                # A comment is no event: it keeps the connection open.
                await answer.write((events if events != told else ": \n\n").encode())
                told = events
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(changes.beat):
                    await coming.wait()

    def _events(self, visit: Visit, shown: ShownState) -> str:
        """Return what stands for the shift and the house, for administrators also for those who wait."""
        state = f"data: {state_token(visit, shown.calls)}\n\n"
        if self.desk.stay_forms:
            state = f"event: house\ndata: {house_token(visit, shown.house)}\n\n{state}"
        if visit.role not in ADMINISTRATORS:
            return state
        return f"event: waiting\ndata: {self.desk.waiting_state(shown.waiting)}\n\n{state}"

    def _end(self, visit: Visit) -> End | None:
        request = visit.request
        now = self.desk.visitors.find(cookie(request, DEVICE), cookie(request, SESSION))
        if now is None or now.role != visit.role:
            return "over"
        return "locked" if now.locked else None
