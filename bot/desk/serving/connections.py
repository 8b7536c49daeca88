"""Connections: how many are served at a time, and which have to make room for others."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.web_protocol import RequestHandler


@dataclass(frozen=True)
class Patience:
    """At most so many connections at a time, and for how many seconds one of a stranger may ask for nothing.

    A browser that was let in has ``most_of_one`` of them at most.
    """

    most: int = 400
    seconds: float = 15.0
    most_of_one: int = 20


class Refusal(asyncio.Protocol):
    """Ends a connection as soon as it is made."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """End it."""
        if isinstance(transport, asyncio.Transport):
            transport.abort()


@dataclass
class DeskConnections:
    """Makes what answers a connection of a ``server``; ``moment`` is a clock of seconds.

    A stranger's is one on which the last to ask was no browser that is let in. Where there is no room, the
    stranger's goes whose last request began or ended the longest ago; where there is none, the new one.
    """

    server: web.Server
    patience: Patience
    moment: Callable[[], float]
    _strangers: dict[RequestHandler, float] = field(default_factory=dict)
    _known: dict[RequestHandler, int] = field(default_factory=dict)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __call__(self) -> asyncio.Protocol:
        """Return what answers a new connection."""
        if len(self.server.connections) >= self.patience.most and not self._make_room():
            return Refusal()
        made = self.server()
        self._strangers[made] = self.moment()
        return made

    @contextmanager
    def answering(self, asked: RequestHandler) -> Iterator[None]:
        """Give a connection time for what is asked on it to be answered, and again afterwards."""
        self._note(asked)
        try:
            yield
        finally:
            self._note(asked)

    async def turn(self) -> None:
        """Wait until a stranger may be answered: one at a time, so that those let in wait for one at most."""
        async with self._turn:
            await asyncio.sleep(0)

    def belongs(self, asked: RequestHandler, device: int | None) -> None:
        """Note which browser has asked for something on a connection, None for a stranger.

        One that has too many loses the one that it has used the longest ago.
        """
        self._known.pop(asked, None)
        if device is None:
            return
        self._known[asked] = device
        own = [made for made, owner in self._known.items() if owner == device and made.transport is not None]
        for made in own[: -self.patience.most_of_one]:
            del self._known[made]
            _end(made)

    async def watch(self) -> None:
        """End the strangers' connections that have asked for nothing for too long, until cancelled."""
        while True:
            await asyncio.sleep(self.patience.seconds / 4)
            there = set(self.server.connections)
            self._known = {made: owner for made, owner in self._known.items() if made in there}
            late = self.moment() - self.patience.seconds
            for made in [made for made, since in self._strangers.items() if since <= late]:
                del self._strangers[made]
                _end(made)

    def _make_room(self) -> bool:
        """End the stranger's connection that has waited longest; tell whether there was one."""
        there = set(self.server.connections)
        for made in list(self._strangers):
            del self._strangers[made]
            if made in there:
                _end(made)
                return True
        return False

    def _note(self, asked: RequestHandler) -> None:
        """Let a connection be the last to make room; one of a browser that is let in never does."""
        self._strangers.pop(asked, None)
        if asked not in self._known:
            self._strangers[asked] = self.moment()


def _end(made: RequestHandler) -> None:
    """End a connection at once: whoever does not read would keep it for as long as there is something to read."""
    transport = made.transport
    made.force_close()
    if isinstance(transport, asyncio.Transport):
        transport.abort()
