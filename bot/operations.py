"""What keeps watch over the program's own running, built and woken regularly."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.config.config import Clock, Config
from bot.stores import Stores
from handlers.administrators import Administrators
from handlers.operations.alerts import Alerts
from reports.words.language import Language
from storage.hour import Hour

FINISH_SECONDS = 600.0


@dataclass(frozen=True)
class Operations:
    """Each part is built when it is first asked for."""

    config: Config
    stores: Stores
    administrators: Administrators
    language: Language
    clock: Clock

    @cached_property
    def alerts(self) -> Alerts:
        """What tells the administrators of trouble."""
        return Alerts(self.stores.alert_days, self.administrators, self.language, self.clock)

    @property
    def works(self) -> Mapping[Callable[[], Awaitable[object]], float]:
        """What is done regularly, each with its seconds in between."""
        return {self.finish_imports: FINISH_SECONDS}

    async def finish_imports(self) -> None:
        """Finish what an import left that was broken off. Raises a `DatabaseFault`."""
        await self.stores.imports.finish(now=Hour.of(self.clock()))
