"""Passkeys: adding one, unlocking by one, removing one."""

import binascii
from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.opening import open_browser
from bot.desk.signing_in.passkeys import Challenges, PasskeySite
from bot.desk.visit import Visit
from handlers.people.seat_words import name_of

MOST = 20
"""How many passkeys a seat may have."""


@dataclass(frozen=True)
class PasskeyPages:
    """What the scripts ask for; without them, and where passkeys cannot work, codes do."""

    desk: Desk
    challenges: Challenges

    @property
    def _site(self) -> PasskeySite:
        """The site. Raises `HTTPNotFound` where passkeys cannot work."""
        host = self.desk.section.passkey_host
        if host is None:
            raise web.HTTPNotFound
        return PasskeySite(host)

    async def ask_to_add(self, visit: Visit) -> web.Response:
        """Return what the browser is asked for to make a passkey."""
        await visit.posted()
        site, device, seat = self._site, visit.seated.device.number, visit.seated.seat
        known = await self.desk.cases.stores.passkeys.of(seat.number)
        if len(known) >= MOST:
            raise web.HTTPConflict(text=self.desk.language.text("There are too many passkeys. Remove one first."))
        name = name_of(seat, self.desk.language)
        return _json(site.options_to_add(self.challenges.ask(device, "add"), seat.number, name, known))

    async def add(self, visit: Visit) -> web.Response:
        """Keep the passkey that the browser has made. Raises a `DatabaseFault`."""
        fields, challenge = await visit.posted(), self.challenges.take(visit.seated.device.number, "add")
        answer, origin = fields.get("credential", ""), visit.request.headers.get("Origin", "")
        made = self._site.added(answer, challenge, origin, visit.seat) if challenge else None
        if made is None or not await self.desk.cases.stores.passkeys.add(made):
            return self._refused()
        return web.Response(status=HTTPStatus.NO_CONTENT)

    async def remove(self, visit: Visit) -> web.Response:
        """Let a passkey of this seat open it no more. Raises a `DatabaseFault`."""
        fields, text = await visit.posted(), self.desk.language.text
        try:
            named = bytes.fromhex(fields.get("passkey", ""))
        except (ValueError, binascii.Error):
            named = b""
        if await self.desk.cases.stores.passkeys.remove(visit.seat, named):
            await visit.conversation.answer(text("The passkey is removed."))
        return visit.back(fields)

    async def ask_to_unlock(self, visit: Visit) -> web.Response:
        """Return what the browser is asked for to be unlocked, nothing where the seat has no passkey."""
        await visit.posted()
        site, known = self._site, await self.desk.cases.stores.passkeys.of(visit.seat)
        if not known or visit.role is None:
            return web.Response(status=HTTPStatus.NO_CONTENT)
        return _json(site.options_to_unlock(self.challenges.ask(visit.seated.device.number, "unlock"), known))

    async def unlock(self, visit: Visit) -> web.Response:
        """Unlock the browser by a passkey. Raises a `DatabaseFault`."""
        fields, challenge = await visit.posted(), self.challenges.take(visit.seated.device.number, "unlock")
        passkeys = self.desk.cases.stores.passkeys
        answer, origin = fields.get("credential", ""), visit.request.headers.get("Origin", "")
        known = await passkeys.of(visit.seat)
        used = self._site.used(answer, challenge, origin, known) if challenge and visit.role else None
        if used is None or not await passkeys.use(*used):
            return self._refused()
        opened = web.Response(status=HTTPStatus.NO_CONTENT)
        await open_browser(visit, opened)
        return opened

    def _refused(self) -> web.Response:
        sentence = self.desk.language.text("The passkey did not fit. Try once more, or use the code.")
        return web.Response(status=HTTPStatus.FORBIDDEN, text=sentence)


def _json(options: str) -> web.Response:
    return web.Response(text=options, content_type="application/json")
