"""The ways by which somebody with a one-time code comes in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from storage.fault import N_
from storage.people.seat import Seat


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

    def to(self, seat: Seat) -> "Entrances":
        """Return the entrances that are left to a seat: in the chat it has one account."""
        return self if seat.account is None else replace(self, chat=None)


def one_more(seat: Seat, entrances: Entrances) -> str:
    """Return the name of what lets somebody into a seat by one way more."""
    return N_("One more browser or Telegram") if entrances.to(seat).chat else N_("One more browser")
