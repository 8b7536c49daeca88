"""Hands that play a week half in the chat and half at the desk, of one seat, on one model."""

from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from random import Random

from bot.demo.telegram.person import Person
from tests.bot.chat_desk import DUTY, LEADER
from tests.bot.desk.inhouse import InHouse
from tests.bot.desk.week_desk_player import NEWEST, DeskPlayer
from tests.bot.tapping import newest
from tests.bot.week_model import Call, Week, shift_at
from tests.bot.week_player import Player
from tests.storage.rows import rows


@dataclass
class BothWays(InHouse):
    """A centre with a chat and a desk."""

    def person(self, seat: int = DUTY) -> Person:
        """Return somebody with a phone."""
        assert self.telegram is not None
        return self.telegram.person(seat)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Ask the database file."""
        return rows(self.config.database.path, query)


@dataclass
class BothPlayer:
    """Plays the same seat on its ``phone`` and in its browser at the ``desk``, each time by ``chance``.

    A call is registered where it was ``begun``: its first tap has told the hour. A handover is asked on both,
    under the same number: that of the message is the card's.
    """

    phone: Player
    desk: DeskPlayer
    chance: Random
    at_desk: bool = False
    begun: Player | DeskPlayer | None = None
    running: AsyncExitStack | None = None

    @property
    def week(self) -> Week:
        """What ought to come of it."""
        return self.phone.week

    @property
    def now(self) -> datetime:
        """The time on the wall."""
        return self.phone.now

    @property
    def own(self) -> list[Call]:
        """The latest calls that may be corrected."""
        return self.phone.own

    def wait(self, minutes: int) -> None:
        """Let time pass."""
        self.desk.wait(minutes)

    async def start(self) -> None:
        """Start the program, or start it again."""
        await self._halt()
        self.running = AsyncExitStack()
        await self.running.enter_async_context(self.desk.inhouse.open())
        await self.phone.greet()
        parts = self.desk.inhouse.parts
        assert parts is not None
        staff, leader = (parts.people.stores.seats.of(account) for account in (DUTY, LEADER))
        assert staff is not None
        assert leader is not None
        await self.desk.sit_down(staff.number, leader.number)

    async def _halt(self) -> None:
        if self.running is not None:
            await self.running.aclose()
        self.running = None

    async def stop(self) -> None:
        """Close the browsers, and stop the program."""
        await self.desk.stop()
        await self._halt()

    def _way(self, call: Call | None = None) -> Player | DeskPlayer:
        """Choose the way in; at the desk, only what stands there can be changed."""
        self.at_desk = self.chance.random() < 0.5 and (call is None or self.desk.lists(call))
        if call and self.at_desk:
            self.phone.elsewhere.add(id(call))
        return self.desk if self.at_desk else self.phone

    def _noted(self, call: Call) -> Call:
        if call.outcome != "declined":  # whose id tells nothing
            [[source]] = self.desk.kept(NEWEST)
            self.phone.notes.sources[id(call)] = str(source)
        return call

    async def repeat(self) -> None:
        """Do once more what was done last."""
        await (self.desk if self.at_desk else self.phone).repeat()

    async def call(self, who: str, what: str, background: str, back: datetime | None = None) -> Call:
        """Register a call."""
        way, self.begun = self.begun or self._way(), None
        return self._noted(await way.call(who, what, background, back))

    async def slip(self, who: str) -> None:
        """Begin a call, and think better of it."""
        self.begun = self._way()
        await self.begun.slip(who)

    async def again(self, call: Call, background: str) -> Call:
        """Register one more like a call."""
        return self._noted(await self._way(call).again(call, background))

    async def correct(self, call: Call, screen: str, label: str) -> None:
        """Ask a screen of a call again."""
        await self._way(call).correct(call, screen, label)

    async def decline(self, call: Call) -> None:
        """Correct a call to one who did not want to be registered."""
        await self._way(call).decline(call)

    async def mention(self, call: Call, label: str) -> None:
        """Say what else was mentioned, or take it away again."""
        await self._way(call).mention(call, label)

    async def move(self, call: Call, hour: datetime) -> None:
        """Say when a call was."""
        await self._way(call).move(call, hour)

    async def void(self, call: Call, *, voided: bool) -> None:
        """Take a call back, or bring it back."""
        await self._way(call).void(call, voided=voided)

    async def leader_voids(self) -> None:
        """Let the leader take a call back."""
        await self._way().leader_voids()

    async def hand_over(self) -> int:
        """Let time pass until the shift is over and asked about, both here and there."""
        shift, message, cards = shift_at(self.now), newest(self.phone.person), self.desk.cards()
        while shift_at(self.now) == shift:
            self.wait(10)
        asked = await self.phone.asked(shift, message)
        assert await self.desk.asked(shift, cards) == asked
        return asked

    async def count(self, handover: int, shift: str, number: int) -> None:
        """Say how many calls the telephone showed."""
        await self._way().count(handover, shift, number)

    async def miscount(self, handover: int) -> None:
        """Say a wrong number, and go back."""
        await self._way().miscount(handover)

    async def catch_up(self, handover: int, shift: str, how: str) -> None:
        """Do something about the calls that a shift lacks."""
        await self._way().catch_up(handover, shift, how)

    async def finish(self, handover: int) -> None:
        """Say nothing of calls out."""
        await self._way().finish(handover)

    async def printed(self, month: str) -> tuple[int, ...]:
        """Return the numbers of the line on coverage, as the chat and the desk both say them."""
        told = await self.phone.printed(month)
        assert await self.desk.printed(month) == told
        return told
