"""The lists that stand on the page about people."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.use_cases import UseCases
from handlers.conversation import NotShown
from handlers.people.audit_words import audit_line
from handlers.people.entrances import one_more
from handlers.people.seat_words import ROLES, called_there, name_of, used_on
from handlers.tap.actions import Unbind
from handlers.tap.codec import encode
from handlers.tap.people_actions import Admit, AskRemoval, FreeCode, InviteTo, Reject, RemoveBrowser, Renew
from storage.deliveries.chats import BoundChat
from storage.fault import N_
from storage.people.devices import Device
from storage.people.seat import Seat

LATEST = 8
ASKED_SECONDS = 2.0
"""How long the page waits for what Telegram calls somebody."""


@dataclass(frozen=True)
class BrowserRow:
    """A browser of a seat: what it is, when it was let in and used, and what removes it."""

    name: str
    when: str
    remove: str
    own: bool


@dataclass(frozen=True)
class SeatRow:
    """A seat in words, its ways in, and buttons, each a label with its tap; one in the config is ``fixed``."""

    seat: Seat
    name: str
    role: str
    states: Sequence[str]
    lapses: str
    called: str
    ways: str
    browsers: Sequence[BrowserRow]
    fixed: bool
    buttons: Sequence[tuple[str, str]]
    remove: str


@dataclass(frozen=True)
class PlaceRow:
    """A place that gets reports: what it is called, and the tap that removes it."""

    bound: BoundChat
    called: str
    remove: str


@dataclass(frozen=True)
class PeopleLists:
    """Makes them for whoever looks at them from the browser ``here``."""

    cases: UseCases
    here: int

    async def seats(self, *, waiting: bool = False) -> Sequence[SeatRow]:
        """Return the seats that have been let in, or those that are still ``waiting``."""
        every = [seat for seat in self.cases.stores.seats.all if seat.waiting == waiting]
        called = await asyncio.gather(*map(self._called, every))
        left = [await self.cases.people.unlocking.left(seat.number) for seat in every]
        return [self._seat(seat, name, tries) for seat, name, tries in zip(every, called, left, strict=True)]

    async def places(self) -> Sequence[PlaceRow]:
        """Return every place that reports are sent to."""
        every = self.cases.stores.chats.all
        called = await asyncio.gather(*map(self._called_place, every))
        return [
            PlaceRow(bound, name, encode(Unbind(bound.number))) for bound, name in zip(every, called, strict=True)
        ]

    async def acts(self) -> Sequence[str]:
        """Return the latest acts in words. Raises a `DatabaseFault`."""
        return [audit_line(entry, self.cases.language) for entry in await self.cases.stores.audit.entries(LATEST)]

    async def _called(self, seat: Seat) -> str:
        try:
            return await asyncio.wait_for(self.cases.people.admission.called(seat), ASKED_SECONDS)
        except TimeoutError:
            return ""

    async def _called_place(self, bound: BoundChat) -> str:
        try:
            asked = self.cases.conversations.name_of_place(bound.address)
            return await asyncio.wait_for(asked, ASKED_SECONDS)
        except (NotShown, TimeoutError):
            return ""

    def _seat(self, seat: Seat, called: str, tries: int | None) -> SeatRow:
        language, people = self.cases.language, self.cases.people
        devices, fixed = self.cases.stores.devices.of(seat.number), self.cases.stores.seats.is_named(seat)
        return SeatRow(
            seat=seat,
            name=name_of(seat, language),
            role=language.text(ROLES[seat.role]),
            states=[*people.people.states(seat), *([language.text("locked out")] if tries == 0 else [])],
            lapses=self._lapses(seat),
            called=called and called_there(called, language),
            ways=self._ways(seat, devices),
            browsers=[self._browser(device) for device in devices],
            fixed=fixed,
            buttons=self._buttons(seat, tries),
            remove="" if fixed or seat.waiting else encode(AskRemoval(seat.number)),
        )

    def _lapses(self, seat: Seat) -> str:
        day = self.cases.stores.seats.lapses_on(seat)
        if day is None:
            return ""
        return self.cases.language.text(
            "Ends on {day}, unless it is used before.", day=self.cases.language.day(day)
        )

    def _ways(self, seat: Seat, devices: Sequence[Device]) -> str:
        ways = ["Telegram"] if seat.account is not None else []
        if devices:
            ways.append(self.cases.language.plural("{n} browser", "{n} browsers", len(devices)))
        nothing = N_("neither browser nor Telegram") if self.cases.entrances.chat else N_("no browser")
        return " + ".join(ways) or self.cases.language.text(nothing)

    def _browser(self, device: Device) -> BrowserRow:
        language = self.cases.language
        used = used_on(device.used_on, self.cases.clock().date(), language)
        let_in = language.text("let in {day}", day=language.full_date(device.paired_on))
        return BrowserRow(
            name=device.name or language.text("A browser"),
            when=f"{let_in} · {used}",
            remove=encode(RemoveBrowser(device.number)),
            own=device.number == self.here,
        )

    def _buttons(self, seat: Seat, tries: int | None) -> Sequence[tuple[str, str]]:
        text, number, seats = self.cases.language.text, seat.number, self.cases.stores.seats
        if seat.waiting:
            return [(text("Let in"), encode(Admit(number))), (text("Reject"), encode(Reject(number)))]
        buttons = [(text(one_more(seat, self.cases.entrances)), encode(InviteTo(number)))]
        if seats.lapses_on(seat) is not None:
            buttons.append((text("Renew"), encode(Renew(number))))
        if tries is not None:
            buttons.append((text("Allow a new code"), encode(FreeCode(number))))
        return buttons
