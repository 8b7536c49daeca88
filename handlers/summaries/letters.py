"""A report as a letter, and the mailboxes that letters go to."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from reports.report_files import AlbumPage, File
from reports.words.language import Code

BITS = 40
MAILBOXES = range(1 << 58, (1 << 58) + (1 << BITS))
"""The numbers of mailboxes: beyond Telegram's, and below those of the desks."""


@dataclass(frozen=True)
class Letter:
    """What is sent to a mailbox; ``name`` is the same again when it is repeated, and that of no other letter.

    The ``pictures`` have a line each in their place, the text says everything that they show.
    """

    name: str
    language: Code
    subject: str
    text: str
    pictures: Sequence[AlbumPage] = ()
    documents: Sequence[File] = ()


class Mailboxes(Protocol):
    """The mailboxes of the config, by their numbers."""

    @property
    def places(self) -> Collection[int]:
        """The numbers of all of them."""

    async def send(self, place: int, letter: Letter) -> None:
        """Send a letter to a mailbox. Raises `NotShown` or one of its kinds."""


def mailbox_number(address: str) -> int:
    """Return the number of a mailbox: from it, nobody can tell the address."""
    digest = hashlib.sha256(address.lower().encode()).digest()
    return MAILBOXES.start + int.from_bytes(digest[: BITS // 8])
