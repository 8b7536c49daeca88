"""Registering a call: the first screen, every tap after it, the receipt, and the next first screen."""

import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import TelegramError

from handlers.backlog import Backlog
from handlers.chat import Tapped, together
from handlers.echo import echo_line
from handlers.filling import Cancelled, Finished, Step, again, at, begin, press
from handlers.receipt import receipt_buttons, receipt_text
from handlers.register import Register
from handlers.screen import hour_buttons, screen_buttons, screen_text
from handlers.tap import AT, CANCEL, Filling, Short, UnreadableTap, encode
from reports.language import Language
from storage.database import DatabaseFault
from storage.fault import N_, Fault
from storage.forgetting import EXACT_DAYS
from storage.form import Form
from storage.hour import Hour
from storage.records import Draft, Record

LOG = logging.getLogger(__name__)
OPEN = "Form"
REMEMBERED = 100
"""So many of the latest records are known to be kept even while the database cannot be read."""


class ReceiptNotShown(Fault):
    """A call is kept, but the person could not be shown so."""


@dataclass(frozen=True)
class Registration:
    """Fills in forms by taps and keeps the records.

    ``nonce`` is a fresh identity; ``caught_up`` is told of a shift whose call was registered after it.
    """

    register: Register
    backlog: Backlog
    nonce: Callable[[], str]
    caught_up: Callable[[Bot, str], Awaitable[None]]
    kept: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    @property
    def _language(self) -> Language:
        return self.register.language

    async def open(self, bot: Bot, chat: int) -> None:
        """Send the first screen, or the choice of forms where there are several."""
        forms = self.register.forms
        if len(forms) == 1:
            [form] = forms.values()
            return await self.open_form(bot, chat, form)
        rows = [
            [InlineKeyboardButton(self._head(form), callback_data=encode(Short(OPEN, form.key)))]
            for form in forms.values()
        ]
        text = self._language.text("What do you want to register?")
        await bot.send_message(chat, text, reply_markup=InlineKeyboardMarkup(rows))
        return None

    async def open_form(self, bot: Bot, chat: int, form: Form, *, after_another: bool = False) -> None:
        """Send a fresh first screen of one form."""
        day = self.register.now.day
        tap = Filling(form, self.nonce(), None, begin(form, day).screen, CANCEL, {})
        text = screen_text(tap, self._language, head=self._head(form, after_another=after_another))
        await bot.send_message(chat, text, reply_markup=screen_buttons(tap, day, self._language))

    async def again(self, tapped: Tapped, source: str) -> None:
        """Begin one more like a kept record, at its last screen. Raises `UnreadableTap` where there is none."""
        form, record = await self.register.find(source)
        if record.voided or record.outcome != "registered":
            raise UnreadableTap(N_("This button cannot be read."))
        day = self.register.now.day
        start = again(form, record.answers, day)
        tap = Filling(form, self.nonce(), None, start.screen, CANCEL, start.answers)
        if since := self.backlog.since(tapped.update):
            text = self._language.text("When was the call?")
            buttons = hour_buttons(replace(tap, press=AT), since, self.register.now, self._language)
        else:
            timed = self._timed(tap)
            text, buttons = screen_text(timed, self._language), screen_buttons(timed, day, self._language)
        await together(tapped.answer(), tapped.bot.send_message(tapped.chat, text, reply_markup=buttons))

    def _head(self, form: Form, *, after_another: bool = False) -> str:
        words = (form.next if after_another else form.new) or form.title
        return words.in_language(self._language.code)

    def _timed(self, tap: Filling) -> Filling:
        """Return the tap with the hour of now, where it has none."""
        if tap.hour is not None:
            return tap
        clock = self.register.clock()
        return replace(tap, hour=Hour.of(clock), leaving=self.register.shifts.is_leaving(clock))

    async def tap(self, tapped: Tapped, tap: Filling) -> None:
        """Show what follows a tap, or keep the record. Raises `UnreadableTap` for an impossible one."""
        now = self.register.now
        if tap.hour is not None and not now.earlier(EXACT_DAYS * 24) <= tap.hour <= now:
            raise UnreadableTap(N_("This button cannot be read."))
        timed = self._timed(tap)
        step = press(tap, (timed.hour or now).day)
        try:
            if await self.register.records.find(tap.nonce):
                await self._show_again(tapped, tap)
            elif tap.hour is None and (since := self.backlog.since(tapped.update)):
                await self._ask_hour(tapped, tap, since)
            else:
                await self._follow(tapped, timed, step)
        except DatabaseFault as fault:
            if tap.nonce in self.kept:
                await tapped.answer(self._language.text("This call is already registered."))
                return
            LOG.error("A call was not saved: %s", fault)  # noqa: TRY400 - the sentence says it all
            await self._not_saved(tapped, timed, step, fault)

    async def _follow(self, tapped: Tapped, tap: Filling, step: Step) -> None:
        if isinstance(step, Finished):
            await self._save(tapped, tap, step)
        elif isinstance(step, Cancelled):
            text = self._language.text("Cancelled. Nothing is saved.")
            await together(tapped.answer(), tapped.edit(text))
        else:
            now, following = self.register.now, at(tap, step)
            text = screen_text(following, self._language, now)
            buttons = screen_buttons(following, (tap.hour or now).day, self._language)
            await together(tapped.answer(), tapped.edit(text, buttons))

    async def _ask_hour(self, tapped: Tapped, tap: Filling, since: Hour) -> None:
        text = self._language.text("When was the call?")
        buttons = hour_buttons(tap, since, self.register.now, self._language)
        await together(tapped.answer(), tapped.edit(text, buttons))

    async def _save(self, tapped: Tapped, tap: Filling, end: Finished) -> None:
        hour = tap.hour or self.register.now
        shift = self.register.shift(tap.form, hour, leaving=tap.leaving)
        draft = Draft(tap.form, str(hour), end.outcome, end.answers, tap.nonce, shift)
        saved = await self.register.records.save(draft, by=tapped.seat, now=self.register.now)
        self.kept.append(tap.nonce)
        if saved.repeated:
            await self._show_again(tapped, tap)
        else:
            await self._tell_saved(tapped, tap, saved.record)
        if shift and shift != self.register.shifts.at(self.register.clock()).key:
            await self.caught_up(tapped.bot, shift)

    async def _tell_saved(self, tapped: Tapped, tap: Filling, record: Record) -> None:
        text = receipt_text(tap.form, record, self.register.now, self._language)
        try:
            await together(
                # The fresh form below can push the receipt out of a small phone's sight.
                tapped.answer(text.partition("\n")[0]),
                tapped.edit(text, receipt_buttons(tap.form, record, self._language)),
                self.open_form(tapped.bot, tapped.chat, tap.form, after_another=True),
            )
        except TelegramError as error:
            raise ReceiptNotShown(
                N_("The call is saved, but its receipt could not be shown. Do not register it again.")
            ) from error

    async def _show_again(self, tapped: Tapped, tap: Filling) -> None:
        await self.register.show(tapped, tap.nonce, N_("This call is already registered."))

    async def _not_saved(self, tapped: Tapped, tap: Filling, step: Step, fault: DatabaseFault) -> None:
        answers = tap.answers if isinstance(step, Cancelled) else step.answers
        words = self._language.text("NOT SAVED. {reason}\nWrite the call down on paper, without names: {answers}.")
        nothing = self._language.text("one contact, without details")
        reason = fault.sentence(self._language.text)
        text = words.format(reason=reason, answers=echo_line(tap.form, answers, self._language) or nothing)
        again = InlineKeyboardButton(self._language.text("Try again"), callback_data=encode(tap))
        await together(tapped.answer(), tapped.edit(text, InlineKeyboardMarkup([[again]])))
