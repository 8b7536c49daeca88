"""Intake: fetching updates so that none is lost and none holds up another.

An update is confirmed to Telegram only when it and all before it are done: committed, or failed and told; or kept
here, because it takes long. Until then Telegram sends it again after a crash, and it is handled again with the
same result.
"""

import asyncio
import logging
from collections.abc import Awaitable, Iterator
from dataclasses import replace
from typing import Any

from telegram.error import NetworkError, TelegramError

from bot.telegram.arrival import Arrival, arrival, sender
from bot.telegram.bot_api import BotApi
from bot.telegram.gate import Gate
from bot.telegram.polling_gap import Backlog, PollingGap
from bot.telegram.updates import TelegramUpdates
from handlers.conversation import NotShown
from handlers.people.unhandled import STRANGERS
from handlers.recent import Recent
from storage.fault import N_, Fault
from storage.hour import Hour

LOG = logging.getLogger(__name__)
ALLOWED = ["message", "callback_query"]
MOST_AT_ONCE = 100
POLL_SECONDS = 25
PROMPT_SECONDS = 1.0
"""Seconds within which a poll brings what had waited for it."""
HIGHEST_ID = 2**53
REMEMBERED = 1000
HANDLING_SECONDS = 20.0
UNFINISHED_PAUSE = 0.25
"""Seconds to wait for an unfinished update before the next poll, if the last one brought nothing new."""
FRESH_PAUSE = 0.01
"""Seconds to wait for what has just come before the next poll, which brings again what is unfinished."""
FULL_PAUSE = 0.1
"""The same where more is waiting at Telegram: it is no sooner handled by being asked for sooner."""


class TookTooLong(Fault):
    """An update was abandoned at its time limit."""


