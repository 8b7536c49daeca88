"""Answering `/last`: the latest records, five a page, each with its receipt behind a button."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from handlers.chat import Tapped, together
from handlers.receipt import receipt_buttons, receipt_text, said
from handlers.register import Register
from handlers.screen import time_short
from handlers.tap import Short, UnreadableTap, encode
from storage.fault import N_
from storage.recent import Recent
from storage.records import Record

LAST, SHOW = "Last", "Show"
ON_A_PAGE = 5
MOST_IN_A_ROW = 3
FURTHEST = 100_000
OUTCOMES = {
    "unspecified": N_("without details"),
    "irrelevant": N_("not about the service"),
}


@dataclass(frozen=True)
class Last:
    """Lists the records of the shift and of the seat; a leader sees everybody's."""

    register: Register
    recent: Recent

    async def send(self, bot: Bot, seat: int) -> None:
        """Send the first page. Raises a `DatabaseFault`."""
        text, buttons = await self._page(seat, 0)
        await bot.send_message(seat, text, reply_markup=buttons)

    async def turn(self, tapped: Tapped, subject: str) -> None:
        """Show another page in the same message. Raises `UnreadableTap`, a `DatabaseFault`."""
        if not subject.isdecimal() or int(subject) > FURTHEST:
            raise UnreadableTap(N_("This button cannot be read."))
        text, buttons = await self._page(tapped.seat, int(subject))
        await together(tapped.answer(), tapped.edit(text, buttons))

    async def show(self, tapped: Tapped, source: str) -> None:
        """Send a record's receipt, with its buttons. Raises `UnreadableTap`, a `DatabaseFault`."""
        form, record = await self.register.find(source)
        text = receipt_text(form, record, self.register.now, self.register.language)
        buttons = receipt_buttons(form, record, self.register.language)
        await together(tapped.answer(), tapped.bot.send_message(tapped.chat, text, reply_markup=buttons))

    async def _page(self, seat: int, skipped: int) -> tuple[str, InlineKeyboardMarkup | None]:
        found = await self._records(seat, skipped)
        text, page = self.register.language.text, found[:ON_A_PAGE]
        if skipped and not page:  # emptied meanwhile
            return await self._page(seat, 0)
        if not page:
            return text("No calls are registered here yet."), None
        lines = [f"{number}. {self._line(record)}" for number, record in enumerate(page, skipped + 1)]
        choose = [_button(str(n), SHOW, record.source) for n, record in enumerate(page, skipped + 1)]
        rows = [choose[start : start + MOST_IN_A_ROW] for start in range(0, len(choose), MOST_IN_A_ROW)]
        around = list(self._around(skipped, more=len(found) > ON_A_PAGE))
        head = text("The latest calls, the newest first. Choose one to change it.")
        return "\n".join([head, *lines]), InlineKeyboardMarkup([*rows, around] if around else rows)

    async def _records(self, seat: int, skipped: int) -> Sequence[Record]:
        if self.register.role(seat) == "staff":
            shift = self.register.shifts.at(self.register.clock()).key
            return await self.recent.of(seat, shift, ON_A_PAGE + 1, skipped)
        return await self.recent.of_everybody(ON_A_PAGE + 1, skipped)

    def _line(self, record: Record) -> str:
        language, form = self.register.language, self.register.forms.get(record.form)
        parts = [time_short(record.occurred_at, language)]
        if form and record.answers:
            parts += said(form, record, language)[:1]
        elif record.outcome in OUTCOMES:
            parts.append(language.text(OUTCOMES[record.outcome]))
        if record.voided:
            parts.append(language.text("undone"))
        return " – ".join(filter(None, parts))

    def _around(self, skipped: int, *, more: bool) -> Iterator[InlineKeyboardButton]:
        text = self.register.language.text
        if skipped:
            yield _button(text("‹ Newer"), LAST, str(max(0, skipped - ON_A_PAGE)))
        if more:
            yield _button(text("Older ›"), LAST, str(skipped + ON_A_PAGE))


def _button(label: str, verb: str, subject: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=encode(Short(verb, subject)))
