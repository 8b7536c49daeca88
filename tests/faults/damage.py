"""Faults of the file that do not pass: deleted, swapped, damaged; then a copy is put back, as it should be."""

import asyncio
import contextlib
import os
import shutil
import sqlite3
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

from bot.operations import READ_BACK
from tests.bot.chat_desk import OSLO
from tests.faults.centre import Centre
from tests.faults.fault import Fault
from tests.faults.launch import COMMAND

FOUND_SECONDS = 150.0
"""How long damage is given to be found and said to everybody."""


@dataclass(frozen=True)
class FileDamaged(Fault):
    """The file is no longer what was saved to, until a copy is put back and the program started again.

    The copy is of the moment before, so that only what was acknowledged since can be lost.
    """

    seconds: float = 5.0

    async def strike(self, centre: Centre) -> None:
        """Damage the file, wait until everybody knows, put the copy back."""
        copy = centre.folder / "copy.db"
        async with centre.at_rest(60):
            _copy(centre.database, copy)
        async with centre.struck():
            self.damage(centre.database, centre.chance)
            await asyncio.gather(asyncio.sleep(self.seconds), centre.each_is_refused(FOUND_SECONDS))
            for tapper in centre.people:
                tapper.heed_warnings(datetime.now(OSLO))
            await centre.program.stop()
            shutil.copy(copy, copy.with_name("restored.db"))
            copy.with_name("restored.db").replace(centre.database)
            await centre.program.start()

    @abstractmethod
    def damage(self, database: Path, chance: Random) -> None:
        """Do the damage."""


@dataclass(frozen=True)
class Deleted(FileDamaged):
    """The file is deleted."""

    name: str = "database deleted"

    def damage(self, database: Path, chance: Random) -> None:
        """Delete it."""
        del chance
        database.unlink()


@dataclass(frozen=True)
class Swapped(FileDamaged):
    """Another file takes its place."""

    name: str = "database swapped"

    def damage(self, database: Path, chance: Random) -> None:
        """Put an older copy in its place."""
        del chance
        other = database.with_name("other.db")
        _copy(database, other)
        other.replace(database)


@dataclass(frozen=True)
class Corrupted(FileDamaged):
    """Pages are overwritten; the program looks at what was saved every ``look`` seconds."""

    look: float = READ_BACK
    name: str = "pages damaged"

    def command(self, config: Path) -> Sequence[str]:
        """Start the program so that it looks as often."""
        offset = config.with_name("offset.txt")
        offset.write_text("0", encoding="utf-8")
        return (*COMMAND, str(config), str(offset), str(self.look))

    def damage(self, database: Path, chance: Random) -> None:
        """Overwrite every fourth page but the first with what is no page."""
        size = 4096
        with database.open("r+b") as file:
            pages = os.fstat(file.fileno()).st_size // size
            for page in sorted(chance.sample(range(1, pages), pages // 4)):
                file.seek(page * size)
                file.write(chance.randbytes(size))
            os.fsync(file.fileno())


def _copy(database: Path, to: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as source,
        contextlib.closing(sqlite3.connect(to)) as target,
    ):
        source.backup(target)
