"""Reading what arrives from Telegram: as much of a message or a tap as is used, and nothing else."""

from dataclasses import dataclass
from typing import Any

from bot.telegram.errors import sound


@dataclass(frozen=True)
class Arrival:
    """A message, or a tap on a button of ``message``.

    ``text`` is the message's, or what the button carries; ``query`` identifies a tap and is None for a message.
    """

    update: int
    seat: int
    chat: int
    private: bool
    message: int
    text: str
    query: str | None

    @property
    def tap(self) -> bool:
        """Whether it is a tap."""
        return self.query is not None


def arrival(raw: Any) -> Arrival | None:  # noqa: ANN401 - whatever came in
    """Return what is used of an update, or None if it is no proper message or tap."""
    try:
        tap = raw.get("callback_query")
        message = tap["message"] if tap else raw["message"]
        sender, chat = (tap or message)["from"], message["chat"]
        numbers = raw["update_id"], sender["id"], chat["id"], message["message_id"]
        text = tap.get("data", "") if tap else message.get("text", "")
        query = tap["id"] if tap else None
        private = chat["type"] == "private"
    except (KeyError, TypeError, AttributeError):
        return None
    texts = (text,) if query is None else (text, query)
    if not all(isinstance(number, int) for number in numbers) or not all(isinstance(one, str) for one in texts):
        return None
    update, seat, place, number = numbers
    return Arrival(update, seat, place, private=private, message=number, text=sound(text), query=query)


def sender(raw: Any) -> int | None:  # noqa: ANN401 - whatever came in
    """Return who sent an update, even if nothing else of it can be read."""
    try:
        seat = (raw.get("callback_query") or raw["message"])["from"]["id"]
    except (KeyError, TypeError, AttributeError):
        return None
    return seat if isinstance(seat, int) else None
