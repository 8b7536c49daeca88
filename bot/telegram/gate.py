"""The gate: updates from people who are not on the list are dropped before they are read."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.telegram.arrival import Arrival
from storage.people.staff import Role


@dataclass(frozen=True)
class Gate:
    """Admits people on the list in private chats, and their taps in chats that get summaries.

    Of strangers it admits only `/start CODE` and `/bind CODE`, which are not answered unless the code is right.
    """

    role: Callable[[int], Role | None]
    bound: Callable[[int], bool]

    def admits(self, arrival: Arrival) -> bool:
        """Tell whether the update may be handled."""
        known, own = self.role(arrival.seat) is not None, arrival.private and arrival.seat == arrival.chat
        if arrival.tap:
            return (own and known) or ((own or known) and self.bound(arrival.chat))
        if arrival.text.startswith(("/bind", "/unbind")):
            return known or " " in arrival.text
        return own and (known or arrival.text.startswith("/start "))
