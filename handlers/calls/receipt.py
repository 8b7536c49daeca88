"""The receipt of a record: what was saved, its number today, its time, and what can be done about it."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.calls.rights import Rights
from handlers.calls.words import DAY_LENGTH, record_lines, time_line
from handlers.conversation import Request
from handlers.tap.actions import AskAgain, Correct, Repeat, Restore, TurnPage, Undo
from handlers.tap.form_tap import WHEN, FormState, FormTap, UnreadableTap
from handlers.view import Button, Rows, View, in_fitting_rows
from reports.words.language import Language
from storage.fault import N_
from storage.forms.form import Form
from storage.messages.messages import MessagePlace
from storage.records.records import Record, Records

UNDONE = N_("Undone. The call is not counted.")
REGISTERED = N_("Registered.")
MEANWHILE = N_("The call was changed meanwhile. Here it is as it is now; your tap is not saved.")


@dataclass(frozen=True)
class Receipts:
    """Finds kept records and shows their receipts.

    ``clock`` is the local time; ``refresh`` takes what is no longer true out of a record's other receipts.
    """

    forms: Mapping[str, Form]
    records: Records
    rights: Rights
    language: Language
    clock: Callable[[], datetime]
    refresh: Callable[[str, MessagePlace], Awaitable[None]]

    async def find(self, source: str) -> tuple[Form, Record]:
        """Return a record and its form. Raises `UnreadableTap` where there is none."""
        record = await self.records.find(source)
        if record is None or record.form not in self.forms:
            raise UnreadableTap
        return self.forms[record.form], record

    async def find_own(self, seat: int, source: str) -> tuple[Form, Record]:
        """Return a record that the seat may correct, and its form. Raises `UnreadableTap`, `NotYours`."""
        form, record = await self.find(source)
        self.rights.check(seat, record)
        return form, record

    def view(self, form: Form, record: Record) -> View:
        """Return the receipt of a record, kept or undone; that of a declined call is to leave no trace."""
        if record.voided:
            view = _undone(form, record, self.language)
        else:
            lines = _lines(form, record, self.clock().date().isoformat(), self.language)
            view = View("\n".join(lines), _rows(form, record, self.language))
        if record.outcome == "declined":
            return replace(view, stage="form")
        return replace(view, stage="receipt", source=record.source)

    def closed(self, form: Form, record: Record) -> View:
        """Return the receipt of a record that its seat may correct no more."""
        return View(self.view(form, record).text, stage="closed")

    def cleared(self, record: Record) -> View:
        """Return what is left of a receipt as long as its seat may correct the record."""
        buttons = [_restore(record, self.language)] if record.voided else _corrections(record, self.language)
        finished = self.finished(voided=record.voided)
        return replace(finished, rows=[buttons], stage="cleared", source=record.source)

    def finished(self, *, voided: bool) -> View:
        """Return what stays of a receipt for good."""
        words = UNDONE if voided else REGISTERED
        return View(self.language.text(words))

    async def show(self, request: Request, source: str, notice: str | None = None) -> None:
        """Show the receipt where the tap was made. Raises `UnreadableTap` where there is no record."""
        view = self.view(*await self.find(source))
        await request.replace(view, notice and self.language.text(notice))

    async def show_changed(self, request: Request, source: str, notice: str | None = None) -> None:
        """Show the receipt of a record that was undone, brought back or declined; let no other one deny it."""
        await self.show(request, source, notice)
        await self.refresh(source, MessagePlace(request.conversation.place, request.origin))

    async def is_closed(self, request: Request, record: Record) -> bool:
        """Tell whether a record was undone or declined meanwhile, and if so show its receipt as it is now."""
        if record.voided or record.outcome == "declined":
            await self.show(request, record.source, MEANWHILE)
            return True
        return False


def _lines(form: Form, record: Record, today: str, language: Language) -> Iterator[str]:
    answers = record_lines(form, record, language)
    if record.outcome == "declined":
        yield language.text("Saved: one contact, without details.")
    elif record.outcome == "irrelevant":
        what = answers[0][:1].lower() + answers[0][1:] if answers else language.text("not about the service")
        yield language.text("Saved: {what}. It is counted apart.", what=what)
    elif record.number is not None and record.occurred_at[:DAY_LENGTH] == today:
        yield language.text("Saved · no. {number} today", number=language.number(record.number))
        yield from answers
    else:
        yield language.text("Saved")
        yield from answers
    if record.outcome == "unspecified":
        yield language.text("The call lacks its details.")
    if when := time_line(record.occurred_at, language):
        yield when


def _undone(form: Form, record: Record, language: Language) -> View:
    """Return what was undone, and the button that brings it back, not in the row where undoing stood."""
    lines = [*record_lines(form, record, language), time_line(record.occurred_at, language)]
    restore = [_restore(record, language)]
    return View(
        "\n".join(filter(None, [language.text(UNDONE), *lines])),
        [restore, [_latest(language)]] if record.outcome == "declined" else [restore],
    )


def _restore(record: Record, language: Language) -> Button:
    return Button(language.text("Bring back"), Restore(record.source))


def _corrections(record: Record, language: Language) -> list[Button]:
    """Return the buttons that undo and change a record."""
    label = N_("Fill in") if record.outcome == "unspecified" else N_("Change")
    return [
        Button(language.text("Undo"), Undo(record.source)),
        Button(language.text(label), Correct(record.source)),
    ]


def _latest(language: Language) -> Button:
    return Button(language.text("Latest calls"), TurnPage(0))


def _rows(form: Form, record: Record, language: Language) -> Rows:
    """Return the buttons under a receipt: undo, correct, and register one more like it.

    Undoing stands in the second row from the bottom, where nothing stands that ends in such a receipt; only a
    contact without details comes from just that row.
    """
    code = language.code
    undo, change = _corrections(record, language)
    if record.outcome == "declined":
        return [[_latest(language)], [undo]]
    when = Button(language.text("Time"), FormTap(FormState(form, record.source, None, 0, {}), WHEN))
    if record.outcome != "registered":
        return [[undo, change], [when]]
    later = [
        Button(form.name_of(screen).in_language(code), AskAgain(record.source, place))
        for place, screen in enumerate(form.screens)
        if form.is_later(screen)
    ]
    again = [Button(language.text("One more like this"), Repeat(record.source))] if len(form.screens) > 1 else []
    together = list(in_fitting_rows([undo, change, *later]))
    if len(together) == 1:
        return [*together, [when, *again]]
    return [*in_fitting_rows(later), [undo, change], [when, *again]]
