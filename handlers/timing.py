"""The time of a call: chosen before the form is filled in, or corrected on the receipt."""

from dataclasses import dataclass, replace

from handlers.chat import Tapped, together
from handlers.filling import begin
from handlers.receipt import said
from handlers.register import Register
from handlers.screen import screen_buttons, screen_text
from handlers.tap import AT, CANCEL, Filling, UnreadableTap
from handlers.when import Page, is_within
from storage.fault import N_
from storage.forgetting import EXACT_DAYS
from storage.records import Record


@dataclass(frozen=True)
class Timing:
    """Lets a person say when a call was, by buttons alone; the future is refused."""

    register: Register

    async def tap(self, tapped: Tapped, tap: Filling) -> None:
        """Show the next choice, or go by the one made. Raises `NotYours`, `UnreadableTap`, a `DatabaseFault`."""
        if tap.hour is not None and not self._can_be_chosen(tap):
            raise UnreadableTap(N_("This button cannot be read."))
        record = await self.register.records.find(tap.nonce)
        if record is None:
            await self._fresh(tapped, tap)
        else:
            await self._kept(tapped, tap, record)

    def _can_be_chosen(self, tap: Filling) -> bool:
        now = self.register.now
        if tap.hour is None or tap.press != AT:
            return tap.hour is None or is_within(tap.hour.day, now)
        return now.earlier(EXACT_DAYS * 24) <= tap.hour <= now

    async def _fresh(self, tapped: Tapped, tap: Filling) -> None:
        language = self.register.language
        if tap.press != AT:
            await self._ask(tapped, tap, language.text("Earlier call"))
            return
        day = (tap.hour or self.register.now).day
        screen = tap.screen if tap.answers else begin(tap.form, day).screen
        first = replace(tap, screen=screen, press=CANCEL)
        head = "" if tap.hour else (tap.form.new or tap.form.title).in_language(language.code)
        text = screen_text(first, language, self.register.now, head=head)
        await together(tapped.answer(), tapped.edit(text, screen_buttons(first, day, language)))

    async def _kept(self, tapped: Tapped, tap: Filling, record: Record) -> None:
        form, _ = await self.register.own(tapped.seat, record.source)
        if await self.register.is_over(tapped, record):
            return
        if tap.press != AT:
            told = said(form, record, self.register.language)
            await self._ask(tapped, tap, "\n".join(told))
        elif tap.hour is None:
            await self.register.show(tapped, tap.nonce)
        elif str(tap.hour) == record.occurred_at:
            await self.register.show(tapped, tap.nonce, N_("Nothing is changed."))
        else:
            shift = self.register.shift(form, tap.hour, leaving=tap.leaving)
            now = self.register.now
            await self.register.corrections.move(tap.nonce, tap.hour, shift, by=tapped.seat, now=now)
            await self.register.show(tapped, tap.nonce, N_("Changed."))

    async def _ask(self, tapped: Tapped, tap: Filling, head: str) -> None:
        language, clock = self.register.language, self.register.clock()
        page = Page(tap, self.register.now, self.register.shifts.is_leaving(clock), language)
        text = "\n".join(filter(None, [head, language.text("When was the call?")]))
        await together(tapped.answer(), tapped.edit(text, page.buttons))
