"""Opening a browser for whoever has shown who they are."""

from urllib.parse import quote

from aiohttp import web

from bot.desk.cookies import DEVICE_SECONDS, SESSION, fresh_secret, set_cookie
from bot.desk.navigation import place_of
from bot.desk.visit import Visit

UNSAVED = "/unlock?unsaved=yes"
"""Where a form leads that was sent by a browser that had locked itself."""


async def open_browser(visit: Visit, answer: web.StreamResponse) -> None:
    """Unlock a browser with the cookie that the answer brings; but for staff it goes when the browser is closed.

    Raises a `DatabaseFault`.
    """
    session = fresh_secret()
    await visit.desk.visitors.unlock(visit.seated.device, session)
    seconds = DEVICE_SECONDS if visit.role == "staff" else None
    set_cookie(answer, SESSION, session, secure=visit.secure, seconds=seconds)


def veil_before(path: str) -> str:
    """Return the address of the veil, which leads back to a page of ours."""
    place = place_of(path)
    return "/unlock" if place == "/" else f"/unlock?back={quote(place)}"
