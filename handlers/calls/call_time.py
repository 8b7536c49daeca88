"""The time of a call: chosen before the form is filled in, or corrected on the receipt."""

from dataclasses import dataclass, replace

from handlers.calls.call_time_buttons import Page, is_within
from handlers.calls.filling import begin
from handlers.calls.receipt import said
from handlers.calls.receipts import Receipts
from handlers.calls.rights import Rights
from handlers.calls.roster import Roster
from handlers.calls.screen import screen_view
from handlers.request import Request
from handlers.tap import AT, CANCEL, FormTap, UnreadableTap
from handlers.view import View
from reports.language import Language
from storage.fault import N_
from storage.records.corrections import Corrections
from storage.records.records import Record, Records
from storage.records.retention import EXACT_DAYS


@dataclass(frozen=True)
class Timing:
    """Lets a person say when a call was, by buttons alone; the future is refused."""

    records: Records
    receipts: Receipts
    rights: Rights
    corrections: Corrections
    roster: Roster
    language: Language

    async def tap(self, request: Request, tap: FormTap) -> None:
        """Show the next choice, or go by the one made. Raises `NotYours`, `UnreadableTap`, a `DatabaseFault`."""
        if tap.hour is not None and not self._can_be_chosen(tap):
            raise UnreadableTap
        record = await self.records.find(tap.nonce)
        if record is None:
            await self._fresh(request, tap)
        else:
            await self._kept(request, tap, record)

    def _can_be_chosen(self, tap: FormTap) -> bool:
        now = self.roster.now
        if tap.hour is None or tap.press != AT:
            return tap.hour is None or is_within(tap.hour.day, now)
        return now.earlier(EXACT_DAYS * 24) <= tap.hour <= now

    async def _fresh(self, request: Request, tap: FormTap) -> None:
        if tap.press != AT:
            await self._ask(request, tap, self.language.text("Earlier call"))
            return
        day = (tap.hour or self.roster.now).day
        screen = tap.screen if tap.answers else begin(tap.form, day).screen
        first = replace(tap, screen=screen, press=CANCEL)
        head = "" if tap.hour else (tap.form.new or tap.form.title).in_language(self.language.code)
        await request.replace(screen_view(first, day, self.language, now=self.roster.now, head=head))

    async def _kept(self, request: Request, tap: FormTap, record: Record) -> None:
        form, _ = await self.receipts.find(record.source)
        self.rights.check(request.seat, record)
        if await self.receipts.is_over(request, record):
            return
        if tap.press != AT:
            await self._ask(request, tap, "\n".join(said(form, record, self.language)))
        elif tap.hour is None:
            await self.receipts.show(request, tap.nonce)
        elif str(tap.hour) == record.occurred_at:
            await self.receipts.show(request, tap.nonce, N_("Nothing is changed."))
        else:
            shift = self.roster.shift_of(form, tap.hour, leaving=tap.leaving)
            await self.corrections.move(tap.nonce, tap.hour, shift, by=request.seat, now=self.roster.now)
            await self.receipts.show(request, tap.nonce, N_("Changed."))

    async def _ask(self, request: Request, tap: FormTap, head: str) -> None:
        page = Page(tap, self.roster.now, self.roster.is_leaving, self.language)
        text = "\n".join(filter(None, [head, self.language.text("When was the call?")]))
        await request.replace(View(text, page.rows))
