"""Hands that play a week at the desk, in a browser of the duty seat and one of the leader, and keep the model."""

import asyncio
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from tests.bot.chat_desk import until
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.page import Page
from tests.bot.desk.shift_parts import answers, card, choose_hour, opened, places, row
from tests.bot.desk.week_desk_leader import printed_coverage, take_back_oldest
from tests.bot.week_model import ALSO, Call, Week, shift_at
from tests.bot.week_notes import ENDS, Notes
from tests.storage.rows import rows

PATIENCE = 20.0
LAST_NOTE = "SELECT last_seen FROM polling"
CARDS = "SELECT message, text FROM card WHERE seat = (SELECT seat FROM device WHERE number = 1)"
NEWEST = "SELECT source FROM record ORDER BY id DESC LIMIT 1"


@dataclass
class DeskPlayer:
    """Plays the duty seat in its ``browser``; by ``chance``, on the page of the shift alone."""

    inhouse: InHouse
    chance: Random
    notes: Notes = field(default_factory=Notes)
    at_home: AsyncExitStack = field(default_factory=AsyncExitStack)
    running: AsyncExitStack | None = None
    staff: Browser | None = None
    leader: Browser | None = None

    @property
    def week(self) -> Week:
        """What ought to come of it."""
        return self.notes.week

    @property
    def now(self) -> datetime:
        """The time on the wall."""
        return self.inhouse.clock.now.replace(tzinfo=None)

    @property
    def own(self) -> list[Call]:
        """The latest calls that may be corrected, and stand in the list of this shift."""
        return [call for call in self.notes.own(self.now) if self.lists(call)]

    @property
    def browser(self) -> Browser:
        """The browser of the duty seat."""
        assert self.staff is not None
        return self.staff

    def lists(self, call: Call) -> bool:
        """Tell whether a call stands in the list, as those do that were registered on this shift."""
        return shift_at(self.notes.made[id(call)]) == shift_at(self.now)

    def wait(self, minutes: int) -> None:
        """Let time pass, also for the machine itself."""
        self.inhouse.clock.move(minutes=minutes)
        self.inhouse.seconds += minutes * 60

    async def start(self) -> None:
        """Start the program, or start it again; let the browsers in the first time."""
        await self._halt()
        self.running = AsyncExitStack()
        await self.running.enter_async_context(self.inhouse.open())
        await until(lambda: bool(self.kept("SELECT since FROM shifts_since")))
        await self.sit_down()

    async def sit_down(self, staff: int | None = None, leader: int | None = None) -> None:
        """Find the desk that has just been started; the first time, let the browsers in, to these seats."""
        if self.staff is None or self.leader is None:
            self.staff = await self.at_home.enter_async_context(self.inhouse.browser())
            self.leader = await self.at_home.enter_async_context(self.inhouse.browser())
            await self.inhouse.let_in(self.staff, seat=staff)
            await self.inhouse.let_in(self.leader, "leader", seat=leader)
        for browser in (self.staff, self.leader):
            browser.url = self.inhouse.url

    async def stop(self) -> None:
        """Close the browsers, and stop the program if it runs."""
        await self.at_home.aclose()
        await self._halt()

    async def _halt(self) -> None:
        if self.running is not None:
            # Without a later note, time gone by while it was off could not be told from a clock that leapt.
            noted = self.inhouse.clock.now.isoformat(timespec="minutes")
            await until(lambda: self.kept(LAST_NOTE) == [(noted,)])
            await self.running.aclose()
        self.running = None

    def kept(self, query: str) -> list[tuple[object, ...]]:
        """Ask the database file."""
        return rows(self.inhouse.folder / "vaktlogg.db", query)

    async def repeat(self) -> None:
        """Send once more what was sent last, as a double click does."""
        await self.browser.send(*self.browser.sent)

    async def look(self, source: str = "") -> Page:
        """Open a page that the shift stands on, with a call's row unfolded."""
        path = self.chance.choice(["/", "/shift"])
        return await opened(self.browser, f"{path}?call={source}" if source else path)

    async def call(self, who: str, what: str, background: str, back: datetime | None = None) -> Call:
        """Register a call, of now or of an earlier hour; or one that ends at once."""
        page = await opened(self.browser, "/")
        chosen = {"day": f"{back:%Y-%m-%d}", "hour": str(back.hour)} if back else {}
        if who in ENDS:
            await self.browser.press(who, **chosen)
        else:
            labels = enumerate((who, what, background))
            chosen |= {f"s{screen}": places(page)[str(screen), label] for screen, label in labels}
            await self._register(page, **chosen)
            assert self.browser.page.path == "/", self.browser.page.text
        return self._noted(self.notes.called(self.now, (who, what, background), back))

    async def _register(self, page: Page, **chosen: str) -> Page:
        fields = {**dict(page.form("/register").fields), **chosen}
        return await self.browser.send("/register", list(fields.items()))

    def _noted(self, call: Call) -> Call:
        if call.outcome != "declined":  # whose id tells nothing
            [[source]] = self.kept(NEWEST)
            self.notes.sources[id(call)] = str(source)
        return call

    async def slip(self, who: str) -> None:
        """Send a form on which too little is chosen, and think better of it."""
        page = await opened(self.browser, "/")
        page = await self._register(page, s0=places(page)["0", who])
        assert "Velg ett av disse." in page.text

    async def again(self, call: Call, background: str) -> Call:
        """Register one more like a call."""
        source = self.notes.sources[id(call)]
        shown = row(await self.look(source), source)
        page = await self.browser.open(dict(shown.links)["Én til som denne"])
        await self._register(page, s2=places(page)["2", background])
        return self._noted(self.notes.repeated(self.now, call, background))

    async def _press(self, call: Call, *labels: str, **filled: str) -> None:
        source = self.notes.sources[id(call)]
        await self.look(source)
        for label in labels:
            self.browser.page = row(self.browser.page, source)
            await self.browser.press(label, **filled)

    async def correct(self, call: Call, screen: str, label: str) -> None:
        """Ask a screen of a call again."""
        await self._press(call, "Endre", screen, label)
        self.notes.corrected(call, screen, label)

    async def decline(self, call: Call) -> None:
        """Correct a call to one who did not want to be registered."""
        await self._press(call, "Endre", "Hvem", "Vil ikke registreres")
        self.notes.declined(call)

    async def mention(self, call: Call, label: str) -> None:
        """Say what else was mentioned, or take it away again."""
        said = ALSO[label] in call.answers.get("also", [])
        await self._press(call, "Også nevnt", f"✓ {label}" if said else label, "Ferdig")
        self.notes.mentioned(call, label)

    async def move(self, call: Call, hour: datetime) -> None:
        """Say when a call was."""
        await self._press(call, "Flytt", day=f"{hour:%Y-%m-%d}", hour=f"{hour:%H:%M}")
        self.notes.moved(call, hour)

    async def void(self, call: Call, *, voided: bool) -> None:
        """Take a call back, or bring it back."""
        await self._press(call, "Angre" if voided else "Hent tilbake")
        call.void(voided=voided)

    async def leader_voids(self) -> None:
        """Let the leader take back the oldest call of this shift's list."""
        assert self.leader is not None
        await take_back_oldest(self.leader, self.notes)

    async def hand_over(self) -> int:
        """Let time pass until the shift is over, and return the card that asks about it."""
        shift, before = shift_at(self.now), self.cards()
        while shift_at(self.now) == shift:
            self.wait(10)
        return await self.asked(shift, before)

    async def asked(self, shift: str, before: Mapping[int, str]) -> int:
        """Return the card that asks about a shift that has just ended, none of those before."""
        asks = f"Vakten {shift[11:]}–{shift_at(self.now)[11:]}"

        def fresh() -> list[tuple[int, str]]:
            return [one for one in self.cards().items() if one[0] not in before and one[1].startswith(asks)]

        await until(lambda: bool(fresh()), PATIENCE)
        [(number, text)] = fresh()
        self.week.asked.add(shift)
        assert f"{self.week.logged(shift)}\u00a0samtale" in text
        return number

    def cards(self) -> Mapping[int, str]:
        """Return what all cards of the duty seat say, by their numbers."""
        return {int(str(number)): str(text) for number, text in self.kept(CARDS)}

    async def _card(self, number: int, label: str) -> Page:
        """Open the shift, until a card offers a button; return the part that shows it."""
        async with asyncio.timeout(PATIENCE):
            while label not in (shown := card(await self.look(), number)).buttons():
                pass
        return shown

    async def _answer(self, number: int, *labels: str) -> Page:
        for label in labels:
            self.browser.page = await self._card(number, label)
            await self.browser.press(label)
        return self.browser.page

    async def count(self, handover: int, shift: str, number: int) -> None:
        """Say how many calls the telephone showed."""
        await self._answer(handover, *(["6 eller flere"] if number > 5 else []), str(number))
        self.week.answered[shift] = number

    async def miscount(self, handover: int) -> None:
        """Say a wrong number, and go back."""
        await self._answer(handover, "5", "‹ Tilbake")

    async def catch_up(self, handover: int, shift: str, how: str) -> None:
        """Do something about the calls that a shift lacks."""
        page = await self._answer(handover, how)
        if how != "Før nå":
            self.notes.caught_up(shift, how)
            return
        self.browser.page = answers(page)
        await choose_hour(self.browser, int(shift[11:13]))
        await self.browser.press("Taus samtale")
        self.notes.silent(self.now, shift)

    async def finish(self, handover: int) -> None:
        """Say nothing of calls out."""
        await self._answer(handover, "Hopp over")

    async def printed(self, month: str) -> tuple[int, ...]:
        """Return the numbers of the line on coverage that a leader reads."""
        assert self.leader is not None
        return await printed_coverage(self.leader, month)
