"""Looking into a database file for what may not be there of stays."""

import contextlib
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.storage.stays.house_model import House

DAY = re.compile(r"20\d\d-[01]\d-[0-3]\d")


def look_into_the_file(path: Path, house: House) -> None:
    """Find no day but those of stays that are exact, and no bond and no label but those of open ones."""
    tables = dict(_tables(path))
    stays = tables["stay"]
    content = path.read_bytes().decode("latin-1")
    bonds = Counter(stay["bond"] for stay in stays if stay["bond"])

    assert len(stays) == len(tables["record"]) == len(house.guests)
    assert sum(len(stay["arrived"]) == len("2016-07") for stay in stays) == sum(g.coarse for g in house.guests)
    assert not tables["change"]
    assert set(DAY.findall(content)) <= set(DAY.findall(str(tables["sqlite_master"]))) | _exact_days(house)
    assert set(re.findall(r"room-\d{3}", content)) == {guest.label for guest in house.open if guest.label}
    assert set(re.findall(r"shared-\d{3}", content)) == set(bonds)
    assert min(bonds.values(), default=2) > 1


def _exact_days(house: House) -> set[str]:
    """Return the days of the model's stays whose days are not gone, the last night's and the record's too."""
    found: set[str] = set()
    for guest in house.guests:
        if not guest.coarse:
            nights = [*guest.nights(guest.arrived)][-1:]
            found |= {str(day) for day in (guest.arrived, guest.left, *nights) if day}
            found |= {str(guest.recorded)} if not guest.month_alone else set()
    return found


def _tables(path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in ["sqlite_master", *names]:
            yield table, [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608 - ours
