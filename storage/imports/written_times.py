"""Times as somebody else writes them."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from storage.fault import N_
from storage.hour import Hour
from storage.imports.map_parts import MappedTime
from storage.quoting import escaped, quoted
from storage.table_files.rows import RowFault

HALF_DAY = 12
HALF = re.compile(r"(?<![^\W\d_])([ap])\.?\s?m(?:\.|(?![^\W\d_]))", re.IGNORECASE)
"""`AM` or `p. m.`, which languages write in different ways, and no letter beside it."""
MOST_HALVES = 4
"""How many of these are looked at in a cell: a literal `am` of the format may be one of them."""
HALF_WRITTEN = "\0"
"""Stands for the half of the day where a format has it; no cell of a file can hold it."""


class WrittenTime:
    """How the columns of a foreign file together give the time of a record."""

    def __init__(self, time: MappedTime) -> None:
        """Read times as ``time`` says."""
        self.width = len(time.columns)
        self._columns = time.columns
        self._formats = [_Format(text) for text in time.formats]
        self._numbers = {word.casefold(): f"{number:02}" for number, word in enumerate(time.months or (), 1)}
        # The longest first: a month's word may begin with another's.
        words = "|".join(map(re.escape, sorted(self._numbers, key=len, reverse=True)))
        self._word = re.compile(rf"(?<!\w)({words})(?!\w)") if words else None

    def read(self, parts: Sequence[str]) -> str:
        """Return `2016-07-14T23`, or the day where there is no hour. Raises `RowFault`."""
        written = " ".join(parts).strip()
        text = self._numbered(written)
        for wanted in self._formats:
            moment = wanted.read(text)
            if moment is not None:
                return str(Hour.of(moment)) if wanted.has_hour else moment.date().isoformat()
        raise RowFault(
            N_("{column}: {time} is not written as {formats}"),
            column=escaped(" / ".join(self._columns)),
            time=quoted(written),
            formats=" / ".join(wanted.text for wanted in self._formats),
        )

    def _numbered(self, text: str) -> str:
        """Put numbers where words stand for months."""
        if self._word is None:
            return text
        return self._word.sub(lambda found: self._numbers[found[0]], text.casefold())


class _Format:
    """A format as in `strptime`, whose halves of the day are the same whatever the system's language."""

    def __init__(self, text: str) -> None:
        self.text = text
        named = re.findall(r"%(.)", text)
        self.has_hour = not {"H", "I"}.isdisjoint(named)
        self._has_half = "p" in named
        self._format = re.sub(r"%(.)", lambda found: HALF_WRITTEN if found[1] == "p" else found[0], text)

    def read(self, text: str) -> datetime | None:
        """Return the time that is written in this format, None where none is."""
        if not self._has_half:
            return _read(text, self._format)
        for half in _halves(text):
            start, end = half.span()
            moment = _read(f"{text[:start]}{HALF_WRITTEN}{text[end:]}", self._format)
            if moment is not None:
                # Without its half, twelve was read as nought.
                return moment.replace(hour=moment.hour + HALF_DAY * (half[1] in "pP"))
        return None


def _halves(text: str) -> Iterator[re.Match[str]]:
    return islice(HALF.finditer(text), MOST_HALVES)


def _read(text: str, wanted: str) -> datetime | None:
    try:
        return datetime.strptime(text, wanted)  # noqa: DTZ007 - civil time has no zone
    except ValueError:
        return None
