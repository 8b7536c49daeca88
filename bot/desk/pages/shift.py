"""The calls of this shift, which stand beside the form."""

from markupsafe import Markup

from bot.desk.replies import Reply
from bot.desk.visit import Visit


async def shift_fragment(visit: Visit, reply: Reply | None = None) -> Markup:
    """Return the calls of this shift as a part of a page. Raises a `DatabaseFault`."""
    cases = visit.desk.cases
    calls = cases.calls.shift_calls
    return visit.fragment(
        "shift.html",
        reply=reply or Reply(),
        calls=await calls.of(visit.seat),
        logged=await calls.logged(),
        cards=await cases.stores.cards.of(visit.seat),
    )
