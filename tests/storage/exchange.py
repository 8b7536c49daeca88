"""Lists of a telephone exchange, to be read."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from storage.call_lists.days import DailyCalls, read_list
from storage.table_files.rows import FileRefused

OSLO = ZoneInfo("Europe/Oslo")
NOW = datetime(2026, 11, 23, 14, 30, tzinfo=OSLO)


def lines(*texts: str) -> str:
    """Return the content of a file."""
    return "".join(f"{text}\n" for text in texts)


CALLS = lines("tid,fra", "2026-11-03 14:20,99887766", "2026-11-03 15:00,Åse Ås", "2026-11-05 09:05,")
DAYS = lines("dato,antall", "2026-11-03,2", "2026-11-04,0", "2026-11-05,1")


def read(
    folder: Path, content: str | bytes, *time: str, count: str | None = None, now: datetime = NOW
) -> DailyCalls:
    """Read a list of this content."""
    file = folder / "list.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_list(file, time=time, count=count, now=now)


def fault(folder: Path, content: str | bytes, *time: str, count: str | None = None) -> str:
    """Return why a list of this content cannot be read."""
    with pytest.raises(FileRefused) as raised:
        read(folder, content, *time, count=count)
    return str(raised.value)
