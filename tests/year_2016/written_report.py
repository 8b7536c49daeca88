"""The annual report as a reader has it: its registers, each with headings, sentences and tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

CAPTION = "Caption"


@dataclass
class WrittenRegister:
    """What the report says under one heading of a register: sentences, captions of figures, and tables by name."""

    sentences: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    tables: dict[str, list[list[str]]] = field(default_factory=dict)

    def cell(self, table: str, row: str, column: str) -> str:
        """Return a cell of the table whose name begins so, by the first words of its row and its column."""
        [rows] = [rows for name, rows in self.tables.items() if name.startswith(table)]
        place = rows[0].index(column)
        return next(cells[place] for cells in rows if cells[0] == row)

    def says(self, *parts: str) -> bool:
        """Tell whether one sentence or caption holds all of these."""
        told = (*self.sentences, *self.figures)
        return any(all(part in sentence for part in parts) for sentence in told)


def read_report(path: Path) -> dict[str, WrittenRegister]:
    """Read a .docx: what stands under each heading of the second level, by that heading."""
    registers: dict[str, WrittenRegister] = {}
    here, caption = WrittenRegister(), ""
    for part in Document(str(path)).iter_inner_content():
        if isinstance(part, Table):
            here.tables[caption] = [_cells(row.cells) for row in part.rows]
        elif part.style is not None and part.style.name == "Heading 2":
            here = registers.setdefault(_plain(part.text), WrittenRegister())
        elif part.style is not None and part.style.name == CAPTION:
            number, _, text = _plain(part.text).partition(". ")
            caption = text
            if number.startswith("Figur"):
                here.figures.append(text)
        else:
            here.sentences += list(_sentences(part))
    return registers


def number_in(cell: str) -> Decimal:
    """Return the number of a cell: `8,8 %` is 8.8."""
    return Decimal(cell.removesuffix("%").replace(" ", "").replace(",", "."))


def _sentences(paragraph: Paragraph) -> Iterator[str]:
    yield from (sentence for sentence in _plain(paragraph.text).split(". ") if sentence)


def _cells(cells: object) -> list[str]:
    return [_plain(cell.text) for cell in cells]  # type: ignore[attr-defined]  # the library's own cells


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").strip()
