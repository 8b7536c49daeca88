"""The time of a call: chosen before the form is filled in, or corrected on the receipt."""

from dataclasses import dataclass, replace

from handlers.calls.call_time_buttons import CallTimeButtons, is_recent, is_within
from handlers.calls.filling import begin
from handlers.calls.receipt import Receipts
from handlers.calls.rights import check_in_chat
from handlers.calls.roster import Roster
from handlers.calls.screen import screen_view
from handlers.calls.words import record_lines
from handlers.conversation import Request
from handlers.tap.form_tap import AT, DAY, FormTap, UnreadableTap
from handlers.view import View
from reports.words.language import Language
from storage.fault import N_, NotAllowed
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.corrections import Corrections
from storage.records.records import Record, Records
from storage.records.retention import LATE_DAYS


class NoTimeForACall(NotAllowed):
    """No call can be registered for an hour, since it is to come or too long ago."""


@dataclass(frozen=True)
class CallTime:
    """Lets a person say when a call was, by buttons alone; the future is refused."""

    records: Records
    receipts: Receipts
    corrections: Corrections
    roster: Roster
    language: Language

    async def tap(self, request: Request, tap: FormTap) -> None:
        """Show the next choice, or use the one made. Raises `NotAllowed`, `UnreadableTap`, a `DatabaseFault`."""
        now = self.roster.now
        if tap.state.hour and not (
            is_recent(tap.state.hour, now) if tap.press == AT else is_within(tap.state.hour.day, now)
        ):
            raise UnreadableTap
        if await self.records.find(tap.state.nonce):
            await self._correct(request, tap)
        else:
            await self._begin(request, tap)

    async def _begin(self, request: Request, tap: FormTap) -> None:
        """Show the first screen of a call at the chosen time. Raises `NotInChat`."""
        check_in_chat(tap.state.form)
        if tap.press != AT:
            await request.replace(replace(self._asked(tap, self.language.text("Earlier call")), stage="form"))
            return
        day = (tap.state.hour or self.roster.now).day
        screen = tap.state.screen if tap.state.answers else begin(tap.state.form, tap.state.nonce, day).screen
        first = replace(tap.state, screen=screen)
        head = (
            "" if tap.state.hour else (tap.state.form.new or tap.state.form.title).in_language(self.language.code)
        )
        await request.replace(screen_view(first, day, self.language, now=self.roster.now, head=head))

    async def _correct(self, request: Request, tap: FormTap) -> None:
        """Move a kept call to the chosen time."""
        form, record = await self.receipts.find_own(request.seat, tap.state.nonce)
        if await self.receipts.is_closed(request, record):
            return
        if tap.press != AT:
            asked = self._asked(tap, "\n".join(record_lines(form, record, self.language)))
            await request.replace(replace(asked, stage="receipt", source=record.source))
        elif tap.state.hour is None:
            await self.receipts.show(request, tap.state.nonce)
        else:
            await self._move(request, (form, record), tap.state.hour, leaving=tap.state.leaving)

    async def move(self, request: Request, source: str, hour: Hour) -> None:
        """Move a kept call to an hour that was written.

        Raises `NotYours`, `UnreadableTap`, `NoTimeForACall`, a `DatabaseFault`.
        """
        now = self.roster.now
        form, record = await self.receipts.find_own(request.seat, source)
        if await self.receipts.is_closed(request, record):
            return
        if not is_recent(hour, now):
            raise NoTimeForACall(
                N_("A call can be of the last {days} days, and not of an hour to come. Nothing is changed."),
                days=LATE_DAYS,
            )
        # In a past hour, nobody knows on which side of the handover the call was: it goes to the earlier shift.
        await self._move(request, (form, record), hour, leaving=hour != now or self.roster.is_leaving)

    async def _move(self, request: Request, found: tuple[Form, Record], hour: Hour, *, leaving: bool) -> None:
        form, record = found
        if str(hour) == record.occurred_at:
            await self.receipts.show(request, record.source, N_("Nothing is changed."))
            return
        shift = self.roster.shift_of(form, hour, leaving=leaving)
        await self.corrections.move(record.source, hour, shift, by=request.seat, now=self.roster.now)
        await self.receipts.show(request, record.source, N_("Changed."))

    def _asked(self, tap: FormTap, head: str) -> View:
        """Return the question when the call was, below a head."""
        buttons = CallTimeButtons(tap, self.roster.now, self.roster.is_leaving, self.language)
        asked = self.language.text("When was the call?")
        if tap.press == DAY and tap.state.hour:
            asked = self.language.text("When was the call on {day}?", day=self.language.day(tap.state.hour.day))
        return View("\n".join(filter(None, [head, asked])), buttons.rows)
