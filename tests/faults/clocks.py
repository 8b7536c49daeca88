"""A clock that jumps: a year ahead, a day back, some hours, and right again each time."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.operations import OFTEN
from storage.whole_file import write_whole
from tests.faults.centre import Centre
from tests.faults.fault import Fault
from tests.faults.launch import COMMAND

HOUR, DAY, YEAR = 3600, 86_400, 365 * 86_400
OFFSET = "offset.txt"


@dataclass(frozen=True)
class ClockJumps(Fault):
    """The machine's clock is off by each ``step`` (in seconds) for a while, and right in between.

    Reports go to a folder, so that there is something to deliver too early.
    """

    seconds: float
    steps: Sequence[float] = (YEAR, -DAY, 5 * HOUR, -YEAR)
    name: str = "clock that jumps"

    def command(self, config: Path) -> Sequence[str]:
        """Start the program with a clock that can be set."""
        offset = config.with_name(OFFSET)
        offset.write_text("0", encoding="utf-8")
        with config.open("a", encoding="utf-8") as file:
            file.write(f'[reports]\nfolder = "{config.with_name("reports")}"\n')
        return (*COMMAND, str(config), str(offset), str(OFTEN))

    async def strike(self, centre: Centre) -> None:
        """Set the clock wrong, and right again."""
        for step in self.steps:
            async with centre.struck():
                _set(centre.folder, step)
                await asyncio.gather(asyncio.sleep(self.seconds), centre.each_registers(1, 60))
                _set(centre.folder, 0)
            await centre.each_registers(1, 60)

    def lost_besides(self, centre: Centre) -> int:
        """Return how many summaries are noted as delivered: none has fallen due."""
        with contextlib.closing(sqlite3.connect(centre.database)) as connection:
            [(early,)] = connection.execute("SELECT count(*) FROM delivery WHERE state = 'sent'")
        return int(early)


def _set(folder: Path, seconds: float) -> None:
    write_whole(folder / OFFSET, str(seconds).encode())
