"""The rows of a table that another program saved: their headings, and what keeps one of them from being used."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from storage.fault import N_, Fault
from storage.quoting import escaped, quoted_heading
from storage.table_files.csv_writer import MARK, unmarked

MOST_NAMED = 10
MOST_CELLS = 1000
TOO_WIDE = N_("{file}, line {line}: a row has at most {most} columns, and this one has more.")
TOO_LONG = N_("{file}, line {line}: a row has at most {most} characters, and this one has more.")
NOTHING_TAKEN = N_("Nothing is taken from {file}. {findings}")


class FileRefused(Fault):
    """A file cannot be used; nothing of it was kept."""


class RowFault(Fault):
    """A row cannot be used; where one cell is to blame, the facts ``column`` and ``value`` tell which."""


class Row(NamedTuple):
    """The cells of a row, and its line in the file or on the ``sheet`` of a workbook."""

    line: int
    cells: tuple[str, ...]
    sheet: str = ""


@dataclass(frozen=True)
class Headings:
    """The headings of a ``file``, in order; an empty file has none."""

    file: str
    texts: tuple[str, ...]

    def places(self, needed: Collection[str], besides: Collection[str] = ()) -> dict[str, int]:
        """Return the column of each name, in the file's order; only those ``besides`` may be missing.

        A name finds the heading written exactly so, or else one that differs only in case and blanks.
        Raises `FileRefused` where it finds none or several.
        """
        names = {*needed, *besides}
        # Names that differ only in case and blanks are matched exactly.
        ways = (str, plain) if len(set(map(plain, names))) == len(names) else (str,)
        found = {name: place for name in names if (place := self._place(name, ways)) is not None}
        if missing := sorted(set(needed).difference(found)):
            raise FileRefused(
                N_("{file} has no column {columns}."), file=self.file, columns=", ".join(map(escaped, missing))
            )
        return dict(sorted(found.items(), key=itemgetter(1)))

    def named(self, *places: int) -> list[Fault]:
        """Return how some columns are named in a sentence, the first ten of them."""
        named = [quoted_heading(self.texts[place], place) for place in places[:MOST_NAMED]]
        return [*named, Fault("…")] if len(places) > MOST_NAMED else named

    def check(self, row: Row) -> None:
        """Raise `RowFault` unless the row has a cell for each column."""
        if len(row.cells) > len(self.texts):
            raise RowFault(N_("there are more cells than columns"))
        if len(row.cells) < len(self.texts):
            raise RowFault(N_("there are fewer cells than columns"))

    def _place(self, name: str, ways: Collection[Callable[[str], str]]) -> int | None:
        for written in ways:
            found = [place for place, text in enumerate(self.texts) if written(text) == written(name)]
            if len(found) > 1:
                raise FileRefused(N_("{file} has a column twice."), file=self.file)
            if found:
                return found[0]
        return None


def plain(heading: str) -> str:
    """Return a heading in lower case, with one blank between its words."""
    return " ".join(heading.casefold().split())


def on_sheet(row: Row, reason: RowFault) -> RowFault:
    """Return why a row cannot be used, with its sheet where it has one."""
    if not row.sheet:
        return reason
    return RowFault(
        N_("sheet “{sheet}”: {reason}"), sheet=escaped(row.sheet), reason=reason, **_cell_facts(reason)
    )


def _cell_facts(reason: RowFault) -> dict[str, object]:
    return {name: reason.facts[name] for name in ("column", "value") if name in reason.facts}


def cleaned(cells: Sequence[str]) -> tuple[str, ...]:
    """Return cells without blanks around them, and without the apostrophe that keeps one from being a formula."""
    texts = tuple(map(str.strip, cells))
    # Few rows have a mark, and of a million it takes long to look at each cell.
    return tuple(map(unmarked, texts)) if MARK in "".join(texts) else texts


class FaultyRows:
    """The rows of a file that cannot be used: all are counted, the first ``most`` are named by line.

    ``others`` is what besides keeps the file from being used, once that is known.
    """

    def __init__(self, most: int = MOST_NAMED) -> None:
        self.named: list[tuple[int, Fault]] = []
        self.count = 0
        self.others: Sequence[Fault] = ()
        self._most = most

    @contextmanager
    def at(self, line: int) -> Iterator[None]:
        """Note a `Fault` of the row on this line instead of raising it."""
        try:
            yield
        except Fault as reason:
            self.note(line, reason)

    def note(self, line: int, reason: Fault) -> None:
        """Note why the row on this line cannot be used."""
        self.count += 1
        if self.count <= self._most:
            self.named.append((line, reason))

    def refuse(self, file: str, *others: Fault, sentence: str = NOTHING_TAKEN) -> None:
        """Raise `FileRefused` with the rows and the ``others`` as its findings, where there are any."""
        self.others = others
        if findings := (*self._findings(), *others):
            raise FileRefused(sentence, file=file, findings=findings)

    def _findings(self) -> Iterator[Fault]:
        if self.count:
            words = N_("line {line}: {reason}")
            lines = tuple(RowFault(words, line=line, reason=reason) for line, reason in self.named)
            yield Fault(N_("Rows that cannot be read: {count}.\n{lines}"), count=self.count, lines=lines)
        if self.count > self._most:
            yield Fault(N_("And {count} more."), count=self.count - self._most)
