"""A seat's own page: its browsers, its code, its passkeys."""

from dataclasses import dataclass

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.visit import Visit
from handlers.people.browsers import OnlyWayIn
from handlers.people.code_rules import UnfitCode
from handlers.people.seat_words import ROLES


@dataclass(frozen=True)
class MePage:
    """Shows what belongs to the seat, and changes it."""

    desk: Desk

    async def show(self, visit: Visit) -> web.Response:
        """Show the page."""
        stores, people = self.desk.cases.stores, self.desk.cases.people
        host = self.desk.section.passkey_host
        return visit.page(
            "me.html",
            seat=visit.seated.seat,
            role_name=self.desk.language.text(ROLES[visit.seated.seat.role]),
            devices=stores.devices.of(visit.seat),
            this=visit.seated.device.number,
            today=self.desk.cases.clock().date(),
            may_invite=people.browsers.may_invite(visit.seat, visit.seat),
            passkeys=[one.id.hex() for one in await stores.passkeys.of(visit.seat)] if host else None,
        )

    async def invite(self, visit: Visit) -> web.Response:
        """Show a link that lets one more browser into this seat. Raises `NotAllowed` and a `DatabaseFault`."""
        fields = await visit.posted()
        await self.desk.cases.people.browsers.invite(visit.asks(), visit.seat)
        return visit.back(fields)

    async def remove(self, visit: Visit) -> web.Response:
        """Remove a browser of this seat, perhaps this very one. Raises a `DatabaseFault`."""
        fields, text = await visit.posted(), self.desk.language.text
        number = fields.get("device", "")
        own = {str(device.number): device.number for device in self.desk.cases.stores.devices.of(visit.seat)}
        try:
            if number in own and await self.desk.cases.people.browsers.remove(visit.asks(), own[number]):
                await visit.conversation.answer(text("The browser is removed."))
        except OnlyWayIn as fault:
            await visit.conversation.answer(fault.sentence(text), alert=True)
            return visit.back(fields)
        if own.get(number) == visit.seated.device.number:
            raise web.HTTPSeeOther("/enter")
        return visit.back(fields)

    async def change_code(self, visit: Visit) -> web.Response:
        """Change the seat's code, where the present one is right. Raises a `DatabaseFault`."""
        fields, text = await visit.posted(), self.desk.language.text
        unlocking = self.desk.cases.people.unlocking
        try:
            attempt = await unlocking.change(
                visit.seat, fields.get("present", ""), fields.get("code", ""), fields.get("again", "")
            )
        except UnfitCode as unfit:
            await visit.conversation.answer(unfit.sentence(text), alert=True)
            return visit.back(fields)
        if attempt.right:
            await self.desk.visitors.lock_others(visit.seated.device)
            await visit.conversation.answer(text("The code is changed. Other browsers of this access are locked."))
        else:
            await visit.conversation.answer(unlocking.refusal(attempt.left, visit.seat), alert=True)
        return visit.back(fields)
