"""A paper to read, fill in and sign, as texts alone, to be written by the worker."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from reports.job_part import JobPart
from reports.words.language import Code

PaperFormat = Literal["docx", "pdf"]


class PaperColumn(JobPart):
    """A column's heading, and how many parts of the table's width it takes.

    Its cells are printed texts, empty ones to fill in, or boxes to check.
    """

    heading: str
    width: int = Field(gt=0)
    kind: Literal["text", "fill", "check"] = "text"


class PaperTable(JobPart):
    """A table; a row holds the texts of the text columns alone, and is ``row_height`` millimetres high or more."""

    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    row_height: int = 0

    @model_validator(mode="after")
    def _a_text_for_each_text_column(self) -> Self:
        texts = sum(column.kind == "text" for column in self.columns)
        if any(len(row) != texts for row in self.rows):
            raise ValueError("a row has a text for each text column")
        return self

    def cells(self, row: tuple[str, ...]) -> tuple[str | None, ...]:
        """Return a cell for each column: its text, or None where there is nothing to print."""
        texts = iter(row)
        return tuple(next(texts) if column.kind == "text" else None for column in self.columns)


class PaperSection(JobPart):
    """A heading, then paragraphs, a list of points, a table, and closing paragraphs; ``key`` is no text."""

    key: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    table: PaperTable | None = None
    closing: tuple[str, ...] = ()


class PaperText(JobPart):
    """What a paper says."""

    title: str
    introduction: tuple[str, ...]
    section: tuple[PaperSection, ...]


class Paper(JobPart):
    """A whole paper, made on a day; ``byline`` names centre and day below the title."""

    text: PaperText
    byline: str
    author: str
    language: Code
    made: date


class PaperFile(JobPart):
    """A paper to be written in a format."""

    paper: Paper
    format: PaperFormat
