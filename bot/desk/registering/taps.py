"""Taps on buttons that use cases have shown: the same as in the chat, and the time of a call, which is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.replies import FailedTap
from bot.desk.sent_numbers import number_in
from bot.desk.visit import Visit
from handlers.tap.form_tap import UnreadableTap
from storage.database.faults import DatabaseFault
from storage.fault import Fault, NotAllowed
from storage.hour import Hour

LAST_HOUR = 23
LONGEST_NUMBER = 18


@dataclass(frozen=True)
class Taps:
    """Hands each tap to what answers it, and sends the browser back to where it was made."""

    desk: Desk

    async def tap(self, visit: Visit) -> web.Response:
        """Answer a tap on a button, of a card where the form names one."""
        fields, cases = await visit.posted(), self.desk.cases
        card, carried = self._card(visit, fields), fields.get("tap", "")
        request = visit.asks(card)
        try:
            await cases.dispatch.answer(request, carried)
        except Fault as fault:
            saved = await cases.dispatch.is_saved(carried)
            await cases.unhandled.tell_failure(request, fault, saved=saved)
            if isinstance(fault, DatabaseFault):
                visit.conversation.failed = FailedTap(carried, card)
        return visit.back(fields)

    async def move(self, visit: Visit) -> web.Response:
        """Move a call to the day and the hour that were written."""
        fields, cases = await visit.posted(), self.desk.cases
        request, text = visit.asks(), self.desk.language.text
        try:
            await cases.calls.call_time.move(request, fields.get("source", ""), self._hour(fields))
        except UnreadableTap:
            words = text("The day or the hour is missing, or the call is gone. Nothing is changed.")
            await visit.conversation.answer(words, alert=True)
        except NotAllowed as refusal:
            await visit.conversation.answer(refusal.sentence(text), alert=True)
        except Fault as fault:
            await cases.unhandled.tell_failure(request, fault)
        return visit.back(fields)

    async def close(self, visit: Visit) -> web.Response:
        """Take a card away that nobody needs any more. Raises a `DatabaseFault`."""
        fields = await visit.posted()
        await self.desk.cases.stores.cards.remove(visit.seat, self._card(visit, fields))
        return visit.back(fields)

    def _card(self, visit: Visit, fields: Mapping[str, str]) -> int:
        """Return the card of the seat that the form names, 0 where there is none."""
        card = number_in(fields.get("card", ""), LONGEST_NUMBER)
        return card if card and self.desk.cases.stores.cards.has(visit.seat, card) else 0

    def _hour(self, fields: Mapping[str, str]) -> Hour:
        """Return the hour that was written, of which no minutes are kept. Raises `UnreadableTap`."""
        written = fields.get("hour", "").partition(":")[0]
        try:
            hour = Hour(date.fromisoformat(fields.get("day", "")), int(written))
        except ValueError:
            raise UnreadableTap from None
        if not 0 <= hour.hour <= LAST_HOUR:
            raise UnreadableTap
        return hour
