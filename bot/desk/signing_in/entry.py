"""Letting a browser in by a one-time code."""

from dataclasses import dataclass

from aiohttp import web

from bot.desk.cookies import DEVICE, DEVICE_SECONDS, cookie, form_token, fresh_secret, set_cookie
from bot.desk.desk import Desk
from bot.desk.signing_in.browser_names import browser_name
from bot.desk.signing_in.remote import sender
from bot.desk.visit import Visit
from handlers.strangers import WrongCodes
from storage.people.invites import Redeemed

LONGEST_CODE = 64


@dataclass(frozen=True)
class EntryPage:
    """Shows what a link opens before it opens it: a preview of a link must not spend its code."""

    desk: Desk
    wrong_codes: WrongCodes

    async def ask(self, visit: Visit) -> web.Response:
        """Ask for a code, or show the first page to a browser that has been let in."""
        if visit.visitor is not None:
            raise web.HTTPSeeOther("/")
        return self._page(visit, "")

    async def show(self, visit: Visit) -> web.Response:
        """Ask whether to let this browser in by the code of the address."""
        return self._page(visit, visit.request.match_info["code"])

    async def enter(self, visit: Visit) -> web.Response:
        """Let the browser in, unless the code is wrong, spent or expired. Raises a `DatabaseFault`."""
        fields = await visit.posted()
        code, language = fields.get("code", "").strip().rpartition("/")[2][:LONGEST_CODE], self.desk.language
        address = sender(visit.request, self.desk.section)
        opened = await self.wrong_codes.tried(address, lambda: self._redeemed(visit, code))
        if opened is None:
            self.desk.cases.people.strangers.knocked()
            return self._page(visit, "", wrong=language.text("That code does not work here."))
        await self._welcome(opened)
        raise web.HTTPSeeOther("/")

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
        known = visit.visitor is not None
        # Never one that was there before: whoever has planted it could come in by it as well.
        secret = cookie(visit.request, DEVICE) if known else fresh_secret()
        answer = visit.page("entry.html", code=code, wrong=wrong, known=known, form_token=form_token(secret))
        if not known:
            set_cookie(answer, DEVICE, secret, secure=visit.secure, seconds=DEVICE_SECONDS)
        return answer
