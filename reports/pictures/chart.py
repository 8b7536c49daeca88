"""What a picture shows, as strings and numbers alone, to be drawn by the worker."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class JobPart(BaseModel):
    """A part of a job for the worker: immutable, and without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Bar(JobPart):
    """One answer: its share as a bar, the thin one of the year before if there is one, and the texts beside."""

    label: str
    value: float
    text: str
    before: float | None
    before_text: str
    grey: bool


class Panel(JobPart):
    """One question; ``note`` says what its shares are of."""

    heading: str
    note: str
    bars: tuple[Bar, ...]


class Month(JobPart):
    """One month: its bar with the highlighted part at the foot, and last year's; empty texts are not drawn.

    A ``pale`` bar is outside the picture's period, a ``hollow`` one typed in, a ``grey`` one counts "not known",
    and a ``part`` of a period that is not over is hatched.
    """

    label: str
    total: int
    total_text: str
    highlighted: int
    highlighted_text: str
    before: int
    pale: bool = False
    hollow: bool = False
    grey: bool = False
    part: bool = False


class Months(JobPart):
    """The months side by side, and the words for the three kinds of bars; an empty word is not drawn."""

    heading: str
    total: str
    highlighted: str
    before: str
    months: tuple[Month, ...]


class RunPoint(JobPart):
    """One month of a run: its calls, the highlighted ones, what is expected, and the limits of what is usual.

    ``label`` and ``text`` are empty where nothing stands below or beside it; ``year`` is the year it belongs to.
    ``standing`` tells the period's own month, the same month a year before, and those outside their limits.
    A month that is not ``whole`` is not joined to the line; where ``total`` is None there is a gap.
    """

    label: str
    year: str
    total: int | None
    text: str
    highlighted: int
    centre: float | None
    usual: tuple[int, int] | None
    whole: bool
    standing: Literal["plain", "own", "before", "outside"]


class Run(JobPart):
    """Months in a row, and the words for its shapes; an empty word is not drawn."""

    heading: str
    total: str
    highlighted: str
    centre: str
    usual: str
    outside: str
    points: tuple[RunPoint, ...]


class Chart(JobPart):
    """A whole picture: ``months`` or a ``run``, then the panels, or else ``multiples`` side by side on one scale.

    ``more`` and ``more_panels`` have a place ``{n}`` for how many are left out. A ``cropped`` picture ends below
    its last shape. ``hollow`` bars stand for figures from an earlier report.
    """

    title: str
    subtitle: str
    legend: str
    months: Months | None
    run: Run | None = None
    panels: tuple[Panel, ...]
    multiples: tuple[Months, ...] = ()
    more: str
    more_panels: str
    footer: str
    cropped: bool = False
    hollow: bool = False
