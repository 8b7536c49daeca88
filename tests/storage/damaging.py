"""Damaging a database file behind the back of whoever has it open."""

import contextlib
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

PAGE = 4096


def pages(path: Path) -> int:
    """Return how many pages a file has."""
    return path.stat().st_size // PAGE


def noise(page: int) -> bytes:
    """Return a page full of chance, the same each time."""
    return random.Random(page).randbytes(PAGE)


@contextlib.contextmanager
def overwritten(path: Path, page: int, content: bytes) -> Iterator[None]:
    """Let something else stand in a page, the first is 0, meanwhile."""
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        before = file.read(PAGE)
    overwrite(path, page, content)
    try:
        yield
    finally:
        overwrite(path, page, before)


def overwrite(path: Path, page: int, content: bytes) -> None:
    """Write something else into a page, the first is 0."""
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(content)


def alter(path: Path, statement: str) -> None:
    """Change what the file holds by another connection."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def page_of(path: Path, table: str) -> int:
    """Return the page, the first is 0, on which a table or an index begins."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        [(page,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))
        return int(page) - 1
