"""The ways by which somebody with a one-time code comes in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Entrances:
    """What makes the address that carries a code, at the ``desk`` and in the ``chat``, where they are served."""

    desk: Callable[[str], str] | None = None
    chat: Callable[[str], str] | None = None

    def links(self, code: str) -> Sequence[str]:
        """Return the addresses that carry a code."""
        return [link(code) for link in (self.desk, self.chat) if link is not None]
