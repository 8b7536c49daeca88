"""What a fault is, and playing one: people tap before, during and after, and everything is counted."""

import contextlib
import math
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.faults.centre import SEATS, Centre, open_centre
from tests.faults.ledger import compare
from tests.faults.program import run_command
from tests.faults.tally import MOST_SECONDS, Row, row_of

PATIENCE = 2 * MOST_SECONDS
"""How many seconds recovery is waited for: longer than promised, so that a broken promise has a number."""


@dataclass(frozen=True)
class Load:
    """How many calls each person registers before a fault, between two of them, and after the last."""

    before: int
    after: int


SHORT, LONG = Load(before=1, after=1), Load(before=20, after=20)


class Fault(ABC):
    """Something that goes wrong, and is over at some time."""

    name: str

    @abstractmethod
    async def strike(self, centre: Centre) -> None:
        """Go wrong as often as meant, and note when it began and was over each time."""

    def place(self, folder: Path) -> AbstractContextManager[Path]:
        """Return the folder that the database lies in meanwhile."""
        return contextlib.nullcontext(folder)

    def command(self, config: Path) -> Sequence[str]:
        """Return the command that starts the program."""
        return run_command(config)

    def lost_besides(self, centre: Centre) -> int:
        """Return how much is lost that is no call, once everything has stopped."""
        del centre
        return 0


@dataclass(frozen=True)
class OneAfterAnother(Fault):
    """Several faults in turn, in the place that the first one needs and with the last one's command."""

    faults: Sequence[Fault]

    @property
    def name(self) -> str:  # type: ignore[override]  # made of the others'
        """All their names."""
        return ", ".join(fault.name for fault in self.faults)

    def place(self, folder: Path) -> AbstractContextManager[Path]:
        """Return the place of the first."""
        return self.faults[0].place(folder)

    def command(self, config: Path) -> Sequence[str]:
        """Return the command of the last."""
        return self.faults[-1].command(config)

    async def strike(self, centre: Centre) -> None:
        """Strike one after the other, and let people recover in between."""
        for fault in self.faults:
            await fault.strike(centre)
            await centre.each_registers(1, PATIENCE)


async def play(fault: Fault, folder: Path, load: Load, *, seed: int = 7, seats: Sequence[int] = SEATS) -> Row:
    """Let people tap before, during and after a fault, and count."""
    with fault.place(folder) as place:
        async with open_centre(folder, place, seed, command=fault.command, seats=seats) as centre:
            await centre.each_registers(load.before, PATIENCE)
            weight = centre.program.resident
            await fault.strike(centre)
            over = centre.now
            await centre.each_registers(load.after, PATIENCE)
            stuck = sum(tapper.acknowledged_since(over) == 0 for tapper in centre.people)
            growth = centre.program.resident - weight
        found = compare(centre.database, centre.calls, fault.lost_besides(centre))
        row = row_of(fault.name, centre.spans, centre.calls, found, None if math.isnan(growth) else growth)
        return replace(row, unanswered=row.unanswered + stuck)
