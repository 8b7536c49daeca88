"""What the picture of a cross table shows, as strings alone, to be drawn by the worker."""

from typing import Literal

from reports.job_part import JobPart

Standing = Literal["known", "unknown", "sum"]
"""Whether a row or a column counts an answer, "not known", or all records."""


class CrossCell(JobPart):
    """One cell: its count, its share where there is one, and its shade, none (0) to the darkest (4)."""

    count: str
    share: str
    shade: Literal[0, 1, 2, 3, 4]


class CrossColumn(JobPart):
    """A column's label, and what it counts."""

    label: str
    standing: Standing


class CrossRow(JobPart):
    """A row's label, what it counts, and a cell for each column."""

    label: str
    standing: Standing
    cells: tuple[CrossCell, ...]


class CrossChart(JobPart):
    """A whole picture of a cross table, as high as its rows need; the ``legend`` says what the shares are of."""

    title: str
    subtitle: str
    legend: str
    columns: tuple[CrossColumn, ...]
    rows: tuple[CrossRow, ...]
    footer: str
