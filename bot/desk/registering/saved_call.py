"""What is told above the form of a call that was just saved."""

from bot.desk.replies import SavedCall
from bot.use_cases import UseCases
from handlers.calls.words import DAY_LENGTH, time_line
from handlers.tap.actions import Undo
from handlers.tap.codec import encode
from storage.forms.form import Form
from storage.records.records import Record


def saved_call(cases: UseCases, form: Form, record: Record) -> SavedCall:
    """Return what was saved, of another day with its time, and what undoes it."""
    words, day = cases.calls.registration.saved_words(form, record), record.occurred_at[:DAY_LENGTH]
    if day != str(cases.roster.now.day) and (when := time_line(record.occurred_at, cases.language)):
        words = f"{words} {when}." if words.endswith(".") else f"{words} · {when[:1].lower()}{when[1:]}"
    return SavedCall(words, encode(Undo(record.source)))
