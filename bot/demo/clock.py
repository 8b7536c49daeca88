"""The practice desk's clock, which can be moved ahead."""

from collections.abc import Callable
from datetime import datetime, timedelta


class PracticeClock:
    """Tells the centre's local time, as far ahead of the real one as it was moved."""

    def __init__(self, real: Callable[[], datetime]) -> None:
        """Begin with the ``real`` time."""
        self._real = real
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        """Return the local time, with its zone."""
        return self._real() + self._ahead

    def move_to(self, moment: datetime) -> None:
        """Go on from a local ``moment`` without a zone, unless it is past already."""
        self._ahead += max(timedelta(), moment - self().replace(tzinfo=None))
