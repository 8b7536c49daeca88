"""Registering a call: the whole form on one page, beside it the calls of this shift."""

import logging
from dataclasses import asdict, dataclass, replace
from http import HTTPStatus

from aiohttp import web
from markupsafe import Markup

from bot.desk.cookies import DEVICE_SECONDS, KEYS, cookie, set_cookie
from bot.desk.desk import Desk
from bot.desk.navigation import ADMINISTRATORS
from bot.desk.registering.call_times import CallTimes
from bot.desk.registering.form_rules import rules_of
from bot.desk.registering.form_words import script_words
from bot.desk.registering.saved_call import saved_call
from bot.desk.registering.sent_form import FormChanged, NotACallTime, SentForm, chosen_in, preset_hour, read_form
from bot.desk.registering.shift import shift_fragment
from bot.desk.replies import Reply, SavedCall
from bot.desk.visit import Visit
from bot.random_codes import fresh_nonce
from handlers.calls.filling import Finished
from handlers.calls.rights import NotYours
from handlers.calls.whole_form import Chosen, MissingAnswer, chosen_like, filled_in
from handlers.calls.words import time_line
from handlers.tap.form_tap import UnreadableTap
from storage.database.connection import DatabaseFault
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.records.records import Saved

LOG = logging.getLogger(__name__)
SCRIPT = "application/json"
MISSING = N_("Choose one of these.")
UNREADABLE = N_("This form cannot be read. The call is not saved: fill it in anew.")
REFUSED = N_("This does not go with what was chosen before it. Choose anew.")


@dataclass(frozen=True)
class ShownForm:
    """What stands in the form on a page: a fresh one, or one that could not be saved as it was."""

    form: Form
    nonce: str
    chosen: Chosen
    day: str = ""
    hour: str = ""
    unanswered: MissingAnswer | None = None
    trouble: str = ""
    status: HTTPStatus = HTTPStatus.OK

    @property
    def missing(self) -> str:
        """What is said where an answer is missing."""
        return REFUSED if self.unanswered and self.unanswered.refused else MISSING


