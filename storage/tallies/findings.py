"""What keeps a workbook with counts from being used: cells that are no counts, and words without a meaning."""

from collections import defaultdict
from collections.abc import Iterator

from storage.fault import N_, Fault
from storage.quoting import escaped, quoted
from storage.table_files.rows import MOST_NAMED, NOTHING_TAKEN, FileRefused
from storage.table_files.sheet_table import column_letters
from storage.tallies.cells import key_of
from storage.tallies.lines import Cell

MOST_LISTED = 100


class Findings:
    """The findings of all sheets: the first ten cells are named, and each word once."""

    def __init__(self) -> None:
        self._places = list[Fault]()
        self._count = 0
        self._sheets = defaultdict[str, set[str]](set)
        self._words = dict[str, Fault]()

    def cell(self, sheet: str, cell: Cell) -> None:
        """Note a cell that should be a count."""
        words = N_("sheet “{sheet}”, row {row}, column {column}: {text} is no whole number")
        column = column_letters(cell.column)
        self._note(Fault(words, sheet=escaped(sheet), row=cell.row, column=column, text=quoted(cell.text)))

    def astray(self, sheet: str, row: int) -> None:
        """Note a row of counts without a day."""
        words = N_("sheet “{sheet}”, row {row}: it has no day, and is not the sum of the days")
        self._note(Fault(words, sheet=escaped(sheet), row=row))

    def totals(self, sheet: str) -> None:
        """Note that a sheet has several totals."""
        words = N_("sheet “{sheet}”: several lines are the total, and are not the same")
        self._note(Fault(words, sheet=escaped(sheet)))

    def word(self, sheet: str, section: str, word: str) -> None:
        """Note a word without a meaning, with counts beside or below it."""
        key = key_of(f"{section} / {word}") if section else key_of(word)
        self._sheets[key].add(sheet)
        under = Fault(N_("{word} under {section}"), word=quoted(word), section=quoted(section))
        self._words.setdefault(key, under if section else quoted(word))

    def refuse(self, file: str) -> None:
        """Raise `FileRefused` with all findings, where there are any."""
        if findings := tuple(self._findings()):
            raise FileRefused(NOTHING_TAKEN, file=file, findings=findings)

    def _note(self, finding: Fault) -> None:
        self._count += 1
        if self._count <= MOST_NAMED:
            self._places.append(finding)

    def _findings(self) -> Iterator[Fault]:
        if self._count:
            words = N_("Places that cannot be read: {count}.\n{places}")
            yield Fault(words, count=self._count, places=tuple(self._places))
        if self._count > MOST_NAMED:
            yield Fault(N_("And {count} more."), count=self._count - MOST_NAMED)
        if self._words:
            often = sorted(self._words, key=lambda key: -len(self._sheets[key]))
            listed = tuple(
                Fault(N_("{word} (sheets: {count})"), word=self._words[key], count=len(self._sheets[key]))
                for key in often[:MOST_LISTED]
            )
            words = N_("Words that the map does not know: {count}.\n{words}")
            yield Fault(words, count=len(often), words=listed)
