"""The queue that a bot polls: updates it has not confirmed yet."""

import asyncio
from collections import deque
from collections.abc import Iterable
from typing import Final

from bot.demo.telegram.chats import ChangeSignal
from bot.demo.telegram.contract import Json
from bot.demo.telegram.refusals import conflict

LONGEST_WAIT: Final = 50.0
MOST_AT_ONCE: Final = 100
KINDS: Final = frozenset(
    {"message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "my_chat_member"}
)
TERMINATED: Final = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Updates:
    """Updates in the order they happened, kept until a poll confirms them with a higher offset."""

    def __init__(self, first_id: int = 1) -> None:
        self._next_id = first_id
        self._unconfirmed: deque[Json] = deque()
        self._wanted = KINDS
        self._poll: asyncio.Future[None] | None = None
        self._changed = ChangeSignal()

    @property
    def unconfirmed(self) -> int:
        """The number of updates that are not confirmed."""
        return len(self._unconfirmed)

    def push(self, content: Json) -> int:
        """Queue one update and return its id; a kind the bot did not ask for is left out.

        The content is the update without its id; its first key names its kind, however broken the rest.
        """
        update_id = self._next_id
        kind = next(iter(content), "")
        if kind in KINDS and kind not in self._wanted:
            return update_id
        self._next_id += 1
        self._unconfirmed.append({"update_id": update_id, **content})
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
        return update_id

    async def poll(self, *, offset: int, limit: int, wait: float) -> list[Json]:
        """Return the updates from the offset on, as soon as there are any, or none after ``wait`` seconds.

        Confirms everything below the offset; a negative one keeps only that many of the newest.
        Raises RefusedError when another poll begins before this one has been answered.
        """
        self.interrupt()
        self._confirm(offset)
        if not self._unconfirmed and wait > 0:
            await self._arrival(min(wait, LONGEST_WAIT))
        most = min(limit, MOST_AT_ONCE) if limit > 0 else MOST_AT_ONCE
        return [update for _, update in zip(range(most), self._unconfirmed, strict=False)]

    def want(self, kinds: Iterable[str]) -> None:
        """Queue only these kinds from now on; none named means all the usual ones."""
        self._wanted = frozenset(kinds) or KINDS

    def drop(self) -> None:
        """Forget all updates."""
        self._unconfirmed.clear()
        self._changed.notify()

    async def confirmed(self) -> None:
        """Wait until the bot has confirmed every update."""
        while self._unconfirmed:
            await self._changed.wait()

    def interrupt(self) -> None:
        """End the poll that is under way, if any, as when two bots use one token."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(conflict(TERMINATED))

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._unconfirmed) > -offset:
                self._unconfirmed.popleft()
        while self._unconfirmed and self._unconfirmed[0]["update_id"] < offset:
            self._unconfirmed.popleft()
        self._changed.notify()

    async def _arrival(self, wait: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(wait):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
