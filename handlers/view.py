"""What there is to show: words, buttons in rows, pictures or a file. How it looks is the front end's."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from handlers.tap import Tap
from reports.report_files import AlbumPage, File
from storage.forms.form import THREE_IN_A_ROW, TWO_IN_A_ROW

MOST_IN_A_ROW = 3


@dataclass(frozen=True)
class Button:
    """A label, and what is done where it is tapped."""

    label: str
    tap: Tap


Rows = Sequence[Sequence[Button]]


@dataclass(frozen=True)
class View:
    """One thing to show.

    A ``picture`` is told by the text, the pages of an ``album`` after it each by their own. What stands on the
    ``menu`` is always at hand from then on.
    """

    text: str = ""
    rows: Rows = ()
    picture: File | None = None
    album: Sequence[AlbumPage] = ()
    file: File | None = None
    menu: Sequence[str] = ()


def in_rows(buttons: Iterable[Button], wide: int = MOST_IN_A_ROW) -> Iterator[Sequence[Button]]:
    """Yield the buttons in rows of so many."""
    every = list(buttons)
    for start in range(0, len(every), wide):
        yield every[start : start + wide]


def in_fitting_rows(buttons: Sequence[Button]) -> Iterator[Sequence[Button]]:
    """Yield the buttons in rows of three, two or one: as many as show without cutting the longest label."""
    longest = max((len(button.label) for button in buttons), default=0)
    return in_rows(buttons, 3 if longest <= THREE_IN_A_ROW else 2 if longest <= TWO_IN_A_ROW else 1)
