"""What keeps watch over the program's own running, built and woken regularly."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.config.config import Config
from bot.stores import Stores
from handlers.administrators import Administrators
from handlers.audit_log import AuditLog
from handlers.operations.alerts import Alerts
from handlers.operations.clock_mending import ClockMending
from handlers.operations.clock_watch import ClockWatch
from handlers.operations.damage import DamageWatch
from handlers.operations.failed_saves import FailedSaves
from handlers.operations.free_space import FreeSpace
from handlers.operations.watched_clock import WatchedClock
from handlers.people.lapse import WARNED_BEFORE
from reports.words.language import Language

DAMAGE_SECONDS = 60.0
FREE_SPACE_SECONDS = 3600.0


@dataclass(frozen=True)
class Operations:
    """Each part is built when it is first asked for."""

    config: Config
    stores: Stores
    administrators: Administrators
    audit_log: AuditLog
    language: Language
    clock: WatchedClock

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

    @property
    def works(self) -> Mapping[Callable[[], Awaitable[object]], float]:
        """What is done regularly, each with its seconds in between."""
        return {
            self.damage.look: DAMAGE_SECONDS,
            self.free_space.look: FREE_SPACE_SECONDS,
        }


def watched_folders(config: Config) -> Sequence[Path]:
    """Return the folders that must have room: the database's, and that of the copies."""
    return [config.database.path.parent]
