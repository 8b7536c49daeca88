"""Watching the clock: what goes by it waits while it cannot be trusted, and the administrators are told."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from handlers.administrators import Administrators
from handlers.audit_log import AuditLog
from handlers.conversation import Request
from handlers.operations.alerts import Alerts
from handlers.operations.clock_mending import ClockMending
from handlers.operations.clock_words import doubt, moment_in_words
from handlers.operations.watched_clock import WatchedClock
from handlers.tap.operation_actions import TrustClock
from handlers.view import Button, Rows, View
from reports.words.language import Language
from storage.fault import N_
from storage.hour import Hour

LOG = logging.getLogger(__name__)
ASKED_EVERY = 10.0
"""Seconds between questions that the world does not answer."""
ASKED_SELDOM = 3600.0
"""The same where nothing speaks against the clock."""
TOLD_EVERY = 600.0
"""Seconds after which the doubt is logged again; whoever has heard of it today is not told again."""
AGED = 60.0
"""Seconds after which the world is asked anew, as long as it contradicts the clock."""


@dataclass
class _Watching:
    asked_at: float | None = None
    told_at: float | None = None
    mended: bool = False
    right: bool = False


@dataclass(frozen=True)
class ClockWatch:
    """Settles whether the clock can be trusted, as far as the world answers; only one settles it at a time."""

    clock: WatchedClock
    mending: ClockMending
    alerts: Alerts
    administrators: Administrators
    audit_log: AuditLog
    language: Language
    _watching: _Watching = field(default_factory=_Watching)
    _settling: asyncio.Lock = field(default_factory=asyncio.Lock)

    def only_trusted(self, work: Callable[[], Awaitable[object]]) -> Callable[[], Awaitable[None]]:
        """Return the work as it is to be done regularly: not at all while the clock cannot be trusted."""

        async def do() -> None:
            if await self.settle():
                await work()

        return do

    async def settle(self) -> bool:
        """Tell whether the clock can be trusted, after asking the world where it seems that it cannot.

        As soon as it can, what an untrue one left behind is mended. Raises a `DatabaseFault`.
        """
        async with self._settling:
            if not self.clock.trusted or self.clock.world.latest is None:
                await self._ask()
            if not self.clock.trusted:
                return False
            if not self._watching.mended:
                await self.mending.mend(self.clock())
                self._watching.mended = True
            return True

    async def check(self) -> None:
        """Tell the administrators that the clock cannot be trusted, and once that it can again."""
        if not await self.settle():
            self._watching.right = self._watching.mended = False
            await self._tell()
        elif not self._watching.right:
            self._watching.right, self._watching.told_at = True, None
            await self.alerts.tell_end("clock", N_("The clock is right again. What waited goes on."))

    def offer(self) -> Rows:
        """Return the button by which an administrator says that the clock is right; none while it is trusted."""
        return () if self.clock.trusted else self._button

    async def trust(self, request: Request, tap: TrustClock) -> None:
        """Take an administrator's word for it that the clock is right, once they have seen what it shows.

        Raises `UnreadableTap` for anybody else.
        """
        self.administrators.check(request)
        text, shown = self.language.text, self.clock.shown
        if self.clock.trusted:
            await request.replace(View(text("The clock is trusted already.")))
        elif tap.hour not in {Hour.of(shown), Hour.of(shown).earlier(1)}:
            asked = text("The machine’s clock shows {shown}. Is that right?", shown=self._in_words())
            yes = Button(text("Yes, it is right"), TrustClock(Hour.of(shown)))
            await request.replace(View(asked, [[yes]]))
        else:
            self.clock.believe()
            LOG.warning("An administrator says that the clock is right")
            await self.audit_log.note(request, "clock", Hour.of(shown))
            await request.replace(View(text("The clock is right again. What waited goes on.")))

    async def _tell(self) -> None:
        before, now = self._watching.told_at, self.clock.since_boot()
        if before is None or now - before >= TOLD_EVERY:
            self._watching.told_at = now
            await self.alerts.tell("clock", doubt(self.clock, self.language), self._button)

    def _in_words(self) -> str:
        return moment_in_words(self.clock.shown, self.language)

    @property
    def _button(self) -> Rows:
        return [[Button(self.language.text("The clock is right"), TrustClock())]]

    async def _ask(self) -> None:
        watching, now, heard = self._watching, self.clock.since_boot(), self.clock.world.latest
        if heard is not None and self.clock.answered and now - heard.at < AGED:
            return
        pause = ASKED_SELDOM if self.clock.trusted else ASKED_EVERY
        if watching.asked_at is not None and now - watching.asked_at < pause:
            return
        await self.clock.world.ask()
        answered = self.clock.world.latest is not heard
        watching.asked_at = None if answered else self.clock.since_boot()
