"""This shift, as it stands beside the form and on a page of its own: its calls, what is missing, what is asked."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from aiohttp import web
from markupsafe import Markup

from bot.desk.desk import Desk
from bot.desk.replies import Reply
from bot.desk.visit import Visit
from handlers.calls.call_time_buttons import is_recent
from handlers.calls.shift_calls import ShiftCall
from handlers.shifts.so_far import beyond_shown, left_to_register
from handlers.view import View
from storage.cards.cards import Card
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.retention import LATE_DAYS
from storage.shifts.shift_states import ShiftState

FRAGMENT, AFTER_A_TAP = "X-Part", "answer"
"""The header by which our script asks for the shift alone, and what it says where that answers a tap."""
HOUR_LENGTH = len("2026-11-03T14")
MOST_SHOWN = 999
WHOLE = "X-Whole"
"""The header by which our script asks for every call of the shift, as the page of its own shows it."""
MOST_BESIDE = 15
"""How many calls are listed beside the form at most."""
UNFOLDED = "call"
"""The field of an address that tells about which call all stands that can be done."""


@dataclass(frozen=True)
class CallRow:
    """A call in the list; a correction that is ``opened`` stands in the place of its receipt.

    ``is_answer`` tells whether it is what has just been tapped. What can be done about a call stands there where
    it is ``unfolded``, else a link to that. The ``moment`` is the call's day and hour where they can be changed,
    the hour None where only the day is known.
    """

    call: ShiftCall
    form: Form
    opened: View | None
    is_answer: bool
    unfolded: bool
    moment: tuple[str, int | None] | None


@dataclass(frozen=True)
class ShiftPart:
    """What stands there: ``token`` is another one once any of it has changed.

    Where there are ``more`` calls than ``rows``, so many stand on the page of its own; 0 where all stand here.
    ``answers`` are views that belong to no call of the list. The telephone was told to have ``shown`` so many
    calls, of which so many are ``left``, maybe in one of the ``hours``, to be registered on the ``form``; or so
    many are ``beyond`` what it shows.
    """

    key: str
    token: str
    cards: Sequence[Card]
    rows: Sequence[CallRow]
    more: int
    answers: Sequence[View]
    logged: int
    declined: str | None
    shown: int | None
    left: int
    beyond: int
    hours: Sequence[Hour]
    form: Form
    first_day: date
    today: date
    back: str


async def shift_part(visit: Visit, reply: Reply, back: str) -> ShiftPart:
    """Return what stands there for a visit, ``back`` on this page. Raises a `DatabaseFault`."""
    cases, roster = visit.desk.cases, visit.desk.cases.roster
    shift, now = roster.on_duty, roster.now
    # Looked up before the rest, it is at most too old, and the page is fetched once more.
    state = await cases.stores.shift_states.look(shift.key)
    token = state_token(visit, state)
    calls, logged = await cases.calls.shift_calls.of(visit.seat), await cases.calls.shift_calls.logged()
    shown = visit.desk.comparisons.of(visit.seated.device.number, shift.key)
    listed = {call.record.source for call in calls}
    unfolded = {visit.request.query.get(UNFOLDED, ""), *_latest(calls)}
    rows = [_row(call, cases.forms[call.record.form], reply, now, unfolded) for call in calls]
    beside = rows if back != "/" or WHOLE in visit.request.headers else _beside(rows)
    return ShiftPart(
        key=shift.key,
        token=token,
        cards=await cases.stores.cards.of(visit.seat),
        rows=beside,
        more=len(rows) if len(beside) < len(rows) else 0,
        answers=[view for view in reply.views if view.source not in listed],
        logged=logged,
        declined=await cases.calls.latest_calls.declined(visit.seat),
        shown=shown,
        left=left_to_register(shown or 0, logged),
        beyond=0 if shown is None else beyond_shown(shown, logged),
        hours=[hour for hour in reversed(list(shift.hours)) if hour <= now],
        form=roster.form,
        first_day=now.day - timedelta(days=LATE_DAYS),
        today=now.day,
        back=back,
    )


async def shift_fragment(visit: Visit, reply: Reply | None = None, back: str = "/") -> Markup:
    """Return the shift as it is to stand in a page, ``back`` on which its forms lead. Raises a `DatabaseFault`.

    Without a ``reply`` of which the page shows the notices, it has those of the one that waits.
    """
    shown = reply or visit.reply()
    shift = await shift_part(visit, shown, back)
    return visit.fragment("shift.html", reply=shown, shift=shift, with_notices=reply is None)


def state_token(visit: Visit, state: ShiftState) -> str:
    """Return what stands for all that a visit is shown of a shift, for as long as none of it changes."""
    desk, seat = visit.desk, visit.seat
    told = desk.comparisons.of(visit.seated.device.number, state.shift)
    hour = str(desk.cases.roster.now)
    return desk.changes.token(state, hour, seat, visit.role, told, desk.cases.stores.cards.changes(seat))


@dataclass(frozen=True)
class ShiftPage:
    """The shift by itself: as a page, such as on a phone, or for the script."""

    desk: Desk

    async def show(self, visit: Visit) -> web.Response:
        """Show the shift. Raises a `DatabaseFault`."""
        if part := visit.request.headers.get(FRAGMENT):
            # Another page of the same browser must not take the reply to a tap.
            reply = None if part == AFTER_A_TAP else Reply()
            fragment = await shift_fragment(visit, reply)
            return web.Response(text=fragment, content_type="text/html", headers={FRAGMENT: "shift"})
        self.desk.visitors.act(visit.seated)
        waiting = visit.reply()
        shift = await shift_fragment(visit, waiting, "/shift")
        return visit.page("shift_page.html", reply=waiting, shift=shift)

    async def compare(self, visit: Visit) -> web.Response:
        """Take down how many calls the telephone shows, to tell what is missing; nothing is kept of it."""
        fields = await visit.posted()
        written, key = fields.get("shown", "").strip(), self.desk.cases.roster.on_duty.key
        if not written:
            self.desk.comparisons.tell(visit.seated.device.number, key, None)
        elif written.isdecimal() and len(written) <= len(str(MOST_SHOWN)):
            self.desk.comparisons.tell(visit.seated.device.number, key, int(written))
        else:
            text = self.desk.language.text("Write a number, such as 7. Nothing is changed.")
            await visit.conversation.answer(text, alert=True)
        return visit.back(fields)


def _latest(calls: Sequence[ShiftCall]) -> Sequence[str]:
    """Return the source of the call that was registered last, if there is one."""
    in_use = [call.record for call in calls if call.may_change and not call.record.voided]
    return [record.source for record in sorted(in_use, key=lambda one: one.order)[-1:]]


def _beside(rows: Sequence[CallRow]) -> Sequence[CallRow]:
    """Return the rows that stand beside the form: the latest, and those that something is done about."""
    return [row for place, row in enumerate(rows) if place < MOST_BESIDE or row.unfolded]


def _row(call: ShiftCall, form: Form, reply: Reply, now: Hour, unfolded: Collection[str]) -> CallRow:
    source = call.record.source
    answered = next((view for view in reply.views if view.source == source), None)
    opened = answered if answered and answered.text != call.receipt.text and not call.is_cleared else None
    is_answer = answered is not None
    moment = next(_moment(call, now), None)
    return CallRow(call, form, opened, is_answer, is_answer or source in unfolded, moment)


def _moment(call: ShiftCall, now: Hour) -> Iterator[tuple[str, int | None]]:
    """Yield the day and the hour of a call that can be moved to another."""
    when, record = call.record.occurred_at, call.record
    if not call.may_change or call.is_cleared or record.voided:
        return
    if len(when) < HOUR_LENGTH:
        yield when, None
    elif is_recent(hour := Hour.parse(when), now):
        yield str(hour.day), hour.hour
