"""The gate: updates from people who are not on the list are dropped before they are read."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.telegram.arrival import Arrival
from handlers.strangers import Strangers
from storage.people.seats import Seats


@dataclass(frozen=True)
class Gate:
    """Admits people on the list in private chats, and their taps in chats that get summaries.

    Of others it admits only `/start CODE` and `/bind CODE`, which are not answered unless the code is right, and
    of those whose access has lapsed, or waits after a restore, what they send in private, so that they can be
    told. ``strangers`` counts the rest.
    """

    seats: Seats
    bound: Callable[[int], bool]
    strangers: Strangers

    def knows(self, account: int) -> int | None:
        """Return the number of the seat that an account may use, None where it may use none."""
        seat = self.seats.of(account)
        return seat.number if seat and self.seats.role(seat.number) is not None else None

    def admits(self, arrival: Arrival) -> bool:
        """Tell whether the update may be handled."""
        admitted = self._admits(arrival)
        if not admitted and self.knows(arrival.sender) is None:
            self.strangers.knocked()
        return admitted

    def _admits(self, arrival: Arrival) -> bool:
        known, own = self.knows(arrival.sender) is not None, arrival.private and arrival.sender == arrival.chat
        if arrival.tap and (own or known) and self.bound(arrival.chat):
            return True
        if arrival.text.startswith(("/bind", "/unbind")) and not arrival.tap:
            return known or " " in arrival.text
        if not own:
            return False
        return (
            known or self._may_be_told(arrival.sender) or (not arrival.tap and arrival.text.startswith("/start "))
        )

    def _may_be_told(self, account: int) -> bool:
        seat = self.seats.of(account)
        return seat is not None and (seat.restored or self.seats.has_lapsed(seat))
