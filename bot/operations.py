"""What keeps watch over the program's own running, built and woken regularly."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.config.config import Clock, Config
from bot.stores import Stores
from handlers.administrators import Administrators
from handlers.operations.alerts import Alerts
from handlers.operations.nightly_copy import NightlyCopy
from reports.words.language import Language

HOURLY = 3600.0
"""Seconds."""


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

    @cached_property
    def nightly_copy(self) -> NightlyCopy:
        """What makes the copy of every night."""
        config = self.config
        return NightlyCopy(config.database.path, config.copies, self.stores.last_copy, self.alerts, self.clock)

    @property
    def works(self) -> Mapping[Callable[[], Awaitable[object]], float]:
        """What is done regularly, each with its seconds in between."""
        return {self.nightly_copy.due: HOURLY}
