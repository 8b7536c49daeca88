"""Hands that tap through a week on the pretend Telegram, and keep the model beside."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime

from bot.demo.telegram.person import Person
from tests.bot.chat_desk import DUTY, LEADER
from tests.bot.tapping import answer_to, carried, fresh, labels, newest, opened, seen, tap
from tests.bot.week_centre import Centre
from tests.bot.week_coverage import COVERAGE, numbers
from tests.bot.week_model import ALSO, Call, Week, shift_at
from tests.bot.week_notes import ENDS, Notes

WEEKDAYS = ("man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn.")


@dataclass
class Player:
    """Plays the duty phone; ``notes`` are what ought to come of it, ``last`` the tap made last.

    Calls that were changed ``elsewhere`` are looked at anew before they are changed here.
    """

    desk: Centre
    notes: Notes = field(default_factory=Notes)
    receipts: dict[int, int] = field(default_factory=dict)
    last: tuple[int, str] | None = None
    running: AsyncExitStack | None = None
    elsewhere: set[int] = field(default_factory=set)

    @property
    def week(self) -> Week:
        """What ought to come of it."""
        return self.notes.week

    @property
    def person(self) -> Person:
        """The duty phone."""
        return self.desk.person(DUTY)

    @property
    def now(self) -> datetime:
        """The time on the wall."""
        return self.desk.clock.now.replace(tzinfo=None)

    @property
    def own(self) -> list[Call]:
        """The latest calls that the duty phone may still correct."""
        return self.notes.own(self.now)

    def wait(self, minutes: int) -> None:
        """Let time pass."""
        self.desk.clock.move(minutes=minutes)

    async def start(self) -> None:
        """Start the bot, or start it again."""
        await self.stop()
        self.running = AsyncExitStack()
        await self.running.enter_async_context(self.desk.open())
        await self.greet()

    async def greet(self) -> None:
        """Wait until the bot answers, and knows since when to ask."""
        await self.settle()
        while not self.desk.rows("SELECT since FROM shifts_since"):
            await self.settle()

    async def stop(self) -> None:
        """Stop the bot, if it runs."""
        if self.running is not None:
            await self.running.aclose()
        self.running = None

    async def settle(self) -> None:
        """Wait until everything tapped so far is handled, and have a fresh form at hand."""
        await fresh(self.person)

    async def tap(self, message: int, label: str) -> None:
        """Tap a button, once it is there, and wait for what comes of it."""
        await self.person.wait_for(lambda m: m.id == message and label in labels(m))
        self.last = (message, carried(self.person, message, label))
        await tap(self.person, message, label)

    async def repeat(self) -> None:
        """Tap once more what was tapped last."""
        if self.last is not None:
            self.person.tap_data(*self.last)
            await self.settle()

    async def _fresh(self) -> int:
        return (await self.person.wait_for(lambda m: "Tidligere samtale" in labels(m))).id

    async def call(self, who: str, what: str, background: str, back: datetime | None = None) -> Call:
        """Register a call, of now or of an earlier hour; or one that ends at once."""
        form = await self._fresh()
        if back is not None:
            await self.tap(form, "Tidligere samtale")
            await self._choose(form, back)
        for label in (who,) if who in ENDS else (who, what, background):
            await self.tap(form, label)
        call = self.notes.called(self.now, (who, what, background), back)
        self.receipts[id(call)] = form
        return call

    async def slip(self, who: str) -> None:
        """Tap the wrong one on the first screen, and go back."""
        form = await self._fresh()
        await self.tap(form, who)
        await self.tap(form, "‹ Tilbake")

    async def _receipt(self, call: Call) -> int:
        """Return the message of a call as it stands now; look it up where it was registered elsewhere."""
        source = self.notes.sources.get(id(call), "")
        if id(call) not in self.receipts:
            page, sought = await answer_to(self.person, "/last", "De siste samtalene"), f"Show:{source}"
            while not (found := [n for n in labels(page) if carried(self.person, page.id, n) == sought]):
                page = await tap(self.person, page.id, "Eldre ›")
            self.receipts[id(call)] = (await opened(self.person, page.id, found[0])).id
        elif id(call) in self.elsewhere:
            message = self.receipts[id(call)]
            shown = labels(seen(self.person, message))
            if "Endre" in shown and "‹ Tilbake" in labels(await tap(self.person, message, "Endre")):
                await tap(self.person, message, "‹ Tilbake")
            elif "Hent tilbake" in shown and not call.voided:
                await tap(self.person, message, "Hent tilbake")
        self.elsewhere.discard(id(call))
        return self.receipts[id(call)]

    async def _choose(self, message: int, hour: datetime) -> None:
        days = (self.now.date() - hour.date()).days
        if days == 1:
            await self.tap(message, "I går")
        elif days > 1:
            await self.tap(message, "En annen dag")
            await self.tap(message, f"{WEEKDAYS[hour.weekday()]} {hour.day}.{hour.month}.")
        await self.tap(message, f"{hour:%H}–{hour.hour + 1:02}")

    async def again(self, call: Call, background: str) -> Call:
        """Register one more like a call."""
        message, before = await self._receipt(call), newest(self.person)
        self.person.tap("Én til som denne", message_id=message)
        asked = await self.person.wait_for(lambda m: m.id > before and background in labels(m))
        await self.tap(asked.id, background)
        more = self.notes.repeated(self.now, call, background)
        self.receipts[id(more)] = asked.id
        return more

    async def correct(self, call: Call, screen: str, label: str) -> None:
        """Ask a screen of a call again."""
        message = await self._receipt(call)
        for pressed in ("Endre", screen, label):
            await self.tap(message, pressed)
        self.notes.corrected(call, screen, label)

    async def decline(self, call: Call) -> None:
        """Correct a call to one who did not want to be registered."""
        message = await self._receipt(call)
        for pressed in ("Endre", "Hvem", "Vil ikke registreres"):
            await self.tap(message, pressed)
        self.notes.declined(call)

    async def mention(self, call: Call, label: str) -> None:
        """Say what else was mentioned, or take it away again."""
        message = await self._receipt(call)
        said = ALSO[label] in call.answers.get("also", [])
        for pressed in ("Også nevnt", f"✓ {label}" if said else label, "Ferdig"):
            await self.tap(message, pressed)
        self.notes.mentioned(call, label)

    async def move(self, call: Call, hour: datetime) -> None:
        """Say when a call was."""
        message = await self._receipt(call)
        await self.tap(message, "Tidspunkt")
        await self._choose(message, hour)
        self.notes.moved(call, hour)

    async def void(self, call: Call, *, voided: bool) -> None:
        """Take a call back, or bring it back."""
        await self.tap(await self._receipt(call), "Angre" if voided else "Hent tilbake")
        call.void(voided=voided)

    async def leader_voids(self) -> None:
        """Let the leader find the oldest call on the first page of /last, and take it back."""
        kept = [call for call in reversed(self.week.calls) if call.outcome != "declined"]
        latest = sorted(kept, key=lambda call: call.hour, reverse=True)[:5]
        if not latest or latest[-1].voided:
            return
        leader = self.desk.person(LEADER)
        page = await answer_to(leader, "/last", "De siste")
        leader.tap(str(len(latest)), message_id=page.id)
        receipt = await leader.wait_for(lambda m: m.id > page.id and "Angre" in labels(m))
        leader.tap("Angre", message_id=receipt.id)
        await leader.wait_for(lambda m: m.id == receipt.id and m.text.startswith("Angret"))
        self.notes.taken_back(latest[-1])

    async def hand_over(self) -> int:
        """Let time pass until the shift is over, and return the message that asks about it."""
        shift, before = shift_at(self.now), newest(self.person)
        while shift_at(self.now) == shift:
            self.wait(10)
        return await self.asked(shift, before)

    async def asked(self, shift: str, before: int) -> int:
        """Return the message that asks about a shift that has just ended, newer than another."""
        end = shift_at(self.now)
        asked = await self.person.wait_for(
            lambda m: m.id > before and m.text.startswith(f"Vakten {shift[11:]}–{end[11:]}")
        )
        self.week.asked.add(shift)
        assert f"{self.week.logged(shift)}\u00a0samtale" in asked.text
        return asked.id

    async def count(self, message: int, shift: str, number: int) -> None:
        """Say how many calls the telephone showed."""
        if number > 5:
            await self.tap(message, "6 eller flere")
        while str(number) not in labels(seen(self.person, message)):
            await self.tap(message, "Flere ›")
        await self.tap(message, str(number))
        self.week.answered[shift] = number

    async def miscount(self, message: int) -> None:
        """Tap the wrong number, and go back."""
        await self.tap(message, "5")
        await self.tap(message, "‹ Tilbake")

    async def catch_up(self, message: int, shift: str, how: str) -> None:
        """Do something about the calls that a shift lacks."""
        if how != "Før nå":
            await self.tap(message, how)
            self.notes.caught_up(shift, how)
            return
        missing, before = self.notes.missing(shift), newest(self.person)
        await self.person.wait_for(lambda m: m.id == message and how in labels(m))
        self.person.tap(how, message_id=message)
        hours = await self.person.wait_for(lambda m: m.id > before and m.text.endswith("Når var samtalen?"))
        await self.tap(hours.id, labels(hours)[0])
        await self.tap(hours.id, "Taus samtale")
        self.notes.silent(self.now, shift)
        await self.person.wait_for(lambda m: m.id == message and (missing > 1 or "ut på vakten" in m.text))

    async def finish(self, message: int) -> None:
        """Say nothing of calls out."""
        if "Hopp over" in labels(seen(self.person, message)):
            await self.tap(message, "Hopp over")

    async def printed(self, month: str) -> tuple[int, ...]:
        """Return the numbers of the line on coverage that a leader reads."""
        return numbers((await answer_to(self.desk.person(LEADER), f"/stats {month}", COVERAGE)).text)
