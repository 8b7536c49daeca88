"""The folder of copies: their names by day, which of them are kept, and what else lies there."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

DAILY, MONTHLY = 7, 12
"""How many copies are kept: the newest ones, and the first one of each of the newest months."""

NAMED = re.compile(r"vaktlogg-(\d{4}-\d\d-\d\d)\.age", re.ASCII)
UNFINISHED = re.compile(rf"\.part\.{NAMED.pattern}", re.ASCII)


@dataclass(frozen=True, order=True)
class DailyCopy:
    """A copy by its local day."""

    day: date
    path: Path


def copy_path(folder: Path, day: date) -> Path:
    """Return where the copy of a day lies."""
    return folder / f"vaktlogg-{day.isoformat()}.age"


def copies_in(folder: Path) -> list[DailyCopy]:
    """Return the copies, the oldest first; what has such a name and is no file is none. Raises `OSError`."""
    return sorted(_copies_in(folder))


def strangers_in(folder: Path) -> list[str]:
    """Return the names of everything else, but for copies that are not finished. Raises `OSError`."""
    known = {copy.path.name for copy in _copies_in(folder)}
    names = (path.name for path in folder.iterdir())
    return sorted(name for name in names if name not in known and not UNFINISHED.fullmatch(name))


def surplus(days: Sequence[date], today: date) -> set[date]:
    """Return the days whose copies are not kept. Those after ``today`` are: a clock was wrong, now or then."""
    past = sorted({day for day in days if day <= today}, reverse=True)
    first_of_month = {(day.year, day.month): day for day in past}
    return set(past) - set(past[:DAILY]) - set([*first_of_month.values()][:MONTHLY])


def remove_surplus(folder: Path, today: date) -> None:
    """Remove the copies that are not kept, and what was left unfinished, once today's copy is there.

    Everything else in the folder is let be. Raises `OSError`.
    """
    copies = copies_in(folder)
    days = [copy.day for copy in copies]
    if today not in days:
        return
    too_many = surplus(days, today)
    for copy in copies:
        if copy.day in too_many:
            copy.path.unlink(missing_ok=True)
    for path in folder.iterdir():
        if UNFINISHED.fullmatch(path.name):
            path.unlink(missing_ok=True)


def _copies_in(folder: Path) -> Iterator[DailyCopy]:
    for path in folder.iterdir():
        named = NAMED.fullmatch(path.name)
        if named and path.is_file() and not path.is_symlink():
            with suppress(ValueError):
                yield DailyCopy(date.fromisoformat(named[1]), path)
