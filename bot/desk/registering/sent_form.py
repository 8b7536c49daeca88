"""A form as a browser sends it: which one, what was chosen, and when the call was."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.random_codes import NONCE
from handlers.calls.call_time_buttons import is_recent
from handlers.calls.whole_form import Chosen
from handlers.tap.form_tap import FormState, UnreadableTap
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.hour import Hour, NotAnHour
from storage.records.retention import LATE_DAYS

CHOICE = re.compile(r"s(\d{1,2})(?:\.(\d{1,2}))?", re.ASCII)
"""A field of a screen; of one where several may be chosen, with the button's place."""
END = re.compile(r"(\d{1,2})\.(\d{1,2})", re.ASCII)
PLACE = re.compile(r"\d{1,2}", re.ASCII)


class FormChanged(Fault):
    """A form has another shape now than on the page that was sent."""


class NotACallTime(Fault):
    """A call cannot have been then."""


@dataclass(frozen=True)
class SentForm:
    """A form that was sent; ``hour`` is None for a call of now."""

    form: Form
    nonce: str
    chosen: Chosen
    hour: Hour | None

    def state(self, now: Hour, *, leaving: bool) -> FormState:
        """Return it as a form that is filled in; ``leaving`` tells whether the shift of now ends in this hour.

        Of an hour that is past, nobody knows on which side of the handover the call was: it goes to the earlier
        shift.
        """
        past = self.hour is not None and self.hour != now
        return FormState(self.form, self.nonce, self.hour, 0, {}, leaving=leaving or past)


def read_form(fields: Mapping[str, str], forms: Mapping[str, Form], now: Hour) -> SentForm:
    """Read what was sent. Raises `FormChanged`, `NotACallTime`, `UnreadableTap` for what no page of ours sends."""
    form, nonce = forms.get(fields.get("form", "")), fields.get("nonce", "")
    if form is None or fields.get("fingerprint") != form.fingerprint:
        words = N_("The form has changed meanwhile. The call is not saved: open the page anew and fill it in.")
        raise FormChanged(words)
    if not NONCE.fullmatch(nonce):
        raise UnreadableTap
    return SentForm(form, nonce, chosen_in(fields), _hour(fields, now))


def chosen_in(fields: Mapping[str, str]) -> Chosen:
    """Return what was chosen; a button that ends the form stands in the place of what else its screen says."""
    chosen: dict[int, set[int]] = {}
    for name, value in fields.items():
        if (match := CHOICE.fullmatch(name)) and PLACE.fullmatch(match[2] or value):
            chosen.setdefault(int(match[1]), set()).add(int(match[2] or value))
    if end := END.fullmatch(fields.get("end", "")):
        chosen[int(end[1])] = {int(end[2])}
    return chosen


def _hour(fields: Mapping[str, str], now: Hour) -> Hour | None:
    """Return the hour that was chosen, or else the one in which the form was filled in, None for now."""
    day, hour, at = fields.get("day", ""), fields.get("hour", ""), fields.get("at", "")
    if day and not hour:
        raise NotACallTime(N_("Choose the hour of the call as well. The call is not saved yet."))
    if not hour and not at:
        return None
    try:
        chosen = Hour.parse(f"{day or now.day}T{int(hour):02}" if hour else at)
    except (NotAnHour, ValueError):
        raise UnreadableTap from None
    if not is_recent(chosen, now):
        words = N_("A call cannot be of later than now or more than {days} days back. The call is not saved yet.")
        raise NotACallTime(words, days=LATE_DAYS)
    return chosen


def preset_hour(written: str, now: Hour) -> Hour | None:
    """Return the hour that a link presets, None where a call cannot have been then."""
    try:
        hour = Hour.parse(written)
    except NotAnHour:
        return None
    return hour if is_recent(hour, now) else None
