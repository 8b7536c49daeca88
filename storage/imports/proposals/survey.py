"""What stands in the columns of a file: texts with their counts, and how times are written."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from storage.imports.folding import folded
from storage.table_files.rows import Headings, Row

MOST_TEXTS, LONGEST_TEXT = 200, 60
"""A column with more different texts, or with longer ones, holds stories, names or numbers, and no answers."""
MOST_SHAPES = 200
SUMS = frozenset({"sum", "sum:", "totalt", "total", "totalt:", "i alt", "til sammen", "samlet", "sammenlagt"})
"""What a row begins with that adds up the others."""
DIGITS = re.compile(r"\d+")


MOST_SAMPLED = 2_000


@dataclass
class Shape:
    """Texts that are written alike but for their numbers: how many, and those with the greatest numbers."""

    count: int = 0
    greatest: list[tuple[int, str]] = field(default_factory=list)

    def add(self, text: str, numbers: list[str]) -> None:
        """Count a text with these numbers."""
        self.count += 1
        if not self.greatest:
            self.greatest = [(int(number), text) for number in numbers] or [(0, text)]
        for place, number in enumerate(numbers):
            if int(number) > self.greatest[place][0]:
                self.greatest[place] = (int(number), text)

    @property
    def examples(self) -> list[str]:
        """The texts that a format has to fit; then it fits the others."""
        return list(dict.fromkeys(text for _, text in self.greatest))


@dataclass
class Column:
    """One column: its heading, how many cells are ``empty``, and its texts.

    ``texts`` is None where there are too many different ones, ``shapes`` where they are not written alike.
    """

    heading: str
    empty: int = 0
    filled: int = 0
    texts: Counter[str] | None = field(default_factory=Counter)
    shapes: dict[str, Shape] | None = field(default_factory=dict)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each text stands there, in whatever case; nothing where there are too many."""
        written: dict[str, str] = {}
        counts = Counter[str]()
        for text, count in (self.texts or Counter[str]()).most_common():
            counts[written.setdefault(folded(text), text)] += count
        return counts

    def add(self, text: str) -> None:
        """Take in a cell."""
        if not text:
            self.empty += 1
            return
        self.filled += 1
        self._count(text)
        self._measure(text)

    def _count(self, text: str) -> None:
        if self.texts is not None:
            self.texts[text] += 1
            if len(self.texts) > MOST_TEXTS or len(text) > LONGEST_TEXT:
                self.texts = None

    def _measure(self, text: str) -> None:
        if self.shapes is None:
            return
        self.shapes.setdefault(shape_of(text), Shape()).add(text, DIGITS.findall(text))
        if len(self.shapes) > MOST_SHAPES or len(text) > LONGEST_TEXT:
            self.shapes = None


def shape_of(text: str) -> str:
    """Return a text with nines for its digits; one or two are the same, as a day is written either way."""
    return DIGITS.sub(lambda found: "9" * max(len(found[0]), 2), text.casefold())


@dataclass(frozen=True)
class Survey:
    """The columns of a ``file``, in order, and how many ``rows`` it has.

    Rows that add up others, or only name a month, are not among them: their first texts are the ``sums``, by
    heading. The first rows are a ``sample``, their cells cut to the longest text.
    """

    file: str
    columns: tuple[Column, ...]
    rows: int
    sums: Mapping[str, Sequence[str]]
    sample: Sequence[Sequence[str]]

    def rows_with(self, column: Column, text: str) -> list[Sequence[str]]:
        """Return the rows of the sample that have a text in a column."""
        place = self.columns.index(column)
        return [cells for cells in self.sample if folded(cells[place]) == folded(text)]

    def beside(self, rows: Iterable[Sequence[str]], column: Column) -> list[str]:
        """Return what these rows have in another column."""
        place = self.columns.index(column)
        return [cells[place] for cells in rows]


def survey(headings: Headings, rows: Iterable[Row]) -> Survey:
    """Look through a file. Raises what the rows raise."""
    columns = tuple([Column(text) for text in headings.texts])
    sums: dict[str, dict[str, None]] = {}
    sample: list[Sequence[str]] = []
    count = 0
    for row in rows:
        filled = [(place, cell) for place, cell in enumerate(row.cells) if cell]
        if _is_sum(filled):
            [(place, first), *_] = filled
            sums.setdefault(headings.texts[place], {})[first] = None
            continue
        count += 1
        if count <= MOST_SAMPLED:
            sample.append([cell[:LONGEST_TEXT] for cell in row.cells])
        for column, cell in zip(columns, row.cells, strict=False):
            column.add(cell)
    return Survey(
        headings.file, columns, count, {heading: tuple(texts) for heading, texts in sums.items()}, sample
    )


def _is_sum(filled: Sequence[tuple[int, str]]) -> bool:
    """Say whether a row adds up others, or only names what stands below it."""
    place, first = filled[0]
    is_alone = len(filled) == 1 and place == 0 and len(first) <= LONGEST_TEXT and not DIGITS.search(first)
    return is_alone or folded(first) in SUMS
