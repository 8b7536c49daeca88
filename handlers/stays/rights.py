"""Who may register and correct which stays: whoever is on duty those of lately, a leader all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.commands import LEADERS
from storage.fault import N_, NotAllowed
from storage.people.seat import Role
from storage.records.retention import LATE_DAYS
from storage.stays.stay import Stay

LEADERS_LATE_DAYS = 366
"""How far back leaders can enter a day."""


class NotYoursAnyMore(NotAllowed):
    """A seat may not correct this stay."""


@dataclass(frozen=True)
class StayRights:
    """Lets every seat correct what is open or was closed lately. ``today`` is the local day."""

    role: Callable[[int], Role | None]
    today: Callable[[], date]

    def is_leader(self, seat: int) -> bool:
        """Tell whether the seat may correct whatever there is."""
        return self.role(seat) in LEADERS

    def may_correct(self, seat: int, stay: Stay) -> bool:
        """Tell whether the seat may correct a stay."""
        role = self.role(seat)
        lately = (self.today() - timedelta(days=LATE_DAYS)).isoformat()
        return role is not None and (
            role in LEADERS or stay.is_open or (stay.is_exact and (stay.left or "") >= lately)
        )

    def check(self, seat: int, stay: Stay) -> None:
        """Raise `NotYoursAnyMore` where the seat may not correct a stay."""
        if not self.may_correct(seat, stay):
            words = N_("This was closed more than {days} days ago. A leader can still correct it.")
            raise NotYoursAnyMore(words, days=LATE_DAYS)

    def first_day(self, seat: int) -> date:
        """Return the earliest day that the seat can enter."""
        return self.today() - timedelta(days=LEADERS_LATE_DAYS if self.is_leader(seat) else LATE_DAYS)