@dataclass(frozen=True)
class RegisteringPage:
    """The first page."""

    desk: Desk

    async def show(self, visit: Visit) -> web.Response:
        """Show a form, fresh or begun like an earlier call, and this shift's calls. Raises a `DatabaseFault`."""
        query, now = visit.request.query, self.desk.cases.roster.now
        shown = ShownForm(self.desk.form(query.get("form", "")), fresh_nonce(), {})
        if "like" in query:
            shown = await self._like(visit, query["like"])
        if hour := preset_hour(query.get("at", ""), now):
            shown = replace(shown, day=hour.day.isoformat(), hour=str(hour.hour))
        return await self._page(visit, shown)

    async def save(self, visit: Visit) -> web.Response:
        """Keep the call, once, or say why not, with the form as it was filled in."""
        fields, roster = await visit.posted(), self.desk.cases.roster
        shown = ShownForm(
            self.desk.form(fields.get("form", "")),
            fresh_nonce(),
            chosen_in(fields),
            fields.get("day", ""),
            fields.get("hour", ""),
        )
        try:
            sent = read_form(fields, self.desk.forms, roster.now)
            end = filled_in(sent.form, sent.nonce, sent.chosen, (sent.hour or roster.now).day)
        except FormChanged as fault:
            return await self._refused(visit, replace(shown, chosen={}), fault, HTTPStatus.CONFLICT)
        except NotACallTime as fault:
            return await self._refused(visit, shown, fault, HTTPStatus.BAD_REQUEST)
        except UnreadableTap:
            return await self._refused(visit, replace(shown, chosen={}), Fault(UNREADABLE), HTTPStatus.BAD_REQUEST)
        shown = replace(shown, nonce=sent.nonce)
        if isinstance(end, MissingAnswer):
            return await self._lacking(visit, replace(shown, unanswered=end))
        return await self._keep(visit, sent, end, shown)

    async def switch_keys(self, visit: Visit) -> web.Response:
        """Let single keys choose, or not any more, in this browser."""
        fields = await visit.posted()
        answer = web.HTTPSeeOther("/")
        keys = "off" if fields.get("keys") == "off" else "on"
        set_cookie(answer, KEYS, keys, secure=visit.secure, seconds=DEVICE_SECONDS)
        raise answer

    async def _keep(self, visit: Visit, sent: SentForm, end: Finished, shown: ShownForm) -> web.Response:
        registration, roster = self.desk.cases.calls.registration, self.desk.cases.roster
        state = sent.state(roster.now, leaving=roster.is_leaving)
        try:
            saved = await registration.keep(visit.seat, state, end)
        except DatabaseFault as fault:
            words = await registration.failed_words(sent.form, end, fault)
            failed = replace(shown, trouble=words, status=HTTPStatus.SERVICE_UNAVAILABLE)
            return await self._answer(visit, failed)
        try:
            await registration.tell_shift(state)
        except DatabaseFault as fault:
            LOG.error("A past shift could not be told of a call: %s", fault)  # noqa: TRY400 - the sentence says it
        return await self._saved(visit, sent.form, saved)

    async def _saved(self, visit: Visit, form: Form, saved: Saved) -> web.Response:
        """Say what was saved: to the page's script, or on a page with a fresh form."""
        told = saved_call(self.desk.cases, form, saved.record)
        if _is_script(visit):
            return web.json_response(
                {"said": told.words, "undo": told.undo, "shift": await self._shift(visit, Reply())}
            )
        # A page that the browser went back to is sent with the identity of the call that it has registered.
        again = self.desk.language.text("This call is already registered.")
        self.desk.replies.put(
            visit.seated.device.number, Reply(saved=SavedCall(again) if saved.repeated else told)
        )
        raise web.HTTPSeeOther("/" if form is self.desk.form("") else f"/?form={form.key}")

    async def _refused(self, visit: Visit, shown: ShownForm, fault: Fault, status: HTTPStatus) -> web.Response:
        sentence = fault.sentence(self.desk.language.text)
        return await self._answer(visit, replace(shown, trouble=sentence, status=status))

    async def _answer(self, visit: Visit, shown: ShownForm) -> web.Response:
        """Say why a form is not saved: to the page's script, or on the page."""
        if not _is_script(visit):
            return await self._page(visit, shown)
        return web.json_response({"said": shown.trouble}, status=shown.status)

    async def _lacking(self, visit: Visit, shown: ShownForm) -> web.Response:
        """Say on which screen an answer is missing."""
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if not _is_script(visit):
            return await self._page(visit, replace(shown, status=status))
        return web.json_response({"said": self.desk.language.text(shown.missing)}, status=status)

    async def _like(self, visit: Visit, source: str) -> ShownForm:
        """Return a form begun like a record that the seat may correct. Raises `HTTPForbidden`, `HTTPNotFound`."""
        try:
            form, record = await self.desk.cases.calls.receipts.find_own(visit.seat, source)
        except UnreadableTap:
            raise web.HTTPNotFound from None
        except NotYours as fault:
            raise web.HTTPForbidden(text=fault.sentence(self.desk.language.text)) from None
        if record.voided or record.outcome != "registered":
            raise web.HTTPNotFound
        return ShownForm(form, fresh_nonce(), chosen_like(form, record.answers, self.desk.cases.roster.now.day))

    async def _page(self, visit: Visit, shown: ShownForm) -> web.Response:
        cases, form, reply = self.desk.cases, shown.form, visit.reply()
        times = CallTimes(cases.roster.now, cases.language)
        return visit.page(
            "registering.html",
            status=shown.status,
            reply=reply,
            forms=self.desk.forms.values(),
            form=form,
            shown=shown,
            screens=[(place, screen) for place, screen in enumerate(form.screens) if not form.is_later(screen)],
            times=times,
            chosen_time=self._time(shown),
            keys=cookie(visit.request, KEYS) or "on",
            to_set_up=visit.role in ADMINISTRATORS and not cases.reports.checklist.is_done,
            script={
                "form": asdict(rules_of(form)),
                "now": cases.clock().strftime("%Y-%m-%dT%H:%M:%S"),
                "days": times.days,
                "words": script_words(cases.language),
            },
            shift=await self._shift(visit, reply),
        )

    def _time(self, shown: ShownForm) -> str:
        """Return the words for a time that was chosen and can be one."""
        hour = preset_hour(f"{shown.day}T{shown.hour:0>2}", self.desk.cases.roster.now)
        return time_line(str(hour), self.desk.language) if hour else ""

    async def _shift(self, visit: Visit, reply: Reply) -> Markup:
        """Return the calls of this shift; where they cannot be read, the form stands there all the same."""
        try:
            return await shift_fragment(visit, reply)
        except DatabaseFault as fault:
            LOG.error("The calls of the shift cannot be shown: %s", fault)  # noqa: TRY400 - the sentence says it
            return visit.fragment("shift_failed.html", sentence=fault.sentence(self.desk.language.text))


def _is_script(visit: Visit) -> bool:
    return SCRIPT in visit.request.headers.get("Accept", "")
