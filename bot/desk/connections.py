"""Connections: how many are served at a time, and which have to make room for others."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.web_protocol import RequestHandler


@dataclass(frozen=True)
class Patience:
    """At most so many connections at a time, and for how many seconds one of a stranger may ask for nothing."""

    most: int = 400
    seconds: float = 15.0


class Refusal(asyncio.Protocol):
    """Ends a connection as soon as it is made."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """End it."""
        if isinstance(transport, asyncio.Transport):
            transport.abort()


@dataclass
class DeskConnections:
    """Makes what answers a connection of a ``server``; ``moment`` is a clock of seconds.

    A stranger's is one on which no browser that was let in has asked for anything. Where there is no room, the
    stranger's goes that has asked for nothing for the longest; where there is none, the new one.
    """

    server: web.Server
    patience: Patience
    moment: Callable[[], float]
    _strangers: dict[RequestHandler, float] = field(default_factory=dict)
    _known: set[RequestHandler] = field(default_factory=set)

    def __call__(self) -> asyncio.Protocol:
        """Return what answers a new connection."""
        if len(self.server.connections) >= self.patience.most and not self._make_room():
            return Refusal()
        made = self.server()
        self._strangers[made] = self.moment()
        return made

    @contextmanager
    def answering(self, asked: RequestHandler) -> Iterator[None]:
        """Keep a connection while what was asked on it is answered, and give it time again afterwards."""
        self._strangers.pop(asked, None)
        try:
            yield
        finally:
            if asked not in self._known:
                self._strangers[asked] = self.moment()

    def know(self, asked: RequestHandler) -> None:
        """Note that a browser that was let in has asked for something on a connection."""
        self._known.add(asked)

    async def watch(self) -> None:
        """End the strangers' connections that have asked for nothing for too long, until cancelled."""
        while True:
            await asyncio.sleep(self.patience.seconds / 4)
            self._known &= set(self.server.connections)
            late = self.moment() - self.patience.seconds
            for made in [made for made, since in self._strangers.items() if since <= late]:
                del self._strangers[made]
                made.force_close()

    def _make_room(self) -> bool:
        """End the stranger's connection that has waited longest; tell whether there was one."""
        there = set(self.server.connections)
        for made in list(self._strangers):
            del self._strangers[made]
            if made in there:
                made.force_close()
                return True
        return False
