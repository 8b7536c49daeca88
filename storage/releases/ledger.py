"""The ledger of releases: what was published when, of which records, and what has been withdrawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aiosqlite import Connection

from storage.database.connection import Database
from storage.database.numbering import next_number
from storage.fault import N_, Fault


class NoSuchRelease(Fault):
    """A release that is to be withdrawn is not in the ledger, or is withdrawn already."""


class LedgerMoved(Fault):
    """Another release was noted while one was being made ready."""


@dataclass(frozen=True)
class LedgerFigure:
    """A figure of a release: a cell's name and its months; ``value`` is None where it was hidden."""

    first_month: str
    last_month: str
    cell: str
    value: int | None
    small: bool


@dataclass(frozen=True)
class LedgerEntry:
    """A release: its number, day and period; if it is ``withdrawn``, when and why, and whether it was ``seen``."""

    number: int
    day: str
    form: str
    period: str
    k: int
    withdrawn: str | None = None
    reason: str | None = None
    seen: bool = True


@dataclass(frozen=True)
class LedgerPage:
    """A release with all its figures, and a digest of what each of its months' records were."""

    entry: LedgerEntry
    digests: Mapping[str, str]
    figures: Sequence[LedgerFigure]


class Ledger:
    """The releases of all forms."""

    def __init__(self, database: Database) -> None:
        """Keep the ledger in ``database``."""
        self._database = database

    async def entries(self) -> list[LedgerEntry]:
        """Return all releases in order. Raises a `DatabaseFault`."""
        rows = await self._database.read(
            "SELECT number, day, form, period, k, withdrawn, reason, seen FROM release ORDER BY number"
        )
        return [
            LedgerEntry(number, day, form, period, k, withdrawn, reason, seen=bool(seen))
            for number, day, form, period, k, withdrawn, reason, seen in rows
        ]

    async def pages(self, form: str) -> list[LedgerPage]:
        """Return a form's releases that anybody outside may have seen, withdrawn or not, in order."""
        return [
            LedgerPage(entry, await self._digests(entry.number), await self._figures(entry.number))
            for entry in await self.entries()
            if entry.form == form and entry.seen
        ]

    async def note(self, pages: Sequence[LedgerPage], *, after: int) -> list[int]:
        """Note releases in one transaction and return their numbers; their entries' own numbers do not matter.

        Raises `LedgerMoved` where the latest of all releases is not number ``after`` (0 for none).
        """
        async with self._database.transaction() as connection:
            [(latest,)] = await connection.execute_fetchall("SELECT coalesce(max(number), 0) FROM release")
            if latest != after:
                raise LedgerMoved(
                    N_("Another release was noted in the meantime; nothing is published. Try again.")
                )
            return [await _note(connection, page) for page in pages]

    async def withdraw(self, number: int, day: str, reason: str, *, seen: bool) -> None:
        """Note that a release was withdrawn on a day, why, and whether anybody outside may have seen it.

        What has been seen still counts. Raises `NoSuchRelease`.
        """
        done = await self._database.write(
            "UPDATE release SET withdrawn = ?, reason = ?, seen = ? WHERE number = ? AND withdrawn IS NULL"
            " RETURNING number",
            (day, reason, seen, number),
        )
        if not done:
            raise NoSuchRelease(
                N_("There is no release {number} that could be withdrawn: `vaktlogg releases` lists them."),
                number=number,
            )

    async def latest(self) -> int:
        """Return the number of the latest release; 0 where there is none."""
        return max((entry.number for entry in await self.entries()), default=0)

    async def _digests(self, number: int) -> dict[str, str]:
        rows = await self._database.read("SELECT month, digest FROM released_month WHERE release = ?", (number,))
        return dict(rows)

    async def _figures(self, number: int) -> list[LedgerFigure]:
        rows = await self._database.read(
            "SELECT first_month, last_month, cell, value, small FROM released_figure WHERE release = ?", (number,)
        )
        return [
            LedgerFigure(first, last, cell, value, small=bool(small)) for first, last, cell, value, small in rows
        ]


async def _note(connection: Connection, page: LedgerPage) -> int:
    """Note a release within a transaction and return its number."""
    entry = page.entry
    [(number,)] = await connection.execute_fetchall(
        "INSERT INTO release (number, day, form, period, k)"  # noqa: S608 - ours
        f" VALUES ({next_number('release')}, ?, ?, ?, ?) RETURNING number",
        (entry.day, entry.form, entry.period, entry.k),
    )
    await connection.executemany(
        "INSERT INTO released_month (release, month, digest) VALUES (?, ?, ?)",
        [(number, month, digest) for month, digest in page.digests.items()],
    )
    await connection.executemany(
        "INSERT INTO released_figure (release, first_month, last_month, cell, value, small)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [(number, f.first_month, f.last_month, f.cell, f.value, f.small) for f in page.figures],
    )
    return int(number)
