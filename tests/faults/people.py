"""Somebody on duty who registers call after call, whatever happens, and remembers what was said."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from bot.demo.telegram.chats import ChatMessage
from bot.demo.telegram.person import NotOnScreenError, Person
from tests.faults.calls import (
    DOUBTED,
    FIRST_SCREEN,
    KINDS,
    SCREENS,
    TIME,
    TRY_AGAIN,
    UNSURE,
    WHEN,
    Call,
    Press,
    acknowledges,
    denies,
    nonce_of,
)

PATIENCE = 3.0
"""Seconds after which somebody presses again, when nothing has come."""
LOOKED_AT = 12
"""How many of the newest messages are looked at for a form."""
GRACE = 3.0
"""Seconds in which what says that a call is saved may still overtake what said that it is not."""


@dataclass(frozen=True)
class Seen:
    """What stood on the screen at one moment: the message in hand, and the newest one."""

    message: ChatMessage | None
    newest: int


@dataclass(eq=False)
class Tapper:
    """Taps until told to stop. ``kept`` tells whether a call is in the file now; ``clock`` counts seconds."""

    person: Person
    chance: Random
    kept: Callable[[str], Awaitable[bool]]
    clock: Callable[[], float]
    calls: list[Call] = field(default_factory=list)
    stopping: bool = False
    resting: bool = False

    async def tap_on(self) -> None:
        """Register call after call."""
        while not self.stopping:
            form = await self._form()
            if form is not None:
                call = Call(nonce_of(form), KINDS[len(self.calls) % len(KINDS)], self.clock())
                self.calls.append(call)
                await self._register(call, form.id)

    @property
    def rests(self) -> bool:
        """Tell whether nothing is begun: every call is finished, and the next one waits."""
        return self.resting and (not self.calls or self.calls[-1].finished)

    def acknowledged_since(self, moment: float) -> int:
        """Return how many calls that were begun after a moment are said to be saved."""
        return sum(call.began > moment and call.acknowledged is not None for call in self.calls)

    def refused_since(self, moment: float) -> bool:
        """Tell whether a call was said not to be saved, or perhaps not, after a moment."""
        return any(max(call.refused or 0.0, call.unsure or 0.0) > moment for call in self.calls)

    def heed_warnings(self, clock: datetime) -> None:
        """Doubt the calls that are said to be perhaps lost: those saved since the minute that is named."""
        now = self.clock()
        for shown in self.person.chat.messages.values():
            if DOUBTED in shown.text and (found := TIME.search(shown.text)):
                since = clock.replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
                for call in self.calls:
                    if (
                        call.acknowledged is not None
                        and clock - timedelta(seconds=now - call.acknowledged) >= since
                    ):
                        call.doubted = now

    async def _form(self) -> ChatMessage | None:
        """Return the newest first screen nobody has begun; ask for one where none comes. None when stopping."""
        used = {call.nonce for call in self.calls}
        while not self.stopping:
            if self.resting:
                await asyncio.sleep(0.05)
                continue
            for message in self._newest():
                if FIRST_SCREEN in message.text and nonce_of(message) not in used | {""}:
                    return message
            if not await self._changes(PATIENCE):
                self.person.send("/log")
        return None

    def _newest(self) -> list[ChatMessage]:
        newest = reversed(self.person.chat.messages.values())
        return [message for message, _ in zip(newest, range(LOOKED_AT), strict=False)]

    async def _register(self, call: Call, message: int) -> None:
        """Tap through the screens of one call, until it is saved."""
        try:
            await self._tap_through(call, message)
        finally:
            call.finished = True

    async def _tap_through(self, call: Call, message: int) -> None:
        while call.acknowledged is None and not (self.stopping and call.said_unsaved):
            label = self._next(call, message)
            if acknowledges(self.person.chat.messages[message].text):
                self._acknowledge(call)
            if label is None:
                return
            if not await self._press(call, message, label):
                return
            await asyncio.sleep(self.chance.uniform(0.02, 0.2))

    def _next(self, call: Call, message: int) -> str | None:
        """Return the button to press on a message as it stands; None where the call can go no further."""
        shown = self.person.chat.messages[message]
        labels = [button.text for row in shown.buttons for button in row]
        if WHEN in shown.text:
            return labels[0]
        return next((label for label in (*call.kind.labels, TRY_AGAIN) if label in labels), None)

    async def _press(self, call: Call, message: int, label: str) -> bool:
        """Press until something comes; tell whether anything did before it was time to stop."""
        press = Press(self.clock())
        call.presses.append(press)
        before, taps = self._seen(message), set[str]()
        while True:
            try:
                taps.add(self.person.tap(label, message_id=message))
            except NotOnScreenError:
                break  # it has changed since it was looked at, which is an answer
            if await self._answers(before, message, taps):
                break
            if self.stopping:
                return False
            press.repeats += 1
        press.answered = self.clock()
        await self._hear(call, lambda: self._heard(before, message, taps))
        return True

    def _seen(self, message: int) -> Seen:
        chat = self.person.chat
        return Seen(chat.messages.get(message), chat.last_id)

    async def _answers(self, before: Seen, message: int, taps: set[str]) -> bool:
        """Wait for anything that answers a press; False where nothing has come in `PATIENCE`."""
        until = self.clock() + PATIENCE
        while (left := until - self.clock()) > 0:
            if self._heard(before, message, taps):
                return True
            await self._changes(left)
        return self._heard(before, message, taps) != []

    def _heard(self, before: Seen, message: int, taps: set[str]) -> list[str]:
        """Return the texts that are new: of the message in hand, notices after these taps, messages below."""
        chat = self.person.chat
        now = chat.messages.get(message)
        texts = [now.text] if now is not None and now != before.message else []
        texts += [notice.text for notice in chat.notices[-LOOKED_AT:] if notice.tap in taps]
        return texts + [
            shown.text
            for shown in self._newest()
            if shown.id > before.newest
            and shown.about in {None, message}
            and shown.sender is not None
            and shown.sender.is_bot
        ]

    async def _hear(self, call: Call, heard: Callable[[], list[str]]) -> None:
        """Remember what is said of a call."""
        texts = heard()
        call.heard += texts
        if any(map(acknowledges, texts)):
            self._acknowledge(call)
        elif any(text.startswith(UNSURE) for text in texts):
            call.unsure = self.clock()
            await asyncio.sleep(self.chance.uniform(0.3, 1.0))
        elif any(map(denies, texts)):
            call.refused = self.clock()
            if await self.kept(call.nonce):
                await self._changes_its_mind(call, heard)
            await asyncio.sleep(self.chance.uniform(0.3, 1.0))

    async def _changes_its_mind(self, call: Call, heard: Callable[[], list[str]]) -> None:
        until = self.clock() + GRACE
        while self.clock() < until:
            if any(map(acknowledges, heard())):
                self._acknowledge(call)
                return
            await self._changes(0.1)
        call.denied_falsely = True

    def _acknowledge(self, call: Call) -> None:
        call.acknowledged = self.clock()

    async def _changes(self, seconds: float) -> bool:
        """Wait for the chat to change; False where it does not in so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                await self.person.chat.changed.wait()
        except TimeoutError:
            return False
        return True


def shows_a_call(message: ChatMessage) -> bool:
    """Tell whether a message of the bot shows something of a call."""
    return message.sender is not None and message.sender.is_bot and any(words in message.text for words in SCREENS)
