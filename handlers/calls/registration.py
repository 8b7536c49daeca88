"""Registering a call: its screens in turn, the receipt, and the first screen of the next call."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace

from handlers.calls.call_time_buttons import hours_view, is_recent
from handlers.calls.filling import Cancelled, Finished, Step, begin, begin_like, press
from handlers.calls.receipt import Receipts
from handlers.calls.rights import AT_THE_DESK, check_in_chat
from handlers.calls.roster import Roster
from handlers.calls.screen import screen_view
from handlers.calls.words import answer_line
from handlers.conversation import Request, together
from handlers.operations.failed_saves import ADMINISTRATORS_TOLD, FailedSaves
from handlers.recent import Recent
from handlers.tap.actions import OpenForm, Repeat
from handlers.tap.form_tap import AT, FormState, FormTap, UnreadableTap
from handlers.view import Button, View
from reports.words.language import Language
from storage.database.connection import DatabaseFault
from storage.fault import N_
from storage.forms.form import Form
from storage.forms.question import Answers
from storage.records.records import Draft, Record, Records, Saved

LOG = logging.getLogger(__name__)
LOOK_UP_SECONDS = 8.0
NOT_KNOWN = N_(
    "It cannot be seen just now whether this call is saved."
    " Tap the same button again in a while, it is saved only once; or write it on paper, without names."
)
"""What is said where the database cannot be read; short enough for a notice."""
REMEMBERED = 5000
"""How many of the latest forms are known to be begun, and of the latest records to be kept, without a look-up."""


@dataclass(frozen=True)
class Registration:
    """Fills in forms tap by tap and keeps the records.

    ``nonce`` makes a record's identity; ``late_call`` is called with a past shift that a call was registered for.
    """

    forms: Mapping[str, Form]
    records: Records
    receipts: Receipts
    roster: Roster
    language: Language
    nonce: Callable[[], str]
    late_call: Callable[[str], Awaitable[None]]
    failures: FailedSaves
    begun: Recent[str] = field(default_factory=lambda: Recent(REMEMBERED))
    kept: Recent[str] = field(default_factory=lambda: Recent(REMEMBERED))

    async def open(self, request: Request) -> None:
        """Show the first screen, or a choice of forms if there are several."""
        forms = [form for form in self.forms.values() if form.in_chat]
        if not forms:
            await request.show(View(self.language.text(AT_THE_DESK)))
        elif len(forms) == 1:
            await request.show(self._first(forms[0]))
        else:
            rows = [[Button(self._head(form), OpenForm(form))] for form in forms]
            await request.show(View(self.language.text("What do you want to register?"), rows))

    async def open_form(self, request: Request, tap: OpenForm) -> None:
        """Show the first screen of the form that was chosen. Raises `NotInChat`."""
        check_in_chat(tap.form)
        await request.reply(self._first(tap.form))

    def _first(self, form: Form, *, after_another: bool = False) -> View:
        """Return a fresh first screen of one form."""
        day = self.roster.now.day
        head = self._head(form, after_another=after_another)
        return screen_view(begin(form, self._begun(), day), day, self.language, head=head)

    def _begun(self) -> str:
        """Return the identity of a new record, which needs not be looked up until it is kept."""
        nonce = self.nonce()
        self.begun.add(nonce)
        return nonce

    def _head(self, form: Form, *, after_another: bool = False) -> str:
        words = (form.next if after_another else form.new) or form.title
        return words.in_language(self.language.code)

    async def again(self, request: Request, tap: Repeat) -> None:
        """Begin another call like a kept record, at its last screen.

        Raises `UnreadableTap` if there is none, `NotInChat`.
        """
        form, record = await self.receipts.find(tap.source)
        check_in_chat(form)
        if record.voided or record.outcome != "registered":
            raise UnreadableTap
        now = self.roster.now
        fresh = begin_like(form, self._begun(), record.answers, now.day)
        if request.since:
            await request.reply(hours_view(FormTap(fresh, AT), request.since, now, self.language))
        else:
            await request.reply(screen_view(self._timed(fresh), now.day, self.language))

    def _timed(self, state: FormState) -> FormState:
        """Return the state, with the present hour if it has none."""
        if state.hour is not None:
            return state
        return replace(state, hour=self.roster.now, leaving=self.roster.is_leaving)

    async def tap(self, request: Request, tap: FormTap) -> None:
        """Show the next screen, or keep the record. Raises `UnreadableTap` for an impossible tap, `NotInChat`."""
        check_in_chat(tap.state.form)
        now, nonce = self.roster.now, tap.state.nonce
        if tap.state.hour and not is_recent(tap.state.hour, now):
            raise UnreadableTap
        timed = FormTap(self._timed(tap.state), tap.press)
        step = press(timed, (timed.state.hour or now).day)
        try:
            if nonce not in self.begun and await self.records.find(nonce):
                await self._show_again(request, nonce)
            elif tap.state.hour is None and request.since:
                await request.replace(hours_view(tap, request.since, now, self.language))
            else:
                await self._follow(request, timed.state, step)
        except DatabaseFault as fault:
            await self._explain(request, fault, timed, step)

    async def _follow(self, request: Request, state: FormState, step: Step) -> None:
        if isinstance(step, Finished):
            await self._save(request, state, step)
        elif isinstance(step, Cancelled):
            await request.replace(View(self.language.text("Cancelled. Nothing is saved."), stage="form"))
        else:
            now = self.roster.now
            await request.replace(screen_view(step, (step.hour or now).day, self.language, now=now))

    async def _save(self, request: Request, state: FormState, end: Finished) -> None:
        saved = await self.keep(request.seat, state, end)
        if saved.repeated:
            await self._show_again(request, state.nonce)
        else:
            await self._show_saved(request, state.form, saved.record)
        await self.tell_shift(state)

    async def keep(self, seat: int, state: FormState, end: Finished) -> Saved:
        """Keep what a form has come to, once, as a call of its hour or of now. Raises a `DatabaseFault`."""
        now = self.roster.now
        hour = str(state.hour or now)
        draft = Draft(state.form, hour, end.outcome, end.answers, state.nonce, self._shift(state))
        self.begun.discard(state.nonce)
        saved = await self.records.save(draft, by=seat, now=now)
        self.kept.add(state.nonce)
        return saved

    async def tell_shift(self, state: FormState) -> None:
        """Let a past shift that a call was kept for know of it."""
        shift = self._shift(state)
        if shift and shift != self.roster.on_duty.key:
            await self.late_call(shift)

    def _shift(self, state: FormState) -> str | None:
        return self.roster.shift_of(state.form, state.hour or self.roster.now, leaving=state.leaving)

    async def _explain(self, request: Request, fault: DatabaseFault, tap: FormTap, step: Step) -> None:
        """Say what became of a call where the database failed; not what nobody can know."""
        if tap.state.nonce in self.kept:
            await request.conversation.answer(self.language.text("This call is already registered."))
        elif fault.writing:
            told = await self.failures.tell(fault)
            # Tried again in vain, the message stays as it is: only the notice answers.
            await request.replace(self._not_saved(tap, step, fault, told=told), self.language.text("Not saved."))
        else:
            LOG.error("It could not be looked up whether a call is saved: %s", fault)
            await request.conversation.answer(self.language.text(NOT_KNOWN), alert=True)

    async def is_kept(self, nonce: str) -> bool | None:
        """Tell whether a form has become a record; None where that cannot be found out soon."""
        if nonce in self.kept:
            return True
        try:
            async with asyncio.timeout(LOOK_UP_SECONDS):
                return await self.records.find(nonce) is not None
        except (DatabaseFault, TimeoutError):
            return None

    async def _show_saved(self, request: Request, form: Form, record: Record) -> None:
        await together(
            # The fresh form below can push the receipt out of view on a small phone.
            request.replace(self.receipts.view(form, record), self.saved_words(form, record)),
            request.show(self._first(form, after_another=True)),
        )

    def saved_words(self, form: Form, record: Record) -> str:
        """Return what was saved, in one line: `Saved: police · violence · crisis`."""
        first, second, *_ = f"{self.receipts.view(form, record).text}\n".split("\n")
        answered = record.outcome == "registered" and record.answers
        return self.language.text("Saved: {what}", what=second) if answered else first

    async def _show_again(self, request: Request, nonce: str) -> None:
        await self.receipts.show(request, nonce, N_("This call is already registered."))

    def _not_saved(self, tap: FormTap, step: Step, fault: DatabaseFault, *, told: bool) -> View:
        answers = tap.state.answers if isinstance(step, Cancelled) else step.answers
        text = self._not_saved_words(tap.state.form, answers, fault, told=told)
        return View(text, [[Button(self.language.text("Try again"), tap)]], stage="form")

    async def failed_words(self, form: Form, end: Finished, fault: DatabaseFault) -> str:
        """Return what became of a form that was sent whole, where the database failed; tell the administrators."""
        if not fault.writing:
            LOG.error("It could not be looked up whether a call is saved: %s", fault)
            return self.language.text(NOT_KNOWN)
        return self._not_saved_words(form, end.answers, fault, told=await self.failures.tell(fault))

    def _not_saved_words(self, form: Form, answers: Answers, fault: DatabaseFault, *, told: bool) -> str:
        text = self.language.text(
            "NOT SAVED. {reason}\nWrite the call down on paper, without names: {answers}.",
            reason=fault.sentence(self.language.text),
            answers=answer_line(form, answers, self.language)
            or self.language.text("one contact, without details"),
        )
        return f"{text}\n{self.language.text(ADMINISTRATORS_TOLD)}" if told else text
