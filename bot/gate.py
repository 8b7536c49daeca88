"""The gate: nobody gets in who is not on the list, before an update is even read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from storage.staff import Role


@dataclass(frozen=True)
class Arrival:
    """What must be known of an update before anything else."""

    update: int
    seat: int
    chat: int
    private: bool
    text: str


def arrival(raw: Any) -> Arrival | None:  # noqa: ANN401 - whatever came in
    """Return what an update says of itself, or None where it lacks what every message and tap has."""
    try:
        tap = raw.get("callback_query")
        message = tap["message"] if tap else raw["message"]
        sender, chat = (tap or message)["from"], message["chat"]
        update, seat, place = raw["update_id"], sender["id"], chat["id"]
        text = "" if tap else message.get("text", "")
    except (KeyError, TypeError, AttributeError):
        return None
    if not all(isinstance(number, int) for number in (update, seat, place)) or not isinstance(text, str):
        return None
    return Arrival(update, seat, place, private=chat.get("type") == "private", text=text)


@dataclass(frozen=True)
class Gate:
    """Lets those on the list in, in private; and a stranger's `/start CODE`, which is silent unless right."""

    role: Callable[[int], Role | None]

    def admits(self, arrival: Arrival) -> bool:
        """Tell whether the update may be handled."""
        if not arrival.private or arrival.seat != arrival.chat:
            return False
        return self.role(arrival.seat) is not None or arrival.text.startswith("/start ")
