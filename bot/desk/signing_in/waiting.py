"""What is shown to a seat that may do nothing yet, until it may."""

from aiohttp import web

from bot.desk.visit import Visit

PAGE = "/waiting"


async def wait(visit: Visit) -> web.StreamResponse:
    """Show why the seat may do nothing, and open the first page once it may."""
    if visit.role is not None:
        raise web.HTTPSeeOther("/")
    return await waiting(visit)


async def waiting(visit: Visit) -> web.StreamResponse:
    """Return what is shown to a seat that may do nothing now, and say that nothing is saved that it sends."""
    seat = visit.seated.seat
    if visit.request.method == "POST":
        await visit.desk.cases.people.lapse.refuses(visit.asks())
    reply = visit.conversation.reply
    return visit.page("waiting.html", reply=reply, restored=seat.restored, waiting=seat.waiting, again_at=PAGE)
