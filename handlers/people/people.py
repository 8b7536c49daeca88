"""The people: a list of the seats for administrators, and what can be done with one."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.administrators import Administrators
from handlers.conversation import NotShown, Request
from handlers.people.admission import Admission
from handlers.people.entrances import one_more
from handlers.people.invitation import Invitation
from handlers.people.seat_words import NAMES, ROLES, seat_line, tried, used_on
from handlers.strangers import Strangers
from handlers.tap.form_tap import UnreadableTap
from handlers.tap.people_actions import (
    AskRemoval,
    ChooseName,
    GiveRole,
    InviteTo,
    ListSeats,
    NameSeat,
    OpenInvitation,
    OpenSeat,
    RemoveSeat,
    Renew,
    RevokeAll,
)
from handlers.view import Button, Rows, View, in_fitting_rows, page_buttons
from reports.words.language import Language
from storage.audit.audit import Act
from storage.deliveries.chats import Chats
from storage.people.devices import Devices
from storage.people.seat import Seat
from storage.people.seats import Seats

PAGE = 10


@dataclass(frozen=True)
class People:
    """Answers `/people`. Every tap raises `UnreadableTap` for all but administrators.

    ``today`` is the local day.
    """

    seats: Seats
    chats: Chats
    devices: Devices
    administrators: Administrators
    admission: Admission
    strangers: Strangers
    invitation: Invitation
    language: Language
    today: Callable[[], date]

    async def list(self, request: Request) -> None:
        """List the seats for an administrator."""
        if await self.administrators.ask(request):
            await request.show(await self._page(0))

    async def turn(self, request: Request, tap: ListSeats) -> None:
        """Show another page of the list."""
        self.administrators.check(request)
        await request.replace(await self._page(tap.skipped))

    async def _page(self, skipped: int) -> View:
        every = self.seats.all
        shown = every[skipped : skipped + PAGE]
        called = await asyncio.gather(*map(self.admission.called, shown))
        text, knocks = self.language.text, self.strangers.today
        lines = [text("Those who have access:"), *map(self._line, shown, called)]
        if knocks:
            lines.append(tried(knocks, self.language))
        if open_invites := await self.invitation.open_now():
            lines.append(
                self.language.plural("{n} invitation is open.", "{n} invitations are open.", open_invites)
            )
        opening = [Button(text("No. {number}", number=seat.number), OpenSeat(seat.number)) for seat in shown]
        pages = [*page_buttons(skipped, PAGE, ListSeats, self.language, more=len(every) > skipped + PAGE)]
        invite = [Button(text("Invite"), OpenInvitation())]
        if open_invites:
            invite.append(Button(text("Take back invitations"), RevokeAll()))
        return View("\n".join(lines), [*in_fitting_rows(opening), pages, invite])

    def _line(self, seat: Seat, called: str) -> str:
        return seat_line(seat, [*self.states(seat)], called, self.language)

    def states(self, seat: Seat) -> Iterator[str]:
        """Yield what there is to say of a seat besides its name and role."""
        text, lapses = self.language.text, self.seats.lapses_on(seat)
        if self.seats.is_named(seat):
            yield text("from the config")
        if seat.waiting:
            yield text("waits to be let in")
        elif self.seats.has_lapsed(seat):
            yield text("lapsed")
        else:
            yield used_on(seat.used_on, self.today(), self.language)
            if lapses is not None and seat.warned:
                yield text("lapses on {day}", day=self.language.day(lapses))

    async def revoke_all(self, request: Request, _tap: RevokeAll) -> None:
        """Take back the open invitations, and show the list again."""
        self.administrators.check(request)
        await self.invitation.revoke_all(request)
        await request.replace(await self._page(0))

    async def open(self, request: Request, tap: OpenSeat) -> None:
        """Show a seat where the list stood."""
        await self._show(request, self.admission.seat(request, tap))

    async def _show(self, request: Request, seat: Seat, notice: str | None = None) -> None:
        line = self._line(seat, await self.admission.called(seat))
        await request.replace(View(line, [*self._buttons(seat)]), notice)

    def _buttons(self, seat: Seat) -> Iterator[Sequence[Button]]:
        text, number = self.language.text, seat.number
        if seat.waiting:
            yield self.admission.buttons(number)
        elif not self.seats.is_named(seat):
            yield [
                Button(f"{'✓ ' if role == seat.role else ''}{text(words)}", GiveRole(number, role))
                for role, words in ROLES.items()
            ]
        last = [Button(text("Name"), ChooseName(number))]
        if self.seats.lapses_on(seat) is not None:
            last.append(Button(text("Renew"), Renew(number)))
        if not self.seats.is_named(seat) and not seat.waiting:
            last.append(Button(text("Remove"), AskRemoval(number)))
        yield last
        if self.invitation.entrances.desk and not seat.waiting:
            yield [Button(text(one_more(seat, self.invitation.entrances)), InviteTo(number))]
        yield [Button(text("‹ Back"), ListSeats(0))]

    async def give_role(self, request: Request, tap: GiveRole) -> None:
        """Give a seat a role, and tell it. Raises `LastAdministrator` and `NamedInConfig`."""
        seat = self.admission.seat(request, tap)
        if seat.waiting:
            raise UnreadableTap
        await self.seats.give(seat.number, tap.role)
        await self._note(request, "role", seat.number, tap.role)
        await self._show(request, self._seat_still(seat), self.language.text("The role is changed."))
        if seat.role != tap.role:
            try:
                await self.admission.welcome.tell_role(seat.number, tap.role)
            except NotShown:
                await self.administrators.refusals.say(
                    request, self.language.text("Its holder could not be told.")
                )

    async def choose_name(self, request: Request, tap: ChooseName) -> None:
        """Offer the names."""
        seat = self.admission.seat(request, tap)
        names = [Button(self.language.text(words), NameSeat(seat.number, key)) for key, words in NAMES.items()]
        rows: Rows = [*in_fitting_rows(names), [Button(self.language.text("‹ Back"), OpenSeat(seat.number))]]
        await request.replace(View(self.language.text("What is access no. {number}?", number=seat.number), rows))

    async def name(self, request: Request, tap: NameSeat) -> None:
        """Give a seat a name."""
        seat = self.admission.seat(request, tap)
        if tap.name not in NAMES:
            raise UnreadableTap
        await self.seats.rename(seat.number, tap.name)
        await self._note(request, "named", seat.number, tap.name)
        await self._show(request, self._seat_still(seat))

    async def renew(self, request: Request, tap: Renew) -> None:
        """Let a seat be used for as long as a new one."""
        seat = self.admission.seat(request, tap)
        if not seat.waiting:
            await self.seats.admit(seat.number)
            await self._note(request, "renewed", seat.number)
        await self._show(request, self._seat_still(seat), self.language.text("The access is renewed."))

    async def ask_removal(self, request: Request, tap: AskRemoval) -> None:
        """Ask whether to remove a seat."""
        seat = self.admission.seat(request, tap)
        text, line = self.language.text, self._line(seat, await self.admission.called(seat))
        final = text("Remove this access? It ends with the next tap, for good, and nobody is told there.")
        buttons = [Button(text("Yes, remove"), RemoveSeat(seat.number)), Button(text("No"), OpenSeat(seat.number))]
        await request.replace(View(f"{line}\n{final}", [buttons]))

    async def remove(self, request: Request, tap: RemoveSeat) -> None:
        """Remove a seat for good, and send its private chat no summaries."""
        seat = self.admission.seat(request, tap)
        await self.seats.remove(seat.number)
        await self._note(request, "removed", seat.number)
        await self.chats.load()
        await self.devices.load()
        await request.replace(View(self.language.text("Access no. {number} is removed.", number=seat.number)))

    async def _note(self, request: Request, act: Act, *about: object) -> None:
        await self.admission.audit.note(request, act, *about)

    def _seat_still(self, seat: Seat) -> Seat:
        return self.seats.find(seat.number) or seat
