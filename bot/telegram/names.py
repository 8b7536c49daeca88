"""What people are called at Telegram, made fit to show: asked for when a list is shown, and never kept."""

import unicodedata
from typing import Any

LONGEST = 40
FRAMING = frozenset('“”„«»"·')
"""What a name is set off with in our lines; one that held them could look like more than a name."""


def shown_name(chat: Any) -> str:  # noqa: ANN401 - JSON
    """Return a chat's title, or its owner's name, with the user name; empty where there is none."""
    if not isinstance(chat, dict):
        return ""
    names = [chat.get(key) for key in ("title", "first_name", "last_name")]
    user_name = chat.get("username")
    named = " ".join(name for name in names if isinstance(name, str))
    return _plain(f"{named} @{user_name}" if isinstance(user_name, str) else named)


def _is_hidden(sign: str) -> bool:
    return unicodedata.category(sign).startswith(("C", "Z"))


def _plain(text: str) -> str:
    """Return a text without what could turn or break the line it stands in, and not longer than `LONGEST`."""
    visible = "".join(sign for sign in text if sign == " " or not (_is_hidden(sign) or sign in FRAMING))
    line = " ".join(visible.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
