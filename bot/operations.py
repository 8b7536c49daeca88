"""What keeps watch over the program's own running, built and woken regularly."""

import shutil
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

from bot.config.config import Clock, Config
from bot.host.absence import Absence
from bot.host.dead_man import DeadMan
from bot.host.host import Host
from bot.host.notify import Notifier
from bot.host.polls import Polls
from bot.host.watchdog import Watchdog
from bot.stores import Stores
from bot.telegram.sockets import proxy_for
from handlers.administrators import Administrators
from handlers.operations.alerts import Alerts
from handlers.operations.sign_of_life import CopyDay, SignOfLife
from reports.words.language import Language

OFTEN, SELDOM = 60.0, 600.0
"""Seconds between two looks for something to tell."""


@dataclass(frozen=True)
class Operations:
    """Each part is built when it is first asked for; ``moment`` is a clock of seconds that never jumps."""

    config: Config
    stores: Stores
    administrators: Administrators
    language: Language
    clock: Clock
    moment: Callable[[], float] = time.monotonic

    @cached_property
    def alerts(self) -> Alerts:
        """What tells the administrators of trouble."""
        return Alerts(self.stores.alert_days, self.administrators, self.language, self.clock)

    @cached_property
    def polls(self) -> Polls:
        """How polling goes on."""
        return Polls(self.moment)

    @cached_property
    def watchdog(self) -> Watchdog:
        """What tells the service manager that all goes round."""
        heartbeat, notifier = self.stores.heartbeat, Notifier.of()
        return Watchdog(self.polls, heartbeat, notifier, self.alerts, self.language, self.clock)

    @cached_property
    def host(self) -> Host:
        """What goes on beside the bot as long as it runs."""
        return Host(self.watchdog.notifier, self.watchdog, self._ping())

    @cached_property
    def absence(self) -> Absence:
        """What tells that Telegram was away for long."""
        return Absence(self.polls, self.administrators, self.language)

    @cached_property
    def sign_of_life(self) -> SignOfLife:
        """What tells the administrators once a week that all is well."""
        return SignOfLife(
            forms=self.config.forms.enabled,
            counts=self.stores.counts,
            told=self.stores.told_weeks,
            trouble=self.stores.alert_days,
            administrators=self.administrators,
            language=self.language,
            clock=self.clock,
            at=self.config.reports.timetable.at,
            version=version("vaktlogg"),
            last_copy=self.last_copy,
            free_space=lambda: shutil.disk_usage(self.config.database.path.parent).free,
        )

    @property
    def last_copy(self) -> CopyDay | None:
        """What knows the day of the last copy; None where no copies are set up."""
        return None

    @property
    def works(self) -> Mapping[Callable[[], Awaitable[object]], float]:
        """What is done regularly, each with its seconds in between."""
        works: dict[Callable[[], Awaitable[object]], float] = {
            self.absence.tell: OFTEN,
            self.watchdog.tell_trouble: SELDOM,
        }
        if self.config.host.sign_of_life:
            works[self.sign_of_life.due] = SELDOM
        return works

    def _ping(self) -> DeadMan | None:
        if (url := self.config.host.ping_url) is None:
            return None
        return DeadMan(url, proxy_for(url), lambda: self.watchdog.well, self.moment)
