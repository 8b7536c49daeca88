"""The table of the fault programme, with the day and the machine it was made on."""

import os
import platform
from collections.abc import Sequence
from datetime import date

from rich.table import Table

from storage.database.connection import SQLITE_VERSION
from tests.faults.tally import Row

HEADS = (
    "fault",
    "times",
    "taps",
    "tapped again",
    "acknowledged",
    "lost",
    "doubled",
    "denied",
    "unanswered",
    "recovery, s",
    "growth, MiB",
    "",
)
GIBIBYTE = 2**30


def machine(today: date) -> str:
    """Return the day and the kind of machine in a line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIBIBYTE
    return (
        f"{today:%Y-%m-%d}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}, SQLite {SQLITE_VERSION}"
    )


def table(rows: Sequence[Row]) -> Table:
    """Put the rows under each other."""
    shown = Table()
    for head in HEADS:
        shown.add_column(head, justify="left" if head in {"fault", ""} else "right")
    for row in rows:
        shown.add_row(*cells(row))
    return shown


def markdown(rows: Sequence[Row]) -> str:
    """Return the rows as they stand in the README."""
    lines = [HEADS[:-1], ["---", *["--:"] * (len(HEADS) - 2)], *(cells(row)[:-1] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cells(row: Row) -> Sequence[str]:
    """Return a row in words."""
    return (
        row.fault,
        *map(_number, (row.struck, row.taps, row.repeated, row.acknowledged)),
        f"{_number(row.lost)} (+ {_number(row.doubted)} told of)" if row.doubted else _number(row.lost),
        *map(_number, (row.doubled, row.denied, row.unanswered)),
        "–" if row.recovery is None else f"{row.recovery:.1f}",
        "–" if row.growth is None else f"{row.growth:.1f}",
        row.remark,
    )


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "\u00a0")
