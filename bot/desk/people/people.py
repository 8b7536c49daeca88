"""People: who has access and by which browsers, invitations, and the places that get reports."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.people.people_lists import PeopleLists
from bot.desk.people.people_replies import placed
from bot.desk.sent_numbers import number_in
from bot.desk.visit import Visit
from handlers.conversation import Handle, NotShown
from handlers.people.seat_words import NAMES, ROLES, tried
from handlers.summaries.chats import KINDS, LANGUAGES
from handlers.summaries.checklist import BIND_A_CHAT, LET_PEOPLE_IN, Step
from handlers.tap.actions import SwitchReport, TurnLanguage
from handlers.tap.codec import Tap, encode
from handlers.tap.people_actions import GiveRole, Invite, NameSeat
from storage.deliveries.chats import BoundChat
from storage.fault import N_, Fault
from storage.people.seat import ROLES as ROLE_KEYS
from storage.people.seat import Seat

WORDS_HERE: Mapping[str, str] = MappingProxyType(
    {
        LET_PEOPLE_IN: N_("Let in the duty phone or the duty room: invite them here, leaders too."),
        BIND_A_CHAT: N_("Let a chat get the reports too: get a code for it here."),
    }
)
"""The page's words by the chat's."""
MOST_WHOLE = 20
"""With more seats, what is done to one stands only where it is opened: the page would grow too heavy."""


@dataclass(frozen=True)
class PeoplePage:
    """Shows administrators everything on one page; each button makes the tap that it makes in the chat."""

    desk: Desk

    async def show(self, visit: Visit) -> web.Response:
        """Show the page. Raises a `DatabaseFault`."""
        cases, text = self.desk.cases, self.desk.language.text
        steps = cases.reports.checklist.steps
        lists, reply = PeopleLists(cases, visit.seated.device.number), placed(visit.reply())
        return visit.page(
            "people.html",
            **await self._waiting(lists),
            reply=reply.reply,
            questions=reply.questions,
            fresh_links=reply.links,
            opened=number_in(visit.request.query.get("seat", "")) or 0,
            steps=[] if all(step.done for step in steps) else self._said_here(steps),
            seats=await lists.seats(),
            most_whole=MOST_WHOLE,
            names=[(key, text(words)) for key, words in NAMES.items()],
            roles=[(key, text(words)) for key, words in ROLES.items()],
            invites=[(text(words), encode(Invite(role))) for role, words in ROLES.items()],
            open_invites=await cases.people.invitation.open_now(),
            knocks=tried(knocks, self.desk.language) if (knocks := cases.people.strangers.today) else "",
            places=await lists.places(),
            kinds=[(key, text(words)) for key, words in KINDS.items()],
            languages=LANGUAGES.items(),
            next_report=cases.reports.checklist.next_report,
            chat=cases.entrances.chat is not None,
            acts=await lists.acts(),
        )

    async def waiting(self, visit: Visit) -> web.Response:
        """Show those alone who wait to be let in, for our script."""
        lists = PeopleLists(self.desk.cases, visit.seated.device.number)
        part = visit.fragment("people_waiting.html", **await self._waiting(lists))
        return web.Response(text=part, content_type="text/html")

    async def _waiting(self, lists: PeopleLists) -> Mapping[str, Any]:
        state = self.desk.waiting_state(self.desk.waiting)
        return {"waiting_state": state, "waiting": await lists.seats(waiting=True)}

    def _said_here(self, steps: Sequence[Step]) -> Sequence[Step]:
        """Return what is left to do, in the words of the page where it is done."""
        text = self.desk.language.text
        return [replace(step, words=text(WORDS_HERE.get(step.words, step.words))) for step in steps]

    async def tap(self, visit: Visit) -> web.Response:
        """Answer a button of the page, and take the card away that has the same one."""
        fields = await visit.posted()
        carried, about = fields.get("tap", ""), number_in(fields.get("about", "")) or 0
        await self._answer(visit, carried)
        told = placed(visit.conversation.reply)
        if not told.reply.alerts and not told.questions:
            await self._close_card(visit, carried)
        return self._back(visit, about)

    async def change_seat(self, visit: Visit) -> web.Response:
        """Give a seat the name and the role that are chosen, where they are others."""
        fields = await visit.posted()
        seat = self.desk.cases.stores.seats.find(number_in(fields.get("about", "")) or 0)
        for tap in self._changes(seat, fields):
            await self._answer(visit, encode(tap))
        if seat and not visit.conversation.reply.alerts and not visit.conversation.notices:
            visit.conversation.notices.append(
                self.desk.language.text("Access no. {n} is as chosen.", n=seat.number)
            )
        return self._back(visit, seat.number if seat else 0)

    def _changes(self, seat: Seat | None, fields: Mapping[str, str]) -> Iterator[Tap]:
        name = fields.get("name", "")
        if seat and name in NAMES and name != (seat.name or "none"):
            yield NameSeat(seat.number, name)
        role = next((role for role in ROLE_KEYS if role == fields.get("role")), None)
        if seat and role and role != seat.role:
            yield GiveRole(seat.number, role)

    async def change_place(self, visit: Visit) -> web.Response:
        """Let a place get the kinds of report that are ticked, in the language that is chosen."""
        fields = await visit.posted()
        bound = self.desk.cases.stores.chats.find(number_in(fields.get("place", "")) or 0)
        for tap in self._switches(bound, fields):
            await self._answer(visit, encode(tap))
        if bound:
            visit.conversation.notices.append(self.desk.language.text("What is sent there is as chosen."))
        return self._back(visit)

    def _switches(self, bound: BoundChat | None, fields: Mapping[str, str]) -> Iterator[Tap]:
        if bound is None:
            return
        for report, gets in bound.reports.items():
            if (report in fields) != gets:
                yield SwitchReport(bound.number, report)
        order, wanted = list(LANGUAGES), fields.get("language", "")
        if wanted in order:
            for _ in range((order.index(wanted) - order.index(bound.language)) % len(order)):
                yield TurnLanguage(bound.number)

    async def bind(self, visit: Visit) -> web.Response:
        """Make a code that lets a chat get reports. Raises a `DatabaseFault`."""
        await visit.posted()
        if self.desk.cases.entrances.chat is None:
            raise web.HTTPNotFound
        await self.desk.cases.people.binding.bind(visit.asks(), "")
        return self._back(visit)

    async def _answer(self, visit: Visit, carried: str) -> None:
        cases = self.desk.cases
        try:
            await cases.dispatch.answer(visit.asks(), carried)
        except Fault as fault:
            await cases.unhandled.tell_failure(visit.asks(), fault)

    async def _close_card(self, visit: Visit, carried: str) -> None:
        """Take the seat's own cards away that ask for what has just been done."""
        for card in await self.desk.cases.stores.cards.of(visit.seat):
            if any(carried == tap for row in card.buttons for _, tap in row):
                with contextlib.suppress(NotShown):  # it is gone, or may not be deleted any more
                    await visit.conversation.remove(Handle(card.message))

    def _back(self, visit: Visit, seat: int = 0) -> web.Response:
        self.desk.replies.put(visit.seated.device.number, visit.conversation.reply)
        raise web.HTTPSeeOther(f"/people?seat={seat}#seat-{seat}" if seat else "/people")
