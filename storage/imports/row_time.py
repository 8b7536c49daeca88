"""The time of a row in a foreign file, read as its map says."""

import re
from collections.abc import Mapping
from datetime import datetime

from storage.delimited_file import RowFault
from storage.fault import N_
from storage.hour import Hour
from storage.imports.mapping import Time


class TimeColumns:
    """The columns that together tell when a record of a foreign file was made."""

    def __init__(self, time: Time) -> None:
        """Read times as ``time`` says."""
        self._columns, self._formats = time.columns, time.formats
        self._numbers = {word.casefold(): f"{number:02}" for number, word in enumerate(time.months or (), 1)}
        # The longest first: a month's word may begin with another's.
        words = "|".join(map(re.escape, sorted(self._numbers, key=len, reverse=True)))
        self._word = re.compile(rf"(?<!\w)({words})(?!\w)") if words else None

    def read(self, cells: Mapping[str, str]) -> str:
        """Return `2016-07-14T23`, or the day where the hour is not told. Raises `RowFault`."""
        told = " ".join(cells[column] for column in self._columns).strip()
        text = self._numbered(told)
        for wanted in self._formats:
            try:
                moment = datetime.strptime(text, wanted)  # noqa: DTZ007 - civil time has no zone
            except ValueError:
                continue
            return str(Hour.of(moment)) if "%H" in wanted else moment.date().isoformat()
        raise RowFault(N_("“{time}” is not written as {formats}"), time=told, formats=" / ".join(self._formats))

    def _numbered(self, told: str) -> str:
        """Put numbers where words stand for months."""
        if self._word is None:
            return told
        return self._word.sub(lambda found: self._numbers[found[0]], told.casefold())
