"""Registering a call: the first screen, every tap after it, the receipt, and the next first screen."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import TelegramError

from handlers.backlog import Backlog
from handlers.chat import Tapped, together
from handlers.echo import echo_line
from handlers.filling import Cancelled, Finished, Step, again, at, begin, press
from handlers.receipt import receipt_buttons, receipt_text
from handlers.screen import hour_buttons, screen_buttons, screen_text
from handlers.tap import CANCEL, Filling, Short, UnreadableTap, encode
from reports.language import Language
from storage.database import DatabaseFault
from storage.fault import N_, Fault
from storage.forgetting import EXACT_DAYS
from storage.form import Form
from storage.hour import Hour
from storage.records import Draft, Record, Records

LOG = logging.getLogger(__name__)
OPEN = "Form"


class ReceiptNotShown(Fault):
    """A call is kept, but the person could not be shown so."""


@dataclass(frozen=True)
class Registration:
    """Fills in forms by taps and keeps the records. ``now`` is the local hour, ``nonce`` a fresh identity."""

    forms: Mapping[str, Form]
    records: Records
    backlog: Backlog
    language: Language
    now: Callable[[], Hour]
    nonce: Callable[[], str]

    async def open(self, bot: Bot, chat: int) -> None:
        """Send the first screen, or the choice of forms where there are several."""
        if len(self.forms) == 1:
            [form] = self.forms.values()
            return await self.open_form(bot, chat, form)
        rows = [
            [InlineKeyboardButton(self._head(form), callback_data=encode(Short(OPEN, form.key)))]
            for form in self.forms.values()
        ]
        await bot.send_message(
            chat,
            self.language.text("What do you want to register?"),
            reply_markup=InlineKeyboardMarkup(rows),
        )
        return None

    async def open_form(self, bot: Bot, chat: int, form: Form, *, after_another: bool = False) -> None:
        """Send a fresh first screen of one form."""
        now = self.now()
        tap = Filling(form, self.nonce(), None, begin(form, now.day).screen, CANCEL, {})
        text = screen_text(tap, self.language, head=self._head(form, after_another=after_another))
        await bot.send_message(chat, text, reply_markup=screen_buttons(tap, now, self.language))

    async def again(self, tapped: Tapped, source: str) -> None:
        """Begin one more like a kept record, at its last screen. Raises `UnreadableTap` where there is none."""
        record = await self.records.find(source)
        if record is None or record.voided or record.outcome != "registered" or record.form not in self.forms:
            raise UnreadableTap(N_("This button cannot be read."))
        form, now = self.forms[record.form], self.now()
        start = again(form, record.answers, now.day)
        tap = Filling(form, self.nonce(), now, start.screen, CANCEL, start.answers)
        buttons = screen_buttons(tap, now, self.language)
        sent = tapped.bot.send_message(tapped.chat, screen_text(tap, self.language), reply_markup=buttons)
        await together(tapped.answer(), sent)

    def _head(self, form: Form, *, after_another: bool = False) -> str:
        words = (form.next if after_another else form.new) or form.title
        return words.in_language(self.language.code)

    async def tap(self, tapped: Tapped, tap: Filling) -> None:
        """Show what follows a tap, or keep the record. Raises `UnreadableTap` for an impossible one."""
        now = self.now()
        if tap.hour is not None and not now.earlier(EXACT_DAYS * 24) <= tap.hour <= now:
            raise UnreadableTap(N_("This button cannot be read."))
        timed = replace(tap, hour=now) if tap.hour is None else tap
        step = press(tap, (timed.hour or now).day)
        try:
            if kept := await self.records.find(tap.nonce):
                await self._show_again(tapped, tap, kept)
            elif tap.hour is None and (since := self.backlog.since(tapped.update)):
                await self._ask_hour(tapped, tap, since)
            else:
                await self._follow(tapped, timed, step)
        except DatabaseFault as fault:
            LOG.error("A call was not saved: %s", fault)  # noqa: TRY400 - the sentence says it all
            await self._not_saved(tapped, timed, step, fault)

    async def _follow(self, tapped: Tapped, tap: Filling, step: Step) -> None:
        if isinstance(step, Finished):
            await self._save(tapped, tap, step)
        elif isinstance(step, Cancelled):
            text = self.language.text("Cancelled. Nothing is saved.")
            await together(tapped.answer(), tapped.edit(text))
        else:
            following = at(tap, step)
            text = screen_text(following, self.language)
            buttons = screen_buttons(following, self.now(), self.language)
            await together(tapped.answer(), tapped.edit(text, buttons))

    async def _ask_hour(self, tapped: Tapped, tap: Filling, since: Hour) -> None:
        text = self.language.text("When was the call?")
        buttons = hour_buttons(tap, since, self.now(), self.language)
        await together(tapped.answer(), tapped.edit(text, buttons))

    async def _save(self, tapped: Tapped, tap: Filling, end: Finished) -> None:
        draft = Draft(tap.form, str(tap.hour), end.outcome, end.answers, tap.nonce)
        saved = await self.records.save(draft, by=tapped.seat, now=self.now())
        if saved.repeated:
            await self._show_again(tapped, tap, saved.record)
        else:
            await self._tell_saved(tapped, tap, saved.record)

    async def _tell_saved(self, tapped: Tapped, tap: Filling, record: Record) -> None:
        try:
            await together(
                tapped.answer(),
                self._show(tapped, tap, record),
                self.open_form(tapped.bot, tapped.chat, tap.form, after_another=True),
            )
        except TelegramError as error:
            raise ReceiptNotShown(
                N_("The call is saved, but its receipt could not be shown. Do not register it again.")
            ) from error

    async def _show_again(self, tapped: Tapped, tap: Filling, record: Record) -> None:
        notice = self.language.text("This call is already registered.")
        await together(tapped.answer(notice), self._show(tapped, tap, record))

    async def _show(self, tapped: Tapped, tap: Filling, record: Record) -> None:
        text = receipt_text(tap.form, record, self.now(), self.language)
        await tapped.edit(text, receipt_buttons(tap.form, record, tap.nonce, self.language))

    async def _not_saved(self, tapped: Tapped, tap: Filling, step: Step, fault: DatabaseFault) -> None:
        answers = tap.answers if isinstance(step, Cancelled) else step.answers
        words = self.language.text("NOT SAVED. {reason}\nWrite the call down on paper, without names: {answers}.")
        nothing = self.language.text("one contact, without details")
        reason = fault.sentence(self.language.text)
        text = words.format(reason=reason, answers=echo_line(tap.form, answers, self.language) or nothing)
        again = InlineKeyboardButton(self.language.text("Try again"), callback_data=encode(tap))
        await together(tapped.answer(), tapped.edit(text, InlineKeyboardMarkup([[again]])))
