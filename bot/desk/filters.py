"""What templates need to know of a view and of a form."""

import base64
from collections.abc import Sequence

from handlers.cards import carried
from handlers.view import View
from reports.report_files import File
from storage.forms.question import Choices, Screen


def rows(view: View) -> Sequence[Sequence[tuple[str, str]]]:
    """Return a view's rows of buttons, each a label and what its tap carries."""
    return carried(view.rows)


def as_data(picture: File) -> str:
    """Return a picture as an address that holds it."""
    return f"data:image/png;base64,{base64.b64encode(picture.content).decode()}"


def is_several(screen: Screen) -> bool:
    """Tell whether several buttons of a screen may be chosen."""
    return isinstance(screen, Choices)
