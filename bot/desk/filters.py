"""What templates need to know of a view and of a form."""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk.downloads import kind_of
from handlers.calls.words import hour_span
from handlers.cards import carried
from handlers.tap.actions import OpenForm, Repeat
from handlers.tap.codec import Tap, encode
from handlers.tap.form_tap import AT, WHEN, FormTap
from handlers.view import View
from reports.report_files import File
from reports.words.choice_keys import key_of
from storage.forms.form import Form
from storage.forms.screen import Choices, Screen
from storage.hour import Hour


@dataclass(frozen=True)
class Offered:
    """A button as the desk shows it: what its tap carries, or a ``link`` to the form where it begins a call."""

    label: str
    tap: str
    link: str = ""


NUMBER = re.compile(r"^\d+\.\s+")


def rows(view: View) -> Sequence[Sequence[tuple[str, str]]]:
    """Return a view's rows of buttons, each a label and what its tap carries."""
    return carried(view.rows)


def offered(view: View, *, timed: bool = True) -> Sequence[Sequence[Offered]]:
    """Return a view's rows of buttons, links where they begin a call; only if ``timed`` those to its time."""
    found = [
        [
            Offered(button.label, encode(button.tap), link_of(button.tap, kept=view.source is not None))
            for button in row
            if timed or not (isinstance(button.tap, FormTap) and button.tap.press == WHEN)
        ]
        for row in view.rows
    ]
    return [row for row in found if row]


def link_of(tap: Tap, *, kept: bool) -> str:
    """Return where the form is that a tap begins a call on; empty for other taps, as on a call that is ``kept``.

    A call at an hour is begun on the form only where it belongs to the shift that the form takes it for.
    """
    if isinstance(tap, Repeat):
        return f"/?like={tap.source}"
    if isinstance(tap, OpenForm):
        return f"/?form={tap.form.key}"
    if kept or not isinstance(tap, FormTap) or tap.press != AT or tap.state.answers:
        return ""
    return at(tap.state.hour, tap.state.form) if tap.state.hour and tap.state.leaving else ""


def at(hour: Hour, form: Form) -> str:
    """Return where a call of an hour is begun."""
    return f"/?form={form.key}&at={hour}"


def as_data(file: File) -> str:
    """Return a file as an address that holds it."""
    return f"data:{kind_of(file)};base64,{base64.b64encode(file.content).decode()}"


def unnumbered(line: str) -> str:
    """Return a line without the number before it: beside keys, it would be taken for one."""
    return NUMBER.sub("", line)


def is_several(screen: Screen) -> bool:
    """Tell whether several buttons of a screen may be chosen."""
    return isinstance(screen, Choices)


FILTERS = {
    "rows": rows,
    "offered": offered,
    "as_data": as_data,
    "at": at,
    "span": hour_span,
    "key": key_of,
    "unnumbered": unnumbered,
}
"""The filters, by their names in templates."""
