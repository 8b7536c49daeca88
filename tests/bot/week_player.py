"""Hands that tap through a week on the pretend Telegram, and keep the model beside."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.demo.telegram.person import Person
from tests.bot.chat_desk import DUTY, LEADER, Desk
from tests.bot.tapping import carried, fresh, labels, newest, seen, tap
from tests.bot.week_model import ALSO, BACKGROUND, SCREENS, WHAT, WHO, Call, Week, shift_at

WEEKDAYS = ("man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn.")
ENDS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "Taus samtale": ("irrelevant", {"aside": "silent"}),
    "Feil nummer/annet": ("irrelevant", {"aside": "other"}),
    "Vil ikke registreres": ("declined", {}),
}


@dataclass
class Player:
    """Plays the duty phone; ``week`` is what ought to come of it, ``last`` the tap made last."""

    desk: Desk
    week: Week = field(default_factory=Week)
    receipts: dict[int, int] = field(default_factory=dict)
    made: dict[int, datetime] = field(default_factory=dict)
    last: tuple[int, str] | None = None
    running: AsyncExitStack | None = None

    @property
    def person(self) -> Person:
        """The duty phone."""
        return self.desk.person(DUTY)

    @property
    def now(self) -> datetime:
        """The time on the wall."""
        return self.desk.clock.now.replace(tzinfo=None)

    async def start(self) -> None:
        """Start the bot, or start it again."""
        await self.stop()
        self.running = AsyncExitStack()
        await self.running.enter_async_context(self.desk.open())
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
        """Tap a button and wait for what comes of it."""
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
        hour, shift = _moment(back or self.now)
        await self.tap(form, who)
        if who in ENDS:
            outcome, told = ENDS[who]
            call = Call(hour, outcome, dict(told), shift)
            if outcome == "declined":
                call.decline()
                self.week.declined[shift] += 1
        else:
            await self.tap(form, what)
            await self.tap(form, background)
            call = Call(hour, "registered", {**WHO[who], **WHAT[what], **BACKGROUND[background]}, shift)
        return self._keep(call, form)

    async def slip(self, who: str) -> None:
        """Tap the wrong one on the first screen, and go back."""
        form = await self._fresh()
        await self.tap(form, who)
        await self.tap(form, "‹ Tilbake")

    def _keep(self, call: Call, message: int) -> Call:
        self.week.calls.append(call)
        self.receipts[id(call)] = message
        self.made[id(call)] = self.now
        return call

    @property
    def own(self) -> list[Call]:
        """The latest calls that the duty phone may still correct, and whose receipts are at hand."""
        day = self.now - timedelta(hours=23)
        latest = [call for call in self.week.calls[-3:] if id(call) in self.receipts]
        return [call for call in latest if call.outcome == "registered" and self.made[id(call)] > day]

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
        before = newest(self.person)
        self.person.tap("Én til som denne", message_id=self.receipts[id(call)])
        asked = await self.person.wait_for(lambda m: m.id > before and background in labels(m))
        await self.tap(asked.id, background)
        told = {key: answer for key, answer in call.answers.items() if key not in {"also", "minority"}}
        hour, shift = _moment(self.now)
        return self._keep(Call(hour, "registered", {**told, **BACKGROUND[background]}, shift), asked.id)

    async def correct(self, call: Call, screen: str, label: str) -> None:
        """Ask a screen of a call again."""
        message = self.receipts[id(call)]
        await self.tap(message, "Endre")
        await self.tap(message, screen)
        await self.tap(message, label)
        call.answer(SCREENS[screen][label])

    async def decline(self, call: Call) -> None:
        """Correct a call to one who did not want to be registered."""
        message, shift = self.receipts[id(call)], call.shift
        await self.tap(message, "Endre")
        await self.tap(message, "Hvem")
        await self.tap(message, "Vil ikke registreres")
        call.decline()
        self.week.declined[shift] += 1

    async def mention(self, call: Call, label: str) -> None:
        """Say what else was mentioned, or take it away again."""
        message, also = self.receipts[id(call)], call.answers.get("also", [])
        await self.tap(message, "Også nevnt")
        said = ALSO[label] in also
        await self.tap(message, f"✓ {label}" if said else label)
        await self.tap(message, "Ferdig")
        left = [option for option in also if option != ALSO[label]]
        call.mention(left if said else [*left, ALSO[label]])

    async def move(self, call: Call, hour: datetime) -> None:
        """Say when a call was."""
        message = self.receipts[id(call)]
        await self.tap(message, "Tidspunkt")
        await self._choose(message, hour)
        call.move(*_moment(hour))

    async def void(self, call: Call, *, voided: bool) -> None:
        """Take a call back, or bring it back."""
        await self.tap(self.receipts[id(call)], "Angre" if voided else "Hent tilbake")
        call.void(voided=voided)

    async def leader_voids(self) -> None:
        """Let the leader find the oldest call on the first page of /last, and take it back."""
        kept = [call for call in reversed(self.week.calls) if call.outcome != "declined"]
        latest = sorted(kept, key=lambda call: call.hour, reverse=True)[:5]
        if not latest or latest[-1].voided:
            return
        leader = self.desk.person(LEADER)
        before = newest(leader)
        leader.send("/last")
        page = await leader.wait_for(lambda m: m.id > before and m.text.startswith("De siste"))
        leader.tap(str(len(latest)), message_id=page.id)
        receipt = await leader.wait_for(lambda m: m.id > page.id and "Angre" in labels(m))
        leader.tap("Angre", message_id=receipt.id)
        await leader.wait_for(lambda m: m.id == receipt.id and m.text.startswith("Angret"))
        latest[-1].void(voided=True)
        self.receipts.pop(id(latest[-1]), None)

    async def hand_over(self) -> int:
        """Let time pass until the shift is over, and return the message that asks about it."""
        shift = shift_at(self.now)
        while shift_at(self.now) == shift:
            self.desk.clock.move(minutes=10)
        end = shift_at(self.now)
        before = newest(self.person)
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
        missing = self.week.answered[shift] - self.week.logged(shift)
        began = datetime.fromisoformat(shift)
        if how == "Før nå":
            before = newest(self.person)
            self.person.tap(how, message_id=message)
            hours = await self.person.wait_for(lambda m: m.id > before and m.text.endswith("Når var samtalen?"))
            await self.tap(hours.id, labels(hours)[0])
            await self.tap(hours.id, "Taus samtale")
            self._keep(Call(f"{began:%Y-%m-%dT%H}", "irrelevant", {"aside": "silent"}, shift), hours.id)
            await self.person.wait_for(lambda m: m.id == message and (missing > 1 or "ut på vakten" in m.text))
            return
        await self.tap(message, how)
        outcome = {"Uten detaljer": "unspecified", "Gjaldt noe annet": "irrelevant"}.get(how)
        for _ in range(missing if outcome else 0):
            assert outcome is not None
            self.week.calls.append(Call(f"{began:%Y-%m-%d}", outcome, {}, shift))

    async def finish(self, message: int) -> None:
        """Say nothing of calls out."""
        if "Hopp over" in labels(seen(self.person, message)):
            await self.tap(message, "Hopp over")


def _moment(moment: datetime) -> tuple[str, str]:
    return f"{moment:%Y-%m-%dT%H}", shift_at(moment)


def hours_back(moment: datetime, hours: int) -> datetime:
    """Return the beginning of the hour so many hours before."""
    return moment.replace(minute=0) - timedelta(hours=hours)
