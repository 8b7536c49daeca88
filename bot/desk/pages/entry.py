"""Letting a browser in by a one-time code."""

from dataclasses import dataclass

from aiohttp import web

from bot.desk.browser_names import browser_name
from bot.desk.cookies import DEVICE, DEVICE_SECONDS, SESSION, cookie, fresh_secret, set_cookie
from bot.desk.desk import Desk
from bot.desk.visit import Visit
from storage.people.invites import Redeemed

LONGEST_CODE = 64


@dataclass(frozen=True)
class Entry:
    """Shows what a link opens before it opens it: a preview of a link must not spend its code."""

    desk: Desk

    async def ask(self, visit: Visit) -> web.Response:
        """Ask for a code, or say that the browser has been let in."""
        return self._page(visit, "")

    async def show(self, visit: Visit) -> web.Response:
        """Ask whether to let this browser in by the code of the address."""
        return self._page(visit, visit.request.match_info["code"])

    async def enter(self, visit: Visit) -> web.Response:
        """Let the browser in, unless the code is wrong, spent or expired. Raises a `DatabaseFault`."""
        fields = await visit.posted()
        code, language = fields.get("code", "").strip().rpartition("/")[2][:LONGEST_CODE], self.desk.language
        opened = await self._redeemed(visit, code)
        if opened is None:
            return self._page(visit, "", wrong=language.text("That code does not work here."))
        await self._welcome(opened)
        session = fresh_secret()
        device = self.desk.visitors.devices.find(cookie(visit.request, DEVICE))
        if device is None:
            raise web.HTTPForbidden
        await self.desk.visitors.unlock(device, session)
        answer = web.HTTPSeeOther("/")
        set_cookie(answer, SESSION, session, secure=visit.secure, seconds=None)
        raise answer

    async def _redeemed(self, visit: Visit, code: str) -> Redeemed | None:
        cases, secret = self.desk.cases, cookie(visit.request, DEVICE)
        if not code or not secret:
            return None
        name = browser_name(visit.request.headers.get("User-Agent", ""))
        opened = await cases.stores.invites.redeem_at_desk(code, secret, name, now=cases.clock())
        await cases.stores.devices.load()
        return opened

    async def _welcome(self, opened: Redeemed) -> None:
        """Note who came in, and ask the administrators about a seat that waits. Raises a `DatabaseFault`."""
        people = self.desk.cases.people
        if not opened.repeated:
            await people.stores.audit.note("opened", by=opened.seat, now=self.desk.cases.roster.now)
        if opened.waiting:
            await people.admission.ask(opened.seat)
        else:
            await people.checklist.refresh()

    def _page(self, visit: Visit, code: str, wrong: str = "") -> web.Response:
        secret = cookie(visit.request, DEVICE)
        fresh = secret or fresh_secret()
        answer = visit.page("entry.html", code=code, wrong=wrong, form_token=visit.token_of(fresh))
        if not secret:
            set_cookie(answer, DEVICE, fresh, secure=visit.secure, seconds=DEVICE_SECONDS)
        return answer
