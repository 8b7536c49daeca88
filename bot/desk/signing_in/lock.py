"""Locking a browser, and unlocking it by the seat's code, which whoever comes first chooses."""

from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.navigation import place_of
from bot.desk.opening import open_browser
from bot.desk.visit import Visit
from handlers.people.code_rules import UnfitCode
from handlers.people.unlocking import Unlocking


@dataclass(frozen=True)
class LockPage:
    """The veil before the desk: a page that tells nothing, and opens by the seat's code."""

    desk: Desk

    @property
    def _unlocking(self) -> Unlocking:
        return self.desk.cases.people.unlocking

    async def show(self, visit: Visit) -> web.Response:
        """Show the veil, or let a code be chosen where the seat has none."""
        back = place_of(visit.request.query.get("back", "/"))
        if visit.role is None or not visit.seated.locked:
            raise web.HTTPSeeOther(back)
        left = await self._unlocking.left(visit.seat)
        if left is None:
            return visit.page("choose_code.html", back=back, wrong="")
        return self._veil(visit, back, left)

    async def unlock(self, visit: Visit) -> web.StreamResponse:
        """Unlock the browser, where the code is right. Raises a `DatabaseFault`."""
        fields = await visit.posted()
        back = place_of(fields.get("back", "/"))
        if visit.role is None:
            raise web.HTTPSeeOther("/")
        if await self._unlocking.left(visit.seat) is None:
            return self._without_code(visit)
        attempt = await self._unlocking.attempt(visit.seat, fields.get("code", ""))
        if attempt.right:
            return await self._opened(visit, back)
        wrong = self._unlocking.refusal(attempt.left, visit.seat)
        if visit.by_script:
            return web.Response(status=HTTPStatus.FORBIDDEN, text=wrong)
        return self._veil(visit, back, attempt.left, wrong)

    async def choose(self, visit: Visit) -> web.StreamResponse:
        """Give the seat its code, where it has none, and unlock the browser. Raises a `DatabaseFault`."""
        fields = await visit.posted()
        back = place_of(fields.get("back", "/"))
        if visit.role is None or await self._unlocking.left(visit.seat) is not None:
            raise web.HTTPSeeOther("/")
        try:
            chosen = await self._unlocking.choose(visit.seat, fields.get("code", ""), fields.get("again", ""))
        except UnfitCode as unfit:
            wrong = unfit.sentence(self.desk.language.text)
            return visit.page("choose_code.html", HTTPStatus.UNPROCESSABLE_ENTITY, back=back, wrong=wrong)
        if not chosen:
            raise web.HTTPSeeOther("/unlock")
        return await self._opened(visit, back)

    async def lock(self, visit: Visit) -> web.Response:
        """Lock the browser now. Raises a `DatabaseFault`."""
        await visit.posted()
        await self.desk.visitors.lock(visit.seated.device)
        if visit.by_script:
            return web.Response(status=HTTPStatus.NO_CONTENT)
        raise web.HTTPSeeOther("/unlock")

    async def active(self, visit: Visit) -> web.Response:
        """Note that somebody is there."""
        await visit.posted()
        return web.Response(status=HTTPStatus.NO_CONTENT)

    async def _opened(self, visit: Visit, back: str) -> web.StreamResponse:
        answer: web.StreamResponse = (
            web.Response(status=HTTPStatus.NO_CONTENT) if visit.by_script else web.HTTPSeeOther(back)
        )
        await open_browser(visit, answer)
        if isinstance(answer, web.HTTPException):
            raise answer
        return answer

    def _veil(self, visit: Visit, back: str, left: int, wrong: str = "") -> web.Response:
        ended = "" if left else self._unlocking.refusal(0, visit.seat)
        status = HTTPStatus.FORBIDDEN if wrong else HTTPStatus.OK
        unsaved = "unsaved" in visit.request.query
        return visit.page("lock.html", status, back=back, wrong=ended or wrong, ended=bool(ended), unsaved=unsaved)

    def _without_code(self, visit: Visit) -> web.Response:
        if visit.by_script:
            sentence = self.desk.language.text("A new code may be chosen. Open the page anew, and choose one.")
            return web.Response(status=HTTPStatus.CONFLICT, text=sentence)
        raise web.HTTPSeeOther("/unlock")
