"""Correcting a record from its receipt: undoing it, bringing it back, asking one of its screens again."""

from dataclasses import dataclass
from datetime import date

from handlers.calls.filling import Cancelled, Finished, askable, can_be_given, press
from handlers.calls.receipt import MEANWHILE, Receipts
from handlers.calls.roster import Roster
from handlers.calls.screen import screen_view
from handlers.calls.words import record_lines
from handlers.conversation import Request
from handlers.tap.actions import AskAgain, Correct, Restore, ShowReceipt, Undo
from handlers.tap.form_tap import BACK, CANCEL, REVISIONS, FormState, FormTap, UnreadableTap
from handlers.view import Button, View, in_fitting_rows
from reports.words.language import Language
from storage.fault import N_
from storage.forms.form import Form
from storage.forms.question import Answers
from storage.records.corrections import Correction, Corrections
from storage.records.records import Record


@dataclass(frozen=True)
class Correcting:
    """Corrects records and keeps what they were before. Undoing or bringing back twice is harmless."""

    receipts: Receipts
    corrections: Corrections
    roster: Roster
    language: Language

    async def undo(self, request: Request, tap: Undo) -> None:
        """Void the record. Raises `UnreadableTap`, `NotYours`."""
        form, _ = await self.receipts.find_own(request.seat, tap.source)
        shift = self.roster.shift_now(form)
        done = await self.corrections.void(tap.source, by=request.seat, now=self.roster.now, shift=shift)
        await self.receipts.show_changed(request, tap.source, None if done else N_("It is already undone."))

    async def restore(self, request: Request, tap: Restore) -> None:
        """Bring the record back. Raises `UnreadableTap`, `NotYours`."""
        form, _ = await self.receipts.find_own(request.seat, tap.source)
        shift = self.roster.shift_now(form)
        done = await self.corrections.restore(tap.source, by=request.seat, now=self.roster.now, shift=shift)
        await self.receipts.show_changed(request, tap.source, None if done else N_("It already counts."))

    async def choose(self, request: Request, tap: Correct) -> None:
        """Ask which screen to ask again. Raises `NotYours`, `UnreadableTap`."""
        form, record = await self.receipts.find_own(request.seat, tap.source)
        if await self.receipts.is_closed(request, record):
            return
        day = _day(record)
        places = askable(form, carried(form, record, day), day)
        if places and (record.outcome != "registered" or len(places) == 1):
            await self._ask(request, form, record, places[0])
            return
        buttons = [
            Button(form.name_of(form.screens[place]).in_language(self.language.code), AskAgain(tap.source, place))
            for place in places
        ]
        back = Button(self.language.text("‹ Back"), ShowReceipt(tap.source))
        lines = [*record_lines(form, record, self.language), self.language.text("What do you want to change?")]
        rows = [*in_fitting_rows(buttons), [back]]
        await request.replace(View("\n".join(lines), rows, stage="receipt", source=tap.source))

    async def ask(self, request: Request, tap: AskAgain) -> None:
        """Ask one screen of a record again. Raises `NotYours`, `UnreadableTap`."""
        form, record = await self.receipts.find_own(request.seat, tap.source)
        if tap.place >= len(form.screens):
            raise UnreadableTap
        if not await self.receipts.is_closed(request, record):
            await self._ask(request, form, record, tap.place)

    async def receipt(self, request: Request, tap: ShowReceipt) -> None:
        """Show the receipt again. Raises `UnreadableTap`."""
        await self.receipts.show(request, tap.source)

    async def tap(self, request: Request, tap: FormTap) -> None:
        """Ask on, or keep the new answers. Raises `NotYours`, `UnreadableTap`, a `DatabaseFault`."""
        _, record = await self.receipts.find_own(request.seat, tap.state.nonce)
        if record.voided and await self.receipts.is_closed(request, record):
            return
        step = press(tap, _day(record))
        if tap.press == BACK and record.outcome == "registered":
            await self.choose(request, Correct(record.source))
        elif tap.press == BACK and step == tap.state:  # nothing was asked before
            await self.receipts.show(request, record.source)
        elif isinstance(step, FormState):
            await request.replace(screen_view(step, _day(record), self.language))
        elif isinstance(step, Cancelled):
            await self.receipts.show(request, tap.state.nonce, N_("Nothing is changed."))
        else:
            kept = await self._keep(request, tap, record, step)
            show = self.receipts.show_changed if step.outcome == "declined" else self.receipts.show
            await show(request, tap.state.nonce, N_("Changed.") if kept else MEANWHILE)

    async def _ask(self, request: Request, form: Form, record: Record, place: int) -> None:
        day = _day(record)
        answers = carried(form, record, day)
        state = FormState(form, record.source, None, place, answers, revision=record.revision % REVISIONS)
        press(FormTap(state, CANCEL), day)
        await request.replace(screen_view(state, day, self.language))

    async def _keep(self, request: Request, tap: FormTap, record: Record, end: Finished) -> Record | None:
        same = record.revision % REVISIONS == tap.state.revision
        correction = Correction(
            source=tap.state.nonce,
            revision=record.revision if same else -1,
            outcome=end.outcome,
            answers=merged(tap.state.form, record, end),
            by=request.seat,
            at=self.roster.now,
        )
        return await self.corrections.answer(correction, tap.state.form)


def carried(form: Form, record: Record, day: date) -> Answers:
    """Return the answers of a record that a button can carry: those to questions that the form still asks."""
    if record.outcome != "registered":
        return {}
    known = {
        key: answer
        for key, answer in form.in_order(record.answers).items()
        if can_be_given(form, key, answer, day)
    }
    return form.pruned(known, day)


def merged(form: Form, record: Record, end: Finished) -> Answers:
    """Return the new answers together with those of the record that no button could carry."""
    if end.outcome != "registered" or record.outcome != "registered":
        return end.answers
    strange = {
        key: answer
        for key, answer in record.answers.items()
        if key not in carried(form, record, _day(record))
        and (key not in form.by_key or form.by_key[key].applies(end.answers))
    }
    return {**strange, **end.answers}


def _day(record: Record) -> date:
    return date.fromisoformat(f"{record.occurred_at}-01"[:10])
