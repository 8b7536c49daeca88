"""What browsers were told that the telephone shows, for as long as the shift lasts; it is kept nowhere."""

from dataclasses import dataclass, field

from handlers.recent import RecentValues

MOST = 500
"""How many browsers' numbers are remembered at most."""


@dataclass
class Comparisons:
    """The numbers that were told, by the number of the browser, each for one shift."""

    _told: RecentValues[int, tuple[str, int]] = field(default_factory=lambda: RecentValues(MOST))

    def tell(self, device: int, shift: str, shown: int | None) -> None:
        """Remember how many calls the telephone shows; None for not any more."""
        if shown is None:
            self._told.take(device)
        else:
            self._told.put(device, (shift, shown))

    def of(self, device: int, shift: str) -> int | None:
        """Return what was told in a browser about a shift."""
        of_shift, shown = self._told.get(device) or ("", 0)
        return shown if of_shift == shift else None
