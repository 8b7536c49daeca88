"""The values of a foreign file that its map does not know."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from storage.fault import N_, Fault
from storage.quoting import escaped, quoted

MOST_LISTED = 100
MOST_VALUES, MOST_CHARACTERS = 10_000, 1 << 20
"""How many different values are counted, and of how many characters in all: then the map is far from its file."""


class ValuesUnknown(Fault):
    """Values that the map does not know; ``counts`` tells how often each (column, text) stands in the file."""

    def __init__(self, counts: Mapping[tuple[str, str], int], listed: Sequence[Fault]) -> None:
        message = N_("Values that the map does not know: {count}.\n{values}")
        super().__init__(message, count=len(counts), values=tuple(listed))
        self.counts = counts


class UnknownValues:
    """How often each (column, text) without a meaning stands in a file."""

    def __init__(self) -> None:
        self._counts = Counter[tuple[str, str]]()
        self._characters = 0

    @property
    def too_many(self) -> bool:
        """Whether there are so many that reading on would tell nothing more."""
        return len(self._counts) >= MOST_VALUES or self._characters >= MOST_CHARACTERS

    def count(self, values: Sequence[tuple[str, str]]) -> None:
        """Count the values of a row."""
        for value in values:
            if value not in self._counts:
                self._characters += len(value[1])
            self._counts[value] += 1

    def listed(self) -> Iterator[Fault]:
        """List each value with its count, by column, the frequent ones first."""
        listed = sorted(self._counts.most_common(MOST_LISTED), key=lambda item: item[0][0])
        values = [
            Fault(N_("{column}: {text} ({count})"), column=escaped(column), text=quoted(text), count=count)
            for (column, text), count in listed
        ]
        if values:
            yield ValuesUnknown(self._counts, values)
        if self.too_many:
            yield Fault(N_("The rest of the file was not read."))
