"""The ways by which somebody with a one-time code comes in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Entrances:
    """What makes the address that carries a code, at the ``desk`` and in the ``chat``, where they are served.

    A desk that is found ``here_alone`` has an address that no phone can open.
    """

    desk: Callable[[str], str] | None = None
    chat: Callable[[str], str] | None = None
    here_alone: bool = False

    def links(self, code: str) -> Sequence[str]:
        """Return the addresses that carry a code."""
        return [link(code) for link in (self.desk, self.chat) if link is not None]

    def scanned(self, code: str) -> str | None:
        """Return the address that a phone can scan; None where there is none."""
        link = self.chat if self.desk is None or self.here_alone else self.desk
        return link(code) if link else None