class Intake:
    """Takes in updates and handles them: in order within a chat, chats side by side."""

    def __init__(
        self, api: BotApi, updates: TelegramUpdates, gate: Gate, backlog: Backlog, gap: PollingGap
    ) -> None:
        """Ask ``api`` for updates, and hand those that ``gate`` admits to ``updates``."""
        self._api = api
        self._updates = updates
        self._gate = gate
        self._backlog = backlog
        self._gap = gap
        self._next = 0
        self._seen: Recent[int] = Recent(REMEMBERED)
        self._unfinished: dict[int, asyncio.Task[None]] = {}
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._asides: set[asyncio.Task[None]] = set()
        self._silent_since: float | None = None

    @property
    def offset(self) -> int:
        """The lowest update that is neither done nor kept: all before it are confirmed by asking from it."""
        kept = self._updates.kept
        return min((update for update in self._unfinished if update not in kept), default=self._next)

    async def resume(self) -> None:
        """Answer what was kept and not answered when the bot ended."""
        for known in await self._updates.kept.left_over():
            self._seen.add(known.update)
            if self._gate.admits(known):
                self._line_up(replace(known, received=self._updates.taps.moment()), None)

    async def poll(self) -> None:
        """Ask for updates once and start handling the new ones. Raises the library's errors."""
        batch, received = await self._received()
        since = self._gap.since()
        fresh = list(self._fresh(batch))
        self._next = max((update + 1 for _, update in fresh), default=self._next)
        for raw, _ in fresh:
            self._take(raw, received, since)
        if len(batch) < MOST_AT_ONCE:
            await self._gap.polled()
        if fresh:
            await self._let_finish(fresh, FRESH_PAUSE if len(batch) < MOST_AT_ONCE else FULL_PAUSE)
        elif batch:
            await self._wait_a_little(batch)

    async def stop(self, seconds: float) -> None:
        """Give what is being handled so many seconds to finish, then confirm what is done."""
        running = [*self._unfinished.values(), *self._asides]
        if running:
            await asyncio.wait(running, timeout=seconds)
        late = [*self._unfinished.values(), *self._asides]
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        try:
            async with asyncio.timeout(1):
                await self._fetch(seconds=0, limit=1)
        except (TelegramError, TimeoutError) as error:
            LOG.warning("The last updates were not confirmed and will come again: %s", error)

    async def _received(self) -> tuple[list[Any], float]:
        """Return what has come and when, in seconds; of what had waited while polls failed, when they began to."""
        asked = self._updates.taps.moment()
        try:
            batch = await self._fetch(seconds=POLL_SECONDS, limit=MOST_AT_ONCE)
        except TelegramError:
            if self._silent_since is None:
                self._silent_since = self._updates.taps.moment()
            raise
        since, self._silent_since, now = self._silent_since, None, self._updates.taps.moment()
        return batch, now if since is None or now - asked > PROMPT_SECONDS else since

    async def _fetch(self, *, seconds: int, limit: int) -> list[Any]:
        parameters = {
            "timeout": seconds,
            "offset": self.offset or None,
            "limit": limit,
            "allowed_updates": ALLOWED,
        }
        patience = seconds + 2 * self._api.transport.read_timeout
        batch = await self._api.get("getUpdates", parameters, patience)
        if not isinstance(batch, list):
            raise NetworkError("Telegram answered with something else than updates")
        return batch

    def _fresh(self, batch: list[Any]) -> Iterator[tuple[Any, int]]:
        for raw in batch:
            update = raw.get("update_id") if isinstance(raw, dict) else None
            # Ids start again at random after a quiet week, so a lower one can be new; one already seen is not.
            if isinstance(update, int) and update < HIGHEST_ID and update not in self._seen:
                self._seen.add(update)
                yield raw, update

    async def _wait_a_little(self, batch: list[Any]) -> None:
        """Wait briefly for what is unfinished; the next poll confirms what was done meanwhile."""
        if waiting := self._unfinished.get(self.offset):
            await asyncio.wait([waiting], timeout=UNFINISHED_PAUSE)
        elif not all(isinstance(raw, dict) and raw.get("update_id") in self._seen for raw in batch):
            await asyncio.sleep(UNFINISHED_PAUSE)

    async def _let_finish(self, fresh: list[tuple[Any, int]], seconds: float) -> None:
        handled = [self._unfinished[update] for _, update in fresh if update in self._unfinished]
        if handled:
            await asyncio.wait(handled, timeout=seconds)

    def _take(self, raw: Any, received: float, since: Hour | None) -> None:  # noqa: ANN401 - whatever came in
        known = arrival(raw, received)
        if known is None:
            self._step_over(raw)
        elif self._gate.admits(known):
            self._line_up(known, since)

    def _step_over(self, raw: Any) -> None:  # noqa: ANN401 - whatever came in
        account = sender(raw)
        seat = None if account is None else self._gate.knows(account)
        (STRANGERS if seat is None else LOG).warning("An update could not be read and was stepped over")
        if seat is not None:
            self._aside(self._updates.unhandled.apologise(seat))

    def _line_up(self, known: Arrival, since: Hour | None) -> None:
        if since is not None:
            self._backlog.found(known.update, since)
        before = self._lanes.get(known.chat)
        task = asyncio.create_task(self._handle(known, before), name=f"update {known.update}")
        self._lanes[known.chat] = self._unfinished[known.update] = task

    def _aside(self, telling: Awaitable[None]) -> None:
        """Tell something while what comes next is handled."""
        task = asyncio.create_task(self._within_time(telling))
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)

    async def _handle(self, known: Arrival, before: asyncio.Task[None] | None) -> None:
        try:
            if before is not None:
                await asyncio.wait([before])
            await self._within_limit(known)
            await self._updates.kept.answered(known.update)
            if known.private and not known.tap:
                self._aside(self._updates.menus.show_to(known.sender))
        finally:
            task = asyncio.current_task()
            # A cancelled update is not done: it holds the offset, and comes again at the next start.
            if task is not None and not task.cancelling():
                self._backlog.done(known.update)
                self._unfinished.pop(known.update, None)
                if self._lanes.get(known.chat) is task:
                    del self._lanes[known.chat]

    async def _within_time(self, telling: Awaitable[None]) -> None:
        try:
            async with asyncio.timeout(HANDLING_SECONDS):
                await telling
        except (NotShown, TimeoutError) as error:
            LOG.warning("Nobody could be told of it: %s", error)

    async def _within_limit(self, known: Arrival) -> None:
        try:
            async with asyncio.timeout(HANDLING_SECONDS):
                await self._updates.answer(known)
        except TimeoutError:
            late = TookTooLong(
                N_("That took too long. If it does not say “Saved” above, the call is not saved: try again.")
            )
            await self._within_time(self._updates.fail(known, late))
        except Exception as error:  # noqa: BLE001 - the one place that turns failures into a sentence
            await self._within_time(self._updates.fail(known, error))
