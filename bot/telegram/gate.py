"""The gate: updates from people who are not on the list are dropped before they are read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from storage.people.staff import Role


@dataclass(frozen=True)
class Arrival:
    """What the gate needs to know of an update."""

    update: int
    seat: int
    chat: int
    private: bool
    tap: bool
    text: str


def arrival(raw: Any) -> Arrival | None:  # noqa: ANN401 - whatever came in
    """Return what the gate needs of an update, or None if it is no proper message or tap."""
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
    return Arrival(update, seat, place, private=chat.get("type") == "private", tap=bool(tap), text=text)


def sender(raw: Any) -> int | None:  # noqa: ANN401 - whatever came in
    """Return who sent an update, even if nothing else of it can be read."""
    try:
        seat = (raw.get("callback_query") or raw["message"])["from"]["id"]
    except (KeyError, TypeError, AttributeError):
        return None
    return seat if isinstance(seat, int) else None


@dataclass(frozen=True)
class Gate:
    """Admits people on the list in private chats, and their taps in chats that get summaries.

    Of strangers it admits only `/start CODE` and `/bind CODE`, which are not answered unless the code is right.
    """

    role: Callable[[int], Role | None]
    bound: Callable[[int], bool]

    def admits(self, arrival: Arrival) -> bool:
        """Tell whether the update may be handled."""
        known = self.role(arrival.seat) is not None
        if arrival.text.startswith(("/bind", "/unbind")):
            return known or " " in arrival.text
        if arrival.private and arrival.seat == arrival.chat:
            tapped_a_summary = arrival.tap and self.bound(arrival.chat)
            return known or tapped_a_summary or arrival.text.startswith("/start ")
        return known and arrival.tap and self.bound(arrival.chat)
