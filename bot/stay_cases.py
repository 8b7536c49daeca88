"""Building the use cases of records that stay open, such as stays in the house."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.config.config import Clock
from bot.stores import Stores
from handlers.stays.house import House
from handlers.stays.keeping import StayKeeping
from handlers.stays.rights import StayRights
from reports.words.language import Language
from storage.forms.form import Form
from storage.people.seat import Role


@dataclass(frozen=True)
class StayCases:
    """The use cases of stays; of ``every`` form in use those matter whose records stay open."""

    every: Mapping[str, Form]
    stores: Stores
    role: Callable[[int], Role | None]
    language: Language
    clock: Clock

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """The forms whose records stay open."""
        return {key: form for key, form in self.every.items() if form.stays_open}

    @cached_property
    def house(self) -> House:
        """What tells who is in the house."""
        return House(self.forms, self.stores.stays, self._rights)

    @cached_property
    def keeping(self) -> StayKeeping:
        """What keeps stays."""
        return StayKeeping(self.forms, self.stores.stays, self._rights, self.language, self.clock)

    @cached_property
    def _rights(self) -> StayRights:
        return StayRights(self.role, lambda: self.clock().date())
