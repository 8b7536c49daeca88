"""Timing two ways of doing the same in turn, so that the machine's moods fall on both alike."""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Line:
    """One line of the report: what was measured and what it stands beside, in one ``unit``.

    A ``limit`` of None is no promise. ``measured`` and ``compared`` are what each round took; a single number
    is both a round and the median.
    """

    what: str
    beside: str
    measured: Sequence[float]
    compared: Sequence[float]
    limit: float | None
    unit: str = "ms"

    @property
    def medians(self) -> tuple[float, float]:
        """What was measured, and what it stands beside."""
        return median(self.measured), median(self.compared)

    @property
    def ratio(self) -> float:
        """What was measured in parts of the other: the median of rounds taken in turn, else of the medians."""
        if len(self.measured) == len(self.compared):
            return median(one / other for one, other in zip(self.measured, self.compared, strict=True))
        measured, compared = self.medians
        return measured / compared

    @property
    def noise(self) -> float | None:
        """The middle half of what the comparison took, in parts of its median; None for a single number."""
        if len(self.compared) == 1:
            return None
        low, middle, high = quantiles(self.compared, n=4)
        return (high - low) / middle

    @property
    def kept(self) -> bool:
        """Whether the limit is kept."""
        return self.limit is None or self.ratio <= self.limit


async def in_turn(
    rounds: int, measured: Callable[[], Awaitable[object]], compared: Callable[[], Awaitable[object]]
) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each round of both, after one of each that does not count."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds + 1):
        for way, times in zip((measured, compared), took, strict=True):
            started = time.perf_counter()
            await way()
            times.append((time.perf_counter() - started) * 1000)
    return took[0][1:], took[1][1:]
