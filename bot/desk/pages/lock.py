"""Locking a browser, and unlocking it."""

from dataclasses import dataclass

from aiohttp import web

from bot.desk.cookies import SESSION, fresh_secret, set_cookie
from bot.desk.desk import Desk
from bot.desk.visit import Visit


@dataclass(frozen=True)
class Lock:
    """The veil before the desk: a page that tells nothing, and opens by the seat's code."""

    desk: Desk

    async def show(self, visit: Visit) -> web.Response:
        """Show the veil."""
        return visit.page("lock.html", wrong="")

    async def unlock(self, visit: Visit) -> web.Response:
        """Unlock the browser. Raises a `DatabaseFault`."""
        await visit.posted()
        session = fresh_secret()
        await self.desk.visitors.unlock(visit.seated.device, session)
        answer = web.HTTPSeeOther("/")
        set_cookie(answer, SESSION, session, secure=visit.secure, seconds=None)
        raise answer

    async def lock(self, visit: Visit) -> web.Response:
        """Lock the browser now. Raises a `DatabaseFault`."""
        await visit.posted()
        await self.desk.visitors.lock(visit.seated.device)
        raise web.HTTPSeeOther("/unlock")
