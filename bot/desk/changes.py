"""What has changed of all that pages show, looked up once for every page that is open."""

import asyncio
import contextlib
import hashlib
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from aiohttp import web

from handlers.stays.house import HouseState
from storage.database.commits import Commits
from storage.database.faults import DatabaseFault
from storage.people.devices import Device
from storage.people.seat import Role
from storage.shifts.shift_states import ShiftState

LOG = logging.getLogger(__name__)
PAUSE = 0.05
"""Seconds after a commit in which others may follow it before anything is looked up."""

BEAT = 20.0
"""Seconds after which it is looked up without a commit, as when a shift ends; streams are heard of as often."""


@dataclass(frozen=True)
class ShownState:
    """What pages show, as far as it takes to see that it has changed; ``cards`` counts changes of any card.

    The seats ``waiting`` to be let in are told by their numbers.
    """

    calls: ShiftState
    cards: int
    devices: Sequence[Device]
    roles: Mapping[int, Role]
    waiting: Sequence[int]
    house: HouseState


@dataclass
class Changes:
    """Waits for commits, looks whether anything has changed, and wakes whoever waits for that."""

    look: Callable[[], Awaitable[ShownState]]
    commits: Commits
    beat: float = BEAT
    closed: bool = False
    _latest: ShownState | None = None
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def watched(self, app: web.Application) -> AsyncIterator[None]:
        """Look for changes as long as the application is served."""

        async def close(_: web.Application) -> None:
            self.close()

        app.on_shutdown.append(close)
        watching = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watching

    def close(self) -> None:
        """Wake whoever waits, for the last time."""
        self.closed = True
        self._wake()

    @property
    def coming(self) -> asyncio.Event:
        """What is set when something changes from now on; take it before looking at what there is."""
        return self._changed

    async def shown(self) -> ShownState:
        """Return what was looked up last. Raises a `DatabaseFault`."""
        if self._latest is None:
            self._latest = await self.look()
        return self._latest

    def token(self, *shown: object) -> str:
        """Return what stands for things shown: another one once any of them has changed, or after a restart."""
        return hashlib.blake2b(repr(shown).encode(), key=self._key, digest_size=12).hexdigest()

    async def _watch(self) -> None:
        seen = self.commits.count
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self.beat):
                    await self.commits.after(seen)
            await asyncio.sleep(PAUSE)
            seen = self.commits.count
            try:
                now = await self.look()
            except DatabaseFault as fault:
                LOG.warning("It could not be looked up whether pages show what is kept: %s", fault)
                continue
            before, self._latest = self._latest, now
            if now != before:
                self._wake()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()
