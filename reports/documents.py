"""What a workbook and a chapter contain, as strings and numbers alone, to be written by the worker."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import compress
from typing import Literal, Self

from reports.cross_count import CrossCount
from reports.job_part import JobPart
from reports.papers.guide import GuideFile
from reports.papers.paper import PaperFile
from reports.pictures.chart import Chart
from reports.pictures.cross_chart import CrossChart
from reports.pictures.drawing import Drawing
from reports.publication.problem import Problem
from reports.words.language import Code

Value = str | int | float | None
"""A cell: a text, a count, a share (a fraction of 1), or nothing where nothing is known.

A day is an ISO text. In a workbook a share that an earlier report prints is one too, with its decimals: `0.070`.
"""


class GridColumn(JobPart):
    """A column's heading, and the kind of its cells: texts, counts, shares (as per cent), percentage points, days.

    Texts that say what several rows in a row belong to are a ``group``; a ``month`` is told by its first day.
    """

    heading: str
    kind: Literal["group", "text", "count", "share", "points", "day", "month"]


class Grid(JobPart):
    """A table: the first column names each row; ``note`` says what the numbers are of, and may be empty.

    ``total`` is a last row with the sums of the others, empty where they have none.
    """

    heading: str
    note: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: tuple[Value, ...] = ()

    @classmethod
    def of(
        cls,
        heading: str,
        columns: Sequence[GridColumn | None],
        rows: Iterable[Sequence[Value]],
        note: str = "",
        total: Sequence[Value] = (),
    ) -> Self:
        """Return a table of full rows, without the cells of the columns that are None."""
        *kept, sums = (tuple(compress(row, columns)) for row in (*rows, total))
        return cls(heading=heading, note=note, columns=tuple(filter(None, columns)), rows=tuple(kept), total=sums)


class Series(JobPart):
    """One column of a sheet's grid (counted from 0) that its chart draws; ``pale`` is an earlier period's."""

    column: int
    pale: bool


class WorkbookSheet(JobPart):
    """One sheet: its name on the tab, its grid, and a chart of ``series``, lying bars or standing columns.

    ``filtered`` tells that the rows of its table can be chosen from by its headings.
    """

    name: str
    grid: Grid
    chart: Literal["bars", "columns"] | None
    series: tuple[Series, ...] = ()
    filtered: bool = False


class Workbook(JobPart):
    """A whole workbook; ``made`` is the day it tells of, so that the same records give the same bytes.

    ``about`` are the lines of its last sheet, under ``about_name`` on the tab. ``shares`` are the number
    formats of a share below one half and of the others. ``page`` stands at the foot of each page, with the places
    ``{page}`` and ``{pages}``.
    """

    title: str
    author: str
    language: Code
    made: date
    shares: tuple[str, str]
    sheets: tuple[WorkbookSheet, ...]
    page: str
    about_name: str
    about: tuple[str, ...]


class ChartSeries(JobPart):
    """Bars of one colour, a value a category.

    ``pale`` ones are an earlier period's, ``highlighted`` ones a part of the others; ``marked`` are the places,
    counted from 0, of those that stand out. Of several earlier years the one ``years`` ago is the paler the older;
    ``hue`` tells equal series apart, such as women, children and men. ``written`` are the numbers that an earlier
    report prints with decimals, empty for those that are written in whole ones.
    """

    name: str
    values: tuple[float | None, ...]
    pale: bool = False
    highlighted: bool = False
    marked: tuple[int, ...] = ()
    years: int = 0
    hue: int = 0
    written: tuple[str, ...] = ()


class NativeChart(JobPart):
    """A chart that the reader's program draws and edits: lying bars or standing columns, of shares or counts.

    ``marked_name`` says what stands out among the bars, where any does.
    """

    kind: Literal["bars", "columns"]
    shares: bool
    marked_name: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]

    @property
    def is_wide(self) -> bool:
        """Whether it takes the whole width of a page: several years, or several kinds of people, side by side."""
        return any(series.years or series.hue for series in self.series)


class ChapterFigure(JobPart):
    """A chart, what it shows in words for those who cannot see it, and its caption, which gets a number."""

    chart: NativeChart
    alternative: str
    caption: str


class ChapterSection(JobPart):
    """A heading, its paragraphs, then figures and tables, whose captions and headings get a number.

    ``explanation`` asks the reader to explain what has changed, at a marked place; it may be empty. Headings of
    ``level`` 2 stand below the document's own, those of level 3 below these.
    """

    heading: str
    level: Literal[2, 3] = 2
    paragraphs: tuple[str, ...]
    exhibits: tuple[ChapterFigure | Grid, ...] = ()
    explanation: str = ""


class Chapter(JobPart):
    """A whole chapter, or a report of several; ``made`` is the day it tells of. Its introduction heads it.

    ``notice`` stands above everything, and may be empty. Where the captions are ``listed``, they stand at the end
    of every format, else only where the document is edited.
    """

    made: date
    author: str
    language: Code
    notice: str
    listed: bool = False
    introduction: ChapterSection
    sections: tuple[ChapterSection, ...]


ChapterFormat = Literal["docx", "pdf", "html"]


class ChapterFile(JobPart):
    """A chapter to be written in a format."""

    chapter: Chapter
    format: ChapterFormat


Job = Chart | CrossChart | Drawing | CrossCount | Problem | Workbook | ChapterFile | PaperFile | GuideFile
"""What the worker can be asked to make; no two of them have the same fields."""
