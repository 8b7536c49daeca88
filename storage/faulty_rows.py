"""What is told of the rows of a file that cannot be used."""

from collections.abc import Iterator
from contextlib import contextmanager

from storage.delimited_file import FileRefused, RowFault
from storage.fault import N_, Fault

MOST_NAMED = 10
NOTHING_TAKEN = N_("Nothing is taken from {file}. {findings}")


class FaultyRows:
    """The rows of a file that cannot be used: all are counted, the first ten are named by line."""

    def __init__(self) -> None:
        self._named: list[Fault] = []
        self._count = 0

    @contextmanager
    def at(self, line: int) -> Iterator[None]:
        """Note a `Fault` of the row on this line instead of raising it."""
        try:
            yield
        except Fault as reason:
            self._count += 1
            if self._count <= MOST_NAMED:
                self._named.append(RowFault(N_("line {line}: {reason}"), line=line, reason=reason))

    def refuse(self, file: str, *others: Fault, sentence: str = NOTHING_TAKEN) -> None:
        """Raise `FileRefused` with the rows and the ``others`` as its findings, where there are any."""
        if findings := (*self._findings(), *others):
            raise FileRefused(sentence, file=file, findings=findings)

    def _findings(self) -> Iterator[Fault]:
        if self._count:
            lines = tuple(self._named)
            yield Fault(N_("Rows that cannot be read: {count}.\n{lines}"), count=self._count, lines=lines)
        if self._count > MOST_NAMED:
            yield Fault(N_("And {count} more."), count=self._count - MOST_NAMED)
