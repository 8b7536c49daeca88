"""What a use case shows: text, rows of buttons, pictures or a file. The front end decides how it looks."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from handlers.tap.codec import Tap
from reports.report_files import AlbumPage, File
from reports.words.language import Language
from storage.forms.made_screens import widest_row
from storage.messages.messages import Stage

MOST_IN_A_ROW = 3


@dataclass(frozen=True)
class Button:
    """A label, and the tap that the button makes."""

    label: str
    tap: Tap


Rows = Sequence[Sequence[Button]]


@dataclass(frozen=True)
class View:
    """One message to show.

    The text is the caption of a ``picture`` or ``file``; the pages of an ``album`` follow the picture, each with a
    text of its own. The labels of a ``menu`` stay at hand from then on. What shows something of a call names the
    ``stage`` of its message, which has to be cleared, and a receipt the ``source`` of its record. A text is
    ``about`` a message where another one may be in hand by now.
    """

    text: str = ""
    rows: Rows = ()
    picture: File | None = None
    album: Sequence[AlbumPage] = ()
    file: File | None = None
    menu: Sequence[str] = ()
    stage: Stage | None = None
    source: str | None = None
    about: int | None = None

    @property
    def shows_a_call(self) -> bool:
        """Whether it may show answers to somebody who should not read them."""
        return self.stage in {"form", "receipt"}


def page_buttons(
    skipped: int, page: int, turn: Callable[[int], Tap], language: Language, *, more: bool
) -> Iterator[Button]:
    """Yield the buttons to newer and older entries of a list with so many on a page, and one that shows it anew.

    ``turn`` makes the tap that shows the page after so many skipped; ``more`` tells whether there are older ones.
    """
    if skipped:
        yield Button(language.text("‹ Newer"), turn(max(0, skipped - page)))
    yield Button(language.text("Refresh"), turn(skipped))
    if more:
        yield Button(language.text("Older ›"), turn(skipped + page))


def in_rows(buttons: Iterable[Button], wide: int = MOST_IN_A_ROW) -> Iterator[Sequence[Button]]:
    """Yield the buttons in rows of this width."""
    every = list(buttons)
    for start in range(0, len(every), wide):
        yield every[start : start + wide]


def in_fitting_rows(buttons: Sequence[Button]) -> Iterator[Sequence[Button]]:
    """Yield the buttons in the widest rows, of three, two or one, that leave room for the longest label."""
    return in_rows(buttons, widest_row(max((len(button.label) for button in buttons), default=0)))
