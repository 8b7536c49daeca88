"""The receipt of a record: what was saved, its number today, its time, and what can be done about it."""

from collections.abc import Iterator

from handlers.calls.answers_line import echo
from handlers.calls.screen import hour_line
from handlers.tap import WHEN, FormTap
from handlers.tap.actions import AskAgain, Correct, Repeat, Restore, Undo
from handlers.view import Button, Rows, View, in_rows
from reports.language import Language, capital
from storage.fault import N_
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.records import Record

HOUR, DAY = 13, 10
"""How long a time is that is known to the hour, and to the day."""


def receipt_view(form: Form, record: Record, now: Hour, language: Language) -> View:
    """Return a record's message, kept or undone."""
    if record.voided:
        back = Button(language.text("Bring back"), Restore(record.source))
        return View(language.text("Undone. The call is not counted."), [[back]])
    return View("\n".join(_lines(form, record, now, language)), _rows(form, record, language))


def said(form: Form, record: Record, language: Language) -> list[str]:
    """Say back what a record holds, as far as the form still has words for it: its options may be gone since."""
    known = {
        key: answer if isinstance(answer, str) else tuple(o for o in answer if o in form.by_key[key].option_keys)
        for key, answer in form.in_order(record.answers).items()
        if not answer or set([answer] if isinstance(answer, str) else answer) & set(form.by_key[key].option_keys)
    }
    return echo(form, known, language)


def _rows(form: Form, record: Record, language: Language) -> Rows:
    """Return the buttons under a record: to take it back, to correct it, and to register one more like it."""
    undo = Button(language.text("Undo"), Undo(record.source))
    if record.outcome == "declined":
        return [[undo]]
    label = N_("Fill in") if record.outcome == "unspecified" else N_("Change")
    change = Button(language.text(label), Correct(record.source))
    when = Button(language.text("Time"), FormTap(form, record.source, None, 0, WHEN, {}))
    return [[undo, change, when], *in_rows(_more(form, record, language), 2)]


def _more(form: Form, record: Record, language: Language) -> Iterator[Button]:
    """Yield a button for each screen that is asked from the receipt alone, and for one more like it."""
    if record.outcome != "registered":
        return
    for place, screen in enumerate(form.screens):
        if form.is_later(screen):
            yield Button(form.name_of(screen).in_language(language.code), AskAgain(record.source, place))
    if len(form.screens) > 1:
        yield Button(language.text("One more like this"), Repeat(record.source))


def _lines(form: Form, record: Record, now: Hour, language: Language) -> Iterator[str]:
    told = said(form, record, language)
    if record.outcome == "declined":
        yield language.text("Saved: one contact, without details.")
    elif record.outcome == "irrelevant":
        what = told[0][:1].lower() + told[0][1:] if told else language.text("not about the service")
        yield language.text("Saved: {what}. It is counted apart.").format(what=what)
    elif record.number is not None and record.occurred_at[:DAY] == now.day.isoformat():
        yield language.text("Saved · no. {number} today").format(number=language.number(record.number))
        yield from told
    else:
        yield language.text("Saved")
        yield from told
    if record.outcome == "unspecified":
        yield language.text("The call lacks its details.")
    if when := time_line(record.occurred_at, language):
        yield when


def time_line(occurred_at: str, language: Language) -> str:
    """Return `Tirsdag 3. november, kl. 14–15`, the day alone where no more is known, nothing of a month."""
    if len(occurred_at) == HOUR:
        return hour_line(Hour.parse(occurred_at), language)
    return capital(language.day(Hour.parse(f"{occurred_at}T00").day)) if len(occurred_at) == DAY else ""
