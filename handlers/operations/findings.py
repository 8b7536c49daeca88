"""What a check of an installation finds."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Finding:
    """How a ``part`` is, in a sentence; ``well`` where nothing has to be done about it.

    What is not well may be no ``fault``: nobody has set it up yet.
    """

    part: str
    sentence: str
    well: bool = True
    fault: bool = False


class Checks(Protocol):
    """Looks at each part of an installation."""

    def __call__(self, *, recount: bool) -> AsyncIterator[Finding]:
        """Yield how each part is; a ``recount`` replaces the counts by what the records say."""
