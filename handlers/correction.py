"""Correcting a record from its receipt: one of its screens is asked again, and what that leaves open."""

from dataclasses import dataclass
from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.button_rows import in_rows
from handlers.chat import Tapped, together
from handlers.filling import Asking, Cancelled, Finished, at, can_be_given, press
from handlers.receipt import ASK, RECEIPT, said
from handlers.register import MEANWHILE, Register
from handlers.screen import screen_buttons, screen_text
from handlers.tap import CANCEL, REVISIONS, Filling, Short, UnreadableTap, encode
from handlers.tap_text import ALPHABET
from storage import corrections
from storage.fault import N_
from storage.form import Form
from storage.question import Answers
from storage.records import Record


@dataclass(frozen=True)
class Correction:
    """Asks a record's screens again and keeps the new answers, with what they were before."""

    register: Register

    async def choose(self, tapped: Tapped, source: str) -> None:
        """Ask which screen is to be asked again. Raises `NotYours`, `UnreadableTap`."""
        form, record = await self.register.own(tapped.seat, source)
        if await self.register.is_over(tapped, record):
            return
        day = _day(record)
        answers = carried(form, record, day)
        places = [place for place, screen in enumerate(form.screens) if form.is_asked(screen, answers, day)]
        if places and (record.outcome != "registered" or len(places) == 1):
            await self.ask(tapped, f"{source}{ALPHABET[places[0]]}")
            return
        code = self.register.language.code
        buttons = [
            _button(form.name_of(form.screens[place]).in_language(code), ASK, f"{source}{ALPHABET[place]}")
            for place in places
        ]
        rows = in_rows(buttons)
        back = [_button(self.register.language.text("‹ Back"), RECEIPT, source)]
        lines = said(form, record, self.register.language)
        text = "\n".join([*lines, self.register.language.text("What do you want to change?")])
        await together(tapped.answer(), tapped.edit(text, InlineKeyboardMarkup([*rows, back])))

    async def ask(self, tapped: Tapped, subject: str) -> None:
        """Ask one screen of a record again. Raises `NotYours`, `UnreadableTap`."""
        source, place = subject[:-1], ALPHABET.find(subject[-1:])
        form, record = await self.register.own(tapped.seat, source)
        if not 0 <= place < len(form.screens):
            raise UnreadableTap(N_("This button cannot be read."))
        if await self.register.is_over(tapped, record):
            return
        answers = carried(form, record, _day(record))
        tap = Filling(form, source, None, place, CANCEL, answers, revision=record.revision % REVISIONS)
        press(tap, _day(record))
        await self._show(tapped, tap, record)

    async def receipt(self, tapped: Tapped, source: str) -> None:
        """Show the receipt again. Raises `UnreadableTap`."""
        await self.register.show(tapped, source)

    async def tap(self, tapped: Tapped, tap: Filling) -> None:
        """Ask on, or keep the new answers. Raises `NotYours`, `UnreadableTap`, a `DatabaseFault`."""
        _, record = await self.register.own(tapped.seat, tap.nonce)
        if record.voided and await self.register.is_over(tapped, record):
            return
        step = press(tap, _day(record))
        if isinstance(step, Asking):
            await self._show(tapped, at(tap, step), record)
        elif isinstance(step, Cancelled):
            await self.register.show(tapped, tap.nonce, N_("Nothing is changed."))
        else:
            kept = await self._keep(tapped, tap, record, step)
            await self.register.show(tapped, tap.nonce, N_("Changed.") if kept else MEANWHILE)

    async def _keep(self, tapped: Tapped, tap: Filling, record: Record, end: Finished) -> Record | None:
        same = record.revision % REVISIONS == tap.revision
        correction = corrections.Correction(
            source=tap.nonce,
            revision=record.revision if same else -1,
            outcome=end.outcome,
            answers=merged(tap.form, record, end),
            by=tapped.seat,
            at=self.register.now,
        )
        return await self.register.corrections.answer(correction, tap.form)

    async def _show(self, tapped: Tapped, tap: Filling, record: Record) -> None:
        language = self.register.language
        text = screen_text(tap, language)
        await together(tapped.answer(), tapped.edit(text, screen_buttons(tap, _day(record), language)))


def carried(form: Form, record: Record, day: date) -> Answers:
    """Return the answers of a record that a button can carry: those that the form still asks for."""
    if record.outcome != "registered":
        return {}
    known = {
        key: answer
        for key, answer in form.in_order(record.answers).items()
        if can_be_given(form, key, answer, day)
    }
    return form.pruned(known, day)


def merged(form: Form, record: Record, end: Finished) -> Answers:
    """Return the new answers, and with them what the record holds that no button could carry."""
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


def _button(label: str, verb: str, subject: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=encode(Short(verb, subject)))
