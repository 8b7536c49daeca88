"""The receipt of a record: what was saved, its number today, its hour, and how to take it back."""

from collections.abc import Iterator

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.echo import echo
from handlers.screen import hour_span
from handlers.tap import Short, encode
from reports.language import Language
from storage.fault import N_
from storage.form import Form
from storage.hour import Hour
from storage.records import Record

UNDO, RESTORE, AGAIN = "Undo", "Restore", "Again"


def receipt_text(form: Form, record: Record, now: Hour, language: Language) -> str:
    """Return what a record's message says, kept or undone."""
    if record.voided:
        return language.text("Undone. The call is not counted.")
    return "\n".join(_lines(form, record, now, language))


def receipt_buttons(form: Form, record: Record, source: str, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons under a record: to undo it or bring it back, and to register one more like it."""
    verbs = [(N_("Bring back"), RESTORE) if record.voided else (N_("Undo"), UNDO)]
    if record.outcome == "registered" and not record.voided and len(form.screens) > 1:
        verbs.append((N_("One more like this"), AGAIN))
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(language.text(label), callback_data=encode(Short(verb, source)))
                for label, verb in verbs
            ]
        ]
    )


def _lines(form: Form, record: Record, now: Hour, language: Language) -> Iterator[str]:
    said = echo(form, record.answers, language)
    if record.outcome == "declined":
        yield language.text("Saved: one contact, without details.")
    elif record.outcome == "irrelevant":
        what = said[0][:1].lower() + said[0][1:] if said else language.text("not about the service")
        yield language.text("Saved: {what}. It is counted apart.").format(what=what)
    elif record.number is not None and record.occurred_at[:10] == now.day.isoformat():
        yield language.text("Saved · no. {number} today").format(number=language.number(record.number))
        yield from said
    else:
        yield language.text("Saved")
        yield from said
    if len(record.occurred_at) == len(str(now)):
        yield hour_line(Hour.parse(record.occurred_at), language)


def hour_line(hour: Hour, language: Language) -> str:
    """Return `Tirsdag 3. november, kl. 14–15`."""
    line = language.text("{day}, {hours} o’clock").format(day=language.day(hour.day), hours=hour_span(hour))
    return line[:1].upper() + line[1:]
