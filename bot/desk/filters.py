"""What templates need to know of a view and of a form."""

import base64
import re
from collections.abc import Sequence

from handlers.cards import carried
from handlers.view import View
from reports.report_files import File
from storage.forms.question import Choices, Screen

NUMBER = re.compile(r"^\d+\.\s+")
KEYS = "1234567890abcdefghijklmnopqrstuvwxyz"


def rows(view: View) -> Sequence[Sequence[tuple[str, str]]]:
    """Return a view's rows of buttons, each a label and what its tap carries."""
    return carried(view.rows)


def as_data(picture: File) -> str:
    """Return a picture as an address that holds it."""
    return f"data:image/png;base64,{base64.b64encode(picture.content).decode()}"


def key_of(place: int) -> str:
    """Return the key that chooses the button at this place: digits first, then letters; empty past those."""
    return KEYS[place] if place < len(KEYS) else ""


def unnumbered(line: str) -> str:
    """Return a line without the number before it: beside keys, it would be taken for one."""
    return NUMBER.sub("", line)


def is_several(screen: Screen) -> bool:
    """Tell whether several buttons of a screen may be chosen."""
    return isinstance(screen, Choices)
