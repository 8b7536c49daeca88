"""The codec for everything a button carries (`callback_data`, at most 64 bytes).

A tap on a form begins with the form's key, every action with a capital. Whatever does not decode to exactly one
tap is refused.
"""

import re
from collections.abc import Mapping

from handlers.tap import (
    actions,
    cross_table_actions,
    operation_actions,
    people_actions,
    restore_actions,
    shift_corrections,
)
from handlers.tap.actions import Action
from handlers.tap.form_tap import FormState, FormTap, UnreadableTap
from handlers.tap.text import ALPHABET, FIELDS
from reports.analysis.period import NotAPeriod
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.hour import NotAnHour

LONGEST = 64
NONCE_LENGTH = 10

Tap = FormTap | Action
_FIELD = re.compile(r"{(\w+)}")

VERBS: Mapping[str, type[Action]] = {
    kind.written: kind
    for module in (
        actions,
        cross_table_actions,
        operation_actions,
        people_actions,
        restore_actions,
        shift_corrections,
    )
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Action) and kind is not Action and kind.written
}
"""Every kind of action, by its text with the fields in braces."""

_PATTERNS = {
    re.compile(_FIELD.sub(lambda name: f"(?P<{name[1]}>{FIELDS[name[1]].pattern})", written), re.ASCII): kind
    for written, kind in VERBS.items()
}


class FormTooLong(Fault):
    """A form's taps could outgrow what a button can carry."""


def encode(tap: Tap) -> str:
    """Return the text of a tap."""
    if isinstance(tap, FormTap):
        return tap.text
    return tap.written.format(**{name: FIELDS[name].write(value) for name, value in vars(tap).items()})


def decode(text: str, forms: Mapping[str, Form]) -> Tap:
    """Read a tap. Raises `UnreadableTap` for what `encode` never wrote, `OutdatedTap` for another shape."""
    if len(text) > LONGEST:
        raise UnreadableTap
    tap = _action(text, forms) if text[:1].isupper() else FormTap.read(text, forms)
    if encode(tap) != text:
        raise UnreadableTap
    return tap


def _action(text: str, forms: Mapping[str, Form]) -> Action:
    for pattern, kind in _PATTERNS.items():
        if match := pattern.fullmatch(text):
            fields = match.groupdict().items()
            try:
                return kind(**{name: FIELDS[name].read(written, forms) for name, written in fields})
            except (KeyError, ValueError, NotAPeriod, NotAnHour):
                raise UnreadableTap from None
    raise UnreadableTap


def check_length(form: Form) -> None:
    """Raise `FormTooLong` for a form with too many screens, or whose taps could outgrow a button.

    A form whose records stay open has no taps.
    """
    if form.stays_open:
        return
    longest = len(encode(FormTap(FormState(form, "A" * NONCE_LENGTH, None, 0, {}, revision=0), 0)))
    if longest > LONGEST or len(form.screens) > len(ALPHABET):
        raise FormTooLong(
            N_("The form “{form}” is too long: a button would need {bytes} bytes, and carries {most}."),
            form=form.key,
            bytes=longest,
            most=LONGEST,
        )
