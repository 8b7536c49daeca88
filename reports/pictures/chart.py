"""What a picture shows, as strings and numbers alone, to be drawn by the worker."""

from typing import Literal

from reports.job_part import JobPart

Sign = Literal[
    "now", "highlighted", "before", "printed", "clear", "part", "unknown", "calls", "centre", "usual", "outside"
]
"""What stands before a word of a legend: a bar as it is drawn, or the line and the band of a run."""


class Key(JobPart):
    """One entry of a legend."""

    sign: Sign
    text: str


class Bar(JobPart):
    """One answer: its share as a bar, the thin one of the year before if there is one, and its numbers.

    ``unknown`` is of "not known", ``clear`` of a share that has clearly changed.
    """

    label: str
    value: float
    count: str
    share: str
    before: float | None
    before_text: str
    unknown: bool = False
    clear: bool = False


class Panel(JobPart):
    """One question; ``note`` says what its shares are of."""

    heading: str
    note: str
    bars: tuple[Bar, ...]


class Month(JobPart):
    """One month: its bar with the highlighted part at the foot, and last year's; empty texts are not drawn.

    A ``pale`` bar is of what came before the period, a ``hollow`` one is typed in, an ``unknown`` one
    counts "not known", a ``clear`` one has clearly changed, and a ``part`` of a period not over is hatched.
    A ``highlight`` bar counts highlighted calls alone.
    """

    label: str
    total: int
    total_text: str
    highlighted: int
    highlighted_text: str
    before: int
    pale: bool = False
    hollow: bool = False
    unknown: bool = False
    clear: bool = False
    part: bool = False
    highlight: bool = False


class Months(JobPart):
    """The months side by side, under a heading with the legend of their bars."""

    heading: str
    legend: tuple[Key, ...] = ()
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
    """Months in a row, under a heading with the legend of their shapes."""

    heading: str
    legend: tuple[Key, ...] = ()
    points: tuple[RunPoint, ...]


class ColumnNames(JobPart):
    """What stands above the numbers of answers."""

    count: str = ""
    share: str = ""
    before: str = ""


class Chart(JobPart):
    """A whole picture: ``months`` or a ``run``, then the panels, or else ``multiples`` side by side on one scale.

    ``more`` and ``more_panels`` have a place ``{n}`` for how many are left out. A ``wide`` picture is a landscape
    for slides. ``hollow`` bars of the year before stand for figures from an earlier report; ``elsewhere`` counts
    questions that are not on this page.
    """

    title: str
    subtitle: str
    legend: tuple[Key, ...] = ()
    names: ColumnNames = ColumnNames()
    months: Months | None = None
    run: Run | None = None
    panels: tuple[Panel, ...] = ()
    multiples: tuple[Months, ...] = ()
    more: str
    more_panels: str
    footer: str
    elsewhere: int = 0
    hollow: bool = False
    wide: bool = False
