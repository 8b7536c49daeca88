"""Reading what arrives from Telegram: as much of a message or a tap as is used, and nothing else."""

from dataclasses import dataclass
from typing import Any, Self

from bot.telegram.errors import sound


@dataclass(frozen=True)
class ButtonPosition:
    """Where a button stands: its row counted from the bottom, and its edges as parts of the width."""

    row: int
    left: float
    right: float

    @classmethod
    def of(cls, row: int, place: int, wide: int) -> Self:
        """Return the position of the button at a place in a row of so many, all of one width."""
        return cls(row, place / wide, (place + 1) / wide)

    def overlaps(self, other: Self) -> bool:
        """Tell whether a finger above the one could be above the other."""
        return self.left < other.right and other.left < self.right


@dataclass(frozen=True)
class Arrival:
    """A message, or a tap on a button of ``message``.

    ``text`` is the message's, or what the button carries; ``query`` identifies a tap and is None for a message.
    ``sender`` and ``chat`` are their numbers at Telegram.
    ``received`` is when it came, in seconds; ``button`` is where the button stands, if the message tells.
    """

    update: int
    sender: int
    chat: int
    private: bool
    message: int
    text: str
    query: str | None
    received: float = 0.0
    button: ButtonPosition | None = None

    @property
    def tap(self) -> bool:
        """Whether it is a tap."""
        return self.query is not None


def arrival(raw: Any, received: float) -> Arrival | None:  # noqa: ANN401 - whatever came in
    """Return what is used of an update that was ``received`` then, or None if it is no proper message or tap."""
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
    update, account, place, number = numbers
    return Arrival(
        update=update,
        sender=account,
        chat=place,
        private=private,
        message=number,
        text=sound(text),
        query=query,
        received=received,
        button=_position(message, text) if tap else None,
    )


def _position(message: Any, data: str) -> ButtonPosition | None:  # noqa: ANN401 - whatever came in
    """Return where the button that carries this stands, None if that cannot be read."""
    try:
        for row, buttons in enumerate(reversed(message["reply_markup"]["inline_keyboard"])):
            for place, button in enumerate(buttons):
                if button.get("callback_data") == data:
                    return ButtonPosition.of(row, place, len(buttons))
    except (KeyError, TypeError, AttributeError):
        pass
    return None


def sender(raw: Any) -> int | None:  # noqa: ANN401 - whatever came in
    """Return who sent an update, even if nothing else of it can be read."""
    try:
        account = (raw.get("callback_query") or raw["message"])["from"]["id"]
    except (KeyError, TypeError, AttributeError):
        return None
    return account if isinstance(account, int) else None
