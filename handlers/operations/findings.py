"""What a check of an installation finds."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Finding:
    """How a ``part`` is, in a sentence; ``well`` where nothing has to be done about it."""

    part: str
    sentence: str
    well: bool = True


class Checks(Protocol):
    """Looks at each part of an installation."""

    def __call__(self, *, recount: bool) -> AsyncIterator[Finding]:
        """Yield how each part is; a ``recount`` replaces the counts by what the records say."""
