"""Answering `/last`: the latest records, five on a page, with a button for the receipt of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handlers.calls.receipt import Receipts
from handlers.calls.rights import check_in_chat
from handlers.calls.roster import Roster
from handlers.calls.words import record_lines, time_short
from handlers.commands import LEADERS
from handlers.conversation import Request
from handlers.tap.actions import OpenForm, OpenReceipt, TurnPage
from handlers.view import Button, View, in_rows, page_buttons
from reports.words.language import Language
from storage.fault import N_
from storage.forms.form import Form, telephone_of
from storage.people.seat import Role
from storage.records.records import Record, Records
from storage.shifts.handovers import Handovers

ON_A_PAGE = 5
OUTCOMES = {
    "unspecified": N_("without details"),
    "irrelevant": N_("not about the service"),
}


@dataclass(frozen=True)
class LatestCalls:
    """Lists the records of the shift and of the seat; leaders see everybody's.

    Of those who did not want to be registered it tells only how many there are, on the shift or in the month.
    """

    records: Records
    handovers: Handovers
    receipts: Receipts
    forms: Mapping[str, Form]
    roster: Roster
    role: Callable[[int], Role | None]
    language: Language

    async def send(self, request: Request) -> None:
        """Show the first page. Raises a `DatabaseFault`."""
        await request.show(await self._page(request.seat, 0))

    async def turn(self, request: Request, tap: TurnPage) -> None:
        """Show another page in the same message. Raises a `DatabaseFault`."""
        await request.replace(await self._page(request.seat, tap.skipped))

    async def show(self, request: Request, tap: OpenReceipt) -> None:
        """Show a record's receipt, with its buttons. Raises `UnreadableTap`, `NotInChat`, a `DatabaseFault`."""
        form, record = await self.receipts.find(tap.source)
        check_in_chat(form)
        await request.reply(self.receipts.view(form, record))

    async def declined(self, seat: int) -> str | None:
        """Say how many did not want to be registered, None where nobody. Raises a `DatabaseFault`."""
        text, number = self.language.text, self.language.number
        if self.role(seat) not in LEADERS:
            shift = await self.handovers.declined(self.roster.on_duty.key)
            return text("Did not want to be registered: {n} on this shift.", n=number(shift)) if shift else None
        month = str(self.roster.now)[:7]
        declined = await self.records.declined(month)
        name = self.language.month(month, year=False)
        told = text("Did not want to be registered: {n} in {month}.", n=number(declined), month=name)
        return told if declined else None

    async def _page(self, seat: int, skipped: int) -> View:
        if self.role(seat) in LEADERS:
            found = await self.records.latest(ON_A_PAGE + 1, skipped)
        else:
            found = await self.records.latest_of(seat, self.roster.on_duty.key, ON_A_PAGE + 1, skipped)
        text, page = self.language.text, found[:ON_A_PAGE]
        if skipped and not page:  # its records are gone meanwhile
            return await self._page(seat, 0)
        declined = await self.declined(seat)
        if not page:
            return View(
                "\n".join(filter(None, [text("No calls are registered here yet."), declined])), stage="form"
            )
        numbered = list(enumerate(page, skipped + 1))
        lines = [f"{number}. {self._line(record)}" for number, record in numbered]
        choose = [Button(str(number), OpenReceipt(record.source)) for number, record in numbered]
        around = list(page_buttons(skipped, ON_A_PAGE, TurnPage, self.language, more=len(found) > ON_A_PAGE))
        form = telephone_of(self.forms)
        fresh = Button((form.new or form.title).in_language(self.language.code), OpenForm(form))
        head = text("The latest calls, the newest first. Choose one to change it.")
        # A receipt opens below, with its buttons in the two lowest rows: no choice stands there.
        rows = [*in_rows(choose), around, [fresh] if form.in_chat else []]
        return View("\n".join(filter(None, [head, *lines, declined])), rows, stage="form")

    def _line(self, record: Record) -> str:
        form = self.forms.get(record.form)
        parts = [time_short(record.occurred_at, self.language)]
        if form and not form.in_chat:
            parts.append(form.title.in_language(self.language.code))
        elif form and record.answers:
            parts += record_lines(form, record, self.language)[:1]
        elif record.outcome in OUTCOMES:
            parts.append(self.language.text(OUTCOMES[record.outcome]))
        if record.voided:
            parts.append(self.language.text("undone"))
        return " – ".join(filter(None, parts))
