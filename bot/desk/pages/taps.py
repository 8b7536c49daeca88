"""Taps on buttons that use cases have shown: the same as in the chat."""

from dataclasses import dataclass

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.visit import Visit
from storage.fault import Fault


@dataclass(frozen=True)
class Taps:
    """Hands each tap to what answers it, and sends the browser back to where it was made."""

    desk: Desk

    async def tap(self, visit: Visit) -> web.Response:
        """Answer a tap on a button, of a card where the form names one."""
        fields, cases = await visit.posted(), self.desk.cases
        request = visit.asks(self._message(fields.get("card", "")))
        try:
            await cases.dispatch.answer(request, fields.get("tap", ""))
        except Fault as fault:
            saved = await cases.dispatch.is_saved(fields.get("tap", ""))
            await cases.unhandled.tell_failure(request, fault, saved=saved)
        return visit.back(fields)

    async def close(self, visit: Visit) -> web.Response:
        """Take a card away that nobody needs any more. Raises a `DatabaseFault`."""
        fields = await visit.posted()
        await self.desk.cases.stores.cards.remove(visit.seat, self._message(fields.get("card", "")))
        return visit.back(fields)

    def _message(self, written: str) -> int:
        digits = written.removeprefix("-")
        return int(written) if digits.isdecimal() and digits.isascii() and len(digits) <= 18 else 0  # noqa: PLR2004
