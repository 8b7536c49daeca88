"""When a message is cleared, and of what."""

from dataclasses import dataclass
from typing import Literal

from handlers.calls.rights import is_within
from storage.forms.question import Outcome
from storage.hour import Hour
from storage.messages.messages import NO_HOUR, NotedMessage
from storage.people.seat import Role

Step = Literal["remove", "close", "clear", "finish", "forget"]
"""A message is deleted, or loses its buttons, its answers, or both; or it is forgotten when it came."""


@dataclass(frozen=True)
class ClearingRule:
    """Details go after ``clear_hours``, and what corrects a record when its seat's ``own_hours`` are over.

    Both are counted in hours of the clock that have begun.
    """

    clear_hours: int
    own_hours: int

    def step(self, noted: NotedMessage, *, newest: bool, role: Role | None, now: Hour) -> Step | None:
        """Return what is due, None as long as nothing is.

        ``role`` is that of the seat whose chat it is, None where it has none any more: then all is due. ``newest``
        tells whether it is the chat's last untouched first screen, which stays at hand.
        """
        over = role is None or noted.note.hour <= str(now.earlier(self.clear_hours))
        own = role is not None and is_within(self.own_hours, noted.recorded_at, now)
        if noted.outcome == "declined":
            return "remove"
        if noted.note.stage in {"fresh", "form"}:
            if not over:
                return None
            at_hand = noted.note.stage == "fresh" and newest and role is not None
            return _at_hand(noted) if at_hand else "remove"
        if noted.note.stage == "cleared":
            return None if own else "finish"
        if over:
            return "clear" if own else "finish"
        return None if own or noted.note.stage == "closed" else _too_late(noted, role)

    def after_change(self, outcome: Outcome, recorded_at: str, now: Hour) -> Step:
        """Return what is due in the other receipts of a record that has just been changed."""
        if outcome == "declined":
            return "remove"
        return "clear" if is_within(self.own_hours, recorded_at, now) else "finish"


def _at_hand(noted: NotedMessage) -> Step | None:
    """Return what is due of a first screen that stays: when it came tells when the call before was registered."""
    return None if noted.note.hour == NO_HOUR else "forget"


def _too_late(noted: NotedMessage, role: Role | None) -> Step | None:
    """Return what is due once the seat may not correct the record; leaders always may."""
    if role != "staff":
        return None
    return "close" if noted.recorded_at and not noted.voided else "finish"
