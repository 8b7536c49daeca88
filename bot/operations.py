"""What keeps watch over the program's own running, built and woken regularly."""

import shutil
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from bot.config.config import Config
from bot.host.absence import Absence
from bot.host.dead_man import DeadMan
from bot.host.host import Host
from bot.host.notify import Notifier
from bot.host.polls import NoPolls, Polls
from bot.host.watchdog import Watchdog
from bot.sockets import proxy_for
from bot.stores import Stores
from handlers.administrators import Administrators
from handlers.audit_log import AuditLog
from handlers.operations.alerts import Alerts
from handlers.operations.clock_mending import ClockMending
from handlers.operations.clock_watch import ClockWatch
from handlers.operations.damage import DamageWatch
from handlers.operations.failed_saves import FailedSaves
from handlers.operations.free_space import FreeSpace
from handlers.operations.nightly_copy import NightlyCopy
from handlers.operations.sign_of_life import CopyDay, SignOfLife
from handlers.operations.watched_clock import WatchedClock
from handlers.people.lapse import WARNED_BEFORE
from reports.words.language import Language
from storage.hour import Hour

OFTEN, SELDOM, HOURLY = 60.0, 600.0, 3600.0
"""Seconds between two looks for something to tell."""
READ_BACK = 10.0
"""Seconds in which what was saved is read back from the file."""


@dataclass(frozen=True)
class Operations:
    """Each part is built when it is first asked for; ``moment`` is a clock of seconds that never jumps.

    ``polled`` tells whether there is a bot whose polls have to go round.
    """

    config: Config
    stores: Stores
    administrators: Administrators
    audit_log: AuditLog
    language: Language
    clock: WatchedClock
    polled: bool
    moment: Callable[[], float] = time.monotonic

    @cached_property
    def alerts(self) -> Alerts:
        """What tells the administrators of trouble."""
        return Alerts(self.stores.alert_days, self.administrators, self.language, self.clock)

    @cached_property
    def clock_watch(self) -> ClockWatch:
        """What settles whether the clock can be trusted."""
        stores = self.stores
        mending = ClockMending(
            stores.spoilt_times,
            (stores.chats.load, stores.seats.load, stores.messages.load),
            self.administrators,
            self.language,
            warned_after=self.config.access.lapse_days - WARNED_BEFORE.days,
        )
        return ClockWatch(self.clock, mending, self.alerts, self.administrators, self.audit_log, self.language)

    @cached_property
    def failures(self) -> FailedSaves:
        """What tells the administrators that nothing can be saved."""
        return FailedSaves(self.alerts, self.config.database.path)

    @cached_property
    def damage(self) -> DamageWatch:
        """What looks whether the file holds what was saved."""
        return DamageWatch(self.stores.inspection, self.stores.saves, self.failures, self.clock)

    @cached_property
    def free_space(self) -> FreeSpace:
        """What looks whether the disks have room."""
        return FreeSpace(watched_folders(self.config), self.alerts)

    @cached_property
    def nightly_copy(self) -> NightlyCopy:
        """What makes the copy of every night."""
        config = self.config
        return NightlyCopy(config.database.path, config.copies, self.stores.last_copy, self.alerts, self.clock)

    @cached_property
    def polls(self) -> Polls:
        """How polling goes on."""
        return Polls(self.moment) if self.polled else NoPolls(self.moment)

    @cached_property
    def watchdog(self) -> Watchdog:
        """What tells the service manager that all goes round."""
        heartbeat, notifier = self.stores.heartbeat, Notifier.of()
        # `vaktlogg health` goes by the machine's clock, right or wrong.
        return Watchdog(self.polls, heartbeat, notifier, self.failures, self.language, lambda: self.clock.shown)

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
        return self.stores.last_copy.read if self.config.copies else None

    @property
    def works(self) -> Mapping[Callable[[], Awaitable[object]], float]:
        """What is done regularly, each with its seconds in between."""
        works: dict[Callable[[], Awaitable[object]], float] = {
            self.damage.look: OFTEN,
            self.damage.look_for_saves: READ_BACK,
            self.free_space.look: HOURLY,
            self.nightly_copy.due: HOURLY,
            self.finish_imports: SELDOM,
            self.watchdog.tell_trouble: SELDOM,
        }
        if self.polled:
            works[self.absence.tell] = OFTEN
        if self.config.host.sign_of_life:
            works[self.sign_of_life.due] = SELDOM
        return works

    async def finish_imports(self) -> None:
        """Finish what an import left that was broken off. Raises a `DatabaseFault`."""
        await self.stores.imports.finish(now=Hour.of(self.clock()))

    def _ping(self) -> DeadMan | None:
        if (url := self.config.host.ping_url) is None:
            return None
        return DeadMan(url, proxy_for(url), lambda: self.watchdog.well, self.moment)


def watched_folders(config: Config) -> Sequence[Path]:
    """Return the folders that must have room: the database's, and that of the copies."""
    folder = config.backup.folder
    return [config.database.path.parent, *([folder] if folder else [])]
