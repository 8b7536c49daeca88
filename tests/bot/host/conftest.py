"""A centre whose program is watched over, and the service manager's ear."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.host.notify import Notifier
from bot.operations import Operations
from tests.bot.host.test_polls import Seconds
from tests.handlers.centre import Centre, open_centre


@dataclass(frozen=True)
class Ear(Notifier):
    """Keeps what the service manager is told."""

    told: list[tuple[str, ...]] = field(default_factory=list)

    def tell(self, *states: str, status: str | None = None) -> None:
        """Keep it."""
        self.told.append((*states, *([] if status is None else [status])))


@dataclass
class Watched:
    """What a test of the watchdog moves and looks at."""

    centre: Centre
    seconds: Seconds
    ear: Ear
    operations: Operations


@pytest.fixture
async def centre(tmp_path: Path) -> AsyncIterator[Centre]:
    """Open a centre."""
    async with open_centre(tmp_path) as centre:
        yield centre


@pytest.fixture
def watched(centre: Centre) -> Watched:
    """Watch over the centre's program, by a clock of seconds that stands."""
    seconds, ear, cases = Seconds(), Ear(), centre.cases
    given = cases.operations
    operations = replace(given, moment=seconds)
    operations.watchdog.notifier = ear
    return Watched(centre, seconds, ear, operations)
