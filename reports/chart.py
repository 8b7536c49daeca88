"""What a picture shows, as strings and numbers alone: the job that is sent to the drawing worker."""

from pydantic import BaseModel, ConfigDict


class _Drawn(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Bar(_Drawn):
    """One answer: its bar, last year's thin one where there is a year before, and the texts beside them."""

    label: str
    value: int
    text: str
    before: int | None
    before_text: str
    grey: bool


class Panel(_Drawn):
    """One question; ``note`` says what its shares are of."""

    heading: str
    note: str
    bars: tuple[Bar, ...]


class Month(_Drawn):
    """One month: its bar with the highlighted part at the foot, and last year's; empty texts are not drawn.

    ``strong`` tells whether it belongs to the period itself.
    """

    label: str
    total: int
    total_text: str
    highlighted: int
    highlighted_text: str
    before: int
    strong: bool


class Months(_Drawn):
    """The months side by side, and the words for the three kinds of bars; an empty word is not drawn."""

    heading: str
    total: str
    highlighted: str
    before: str
    months: tuple[Month, ...]


class Chart(_Drawn):
    """A whole picture. ``more`` and ``more_panels`` have a place ``{n}`` for how many found no room."""

    title: str
    subtitle: str
    legend: str
    months: Months | None
    panels: tuple[Panel, ...]
    more: str
    more_panels: str
    footer: str
