"""What stands in the columns of a file: texts with their counts, and how times are written."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from storage.fault import Fault
from storage.imports.folding import folded
from storage.imports.proposals.months import month_words
from storage.imports.sums import is_sum
from storage.quoting import quoted_heading
from storage.table_files.rows import Headings, Row

MOST_TEXTS, LONGEST_TEXT = 200, 60
"""A column with more different texts, or with longer ones, holds stories, names or numbers, and no answers."""
MOST_SHAPES = 200
MOST_SAMPLED = 2_000
DIGITS = re.compile(r"\d+")


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


@dataclass(eq=False)
class Column:
    """One column: its heading, its ``place`` counted from 0, how many cells are ``empty``, and its texts.

    ``texts`` is None where there are too many different ones, ``shapes`` where they are not written alike.
    """

    heading: str
    place: int = 0
    empty: int = 0
    filled: int = 0
    texts: Counter[str] | None = field(default_factory=Counter)
    shapes: dict[str, Shape] | None = field(default_factory=dict)

    @property
    def quoted_heading(self) -> Fault:
        """Its heading in quotation marks, or its number, to stand in a sentence."""
        return quoted_heading(self.heading, self.place)

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
        if len(text) > LONGEST_TEXT:
            self.shapes = None
            return
        self.shapes.setdefault(shape_of(text), Shape()).add(text, DIGITS.findall(text))
        if len(self.shapes) > MOST_SHAPES:
            self.shapes = None


def shape_of(text: str) -> str:
    """Return a text with nines for its digits; one or two are the same, as a day is written either way."""
    return DIGITS.sub(lambda found: "9" * max(len(found[0]), 2), text.casefold())


@dataclass(frozen=True)
class Survey:
    """The columns of a ``file``, in order, and how many ``rows`` it has.

    Rows that add up others, or only name a month, are not among them: their first texts stand ``aside``, by
    heading. The first rows are a ``sample``, their cells cut to the longest text.
    """

    file: str
    columns: tuple[Column, ...]
    rows: int
    aside: Mapping[str, Sequence[str]]
    sample: Sequence[Sequence[str]]

    def rows_with(self, column: Column, text: str) -> list[Sequence[str]]:
        """Return the rows of the sample that have a text in a column."""
        return [cells for cells in self.sample if folded(cells[column.place]) == folded(text)]

    def beside(self, rows: Iterable[Sequence[str]], column: Column) -> list[str]:
        """Return what these rows have in another column."""
        return [cells[column.place] for cells in rows]


def survey(headings: Headings, rows: Iterable[Row]) -> Survey:
    """Look through a file. Raises what the rows raise."""
    columns = tuple([Column(text, place) for place, text in enumerate(headings.texts)])
    aside: dict[str, dict[str, None]] = {}
    sample: list[Sequence[str]] = []
    count = 0
    width = len(columns)
    for row in rows:
        # A row that is too short or too long is a fault of the import.
        cells = (*row.cells[:width], *[""] * (width - len(row.cells)))
        filled = [(place, cell) for place, cell in enumerate(cells) if cell] or [(0, "")]
        if _is_aside(filled):
            [(place, first), *_] = filled
            aside.setdefault(headings.texts[place], {})[first] = None
            continue
        count += 1
        if count <= MOST_SAMPLED:
            sample.append([cell[:LONGEST_TEXT] for cell in cells])
        for column, cell in zip(columns, cells, strict=True):
            column.add(cell)
    return Survey(headings.file, columns, count, dict(_told_aside(columns, aside)), sample)


def _told_aside(
    columns: Sequence[Column], aside: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the texts of rows that are left out, but for those that other rows have as well."""
    for column in columns:
        known = {folded(text) for text in column.counts}
        if texts := tuple(text for text in aside.get(column.heading, ()) if folded(text) not in known):
            yield column.heading, texts


def _is_aside(filled: Sequence[tuple[int, str]]) -> bool:
    """Say whether a row adds up others, or only names the month of those below it."""
    _, first = filled[0]
    return is_sum(first) or (len(filled) == 1 and DIGITS.sub("", folded(first)).strip(" .:") in month_words())
