"""Registering a call: the whole form on one page, beside it the calls of this shift."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from http import HTTPStatus

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.pages.shift import shift_fragment
from bot.desk.visit import Visit
from bot.random_codes import fresh_nonce
from handlers.calls.call_time_buttons import is_recent
from handlers.calls.whole_form import Chosen, Unanswered, filled_in
from handlers.tap.codec import NONCE_LENGTH
from handlers.tap.form_tap import FormState, UnreadableTap
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.retention import LATE_DAYS

NONCE = re.compile(rf"[\w-]{{{NONCE_LENGTH}}}", re.ASCII)
SCREEN = re.compile(r"s(\d{1,2})\.(\d{1,2})", re.ASCII)
"""A field that is there where a button was chosen: the place of its screen, and its place there."""


@dataclass(frozen=True)
class Begun:
    """A form that lacks an answer on one screen: what was chosen on the others."""

    nonce: str
    chosen: Chosen
    unanswered: int


@dataclass(frozen=True)
class Registering:
    """The first page."""

    desk: Desk

    async def show(self, visit: Visit) -> web.Response:
        """Show the form, and the calls of this shift. Raises a `DatabaseFault`."""
        return await self._page(visit, self._form(visit.request.query.get("form", "")))

    async def save(self, visit: Visit) -> web.Response:
        """Keep the call, once, or say what is missing. Raises `UnreadableTap`, a `DatabaseFault`."""
        fields, registration = await visit.posted(), self.desk.cases.calls.registration
        form, nonce = self._form(fields.get("form", "")), fields.get("nonce", "")
        hour = self._hour(fields)
        if fields.get("fingerprint") != form.fingerprint or not NONCE.fullmatch(nonce):
            raise UnreadableTap
        now = self.desk.cases.roster.now
        chosen = _chosen(fields)
        end = filled_in(form, nonce, chosen, (hour or now).day)
        if isinstance(end, Unanswered):
            return await self._page(visit, form, Begun(nonce, chosen, end.screen))
        leaving = self.desk.cases.roster.is_leaving if hour is None else True
        state = FormState(form, nonce, hour, 0, {}, leaving=leaving)
        await registration.keep(visit.seat, state, end)
        await registration.tell_shift(state)
        raise web.HTTPSeeOther("/")

    def _form(self, key: str) -> Form:
        forms = self.desk.cases.forms
        return forms.get(key) or next(iter(forms.values()))

    def _hour(self, fields: Mapping[str, str]) -> Hour | None:
        """Return the hour of an earlier call, None for one of now. Raises `UnreadableTap`."""
        day, hour, now = fields.get("day", ""), fields.get("hour", ""), self.desk.cases.roster.now
        if not day or not hour:
            return None
        try:
            chosen = Hour(date.fromisoformat(day), int(hour))
        except ValueError:
            raise UnreadableTap from None
        if not 0 <= chosen.hour <= 23 or not is_recent(chosen, now):  # noqa: PLR2004 - the hours of a day
            raise UnreadableTap
        return chosen

    async def _page(self, visit: Visit, form: Form, begun: Begun | None = None) -> web.Response:
        """Show a fresh form, or one that was ``begun`` and lacks an answer."""
        cases, now = self.desk.cases, self.desk.cases.roster.now
        reply = visit.reply()
        return visit.page(
            "registering.html",
            status=HTTPStatus.UNPROCESSABLE_ENTITY if begun else HTTPStatus.OK,
            forms=cases.forms.values(),
            form=form,
            nonce=begun.nonce if begun else fresh_nonce(),
            chosen=begun.chosen if begun else {},
            unanswered=begun.unanswered if begun else None,
            screens=[(place, screen) for place, screen in enumerate(form.screens) if not form.is_later(screen)],
            today=now.day,
            first_day=now.day - timedelta(days=LATE_DAYS),
            reply=reply,
            shift=await shift_fragment(visit, reply),
        )


def _chosen(fields: Mapping[str, str]) -> Chosen:
    """Return what was chosen: a field names the screen and the button, or the button is the value."""
    chosen: dict[int, set[int]] = {}
    for name, value in fields.items():
        if match := SCREEN.fullmatch(name):
            chosen.setdefault(int(match[1]), set()).add(int(match[2]))
        elif (match := re.fullmatch(r"s(\d{1,2})", name, re.ASCII)) and value.isdecimal() and len(value) <= 2:  # noqa: PLR2004
            chosen.setdefault(int(match[1]), set()).add(int(value))
    return chosen
