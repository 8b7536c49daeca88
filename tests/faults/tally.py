"""A row of the table: what became of everything under one fault, and which promises that breaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.faults.calls import Call, Press
from tests.faults.ledger import Comparison

MOST_SECONDS = 60.0
MOST_MEBIBYTES = 20.0


@dataclass(frozen=True)
class Span:
    """When a fault began and was over, in seconds of the event loop's clock."""

    began: float
    over: float


@dataclass(frozen=True)
class Row:
    """What was counted under one fault: ``recovery`` in seconds, ``growth`` in MiB, None where there is none.

    Besides those that are ``lost``, so many are ``doubted``: not kept either, but who saved them was told so.
    """

    fault: str
    struck: int
    taps: int
    repeated: int
    acknowledged: int
    lost: int
    doubled: int
    denied: int
    unanswered: int
    recovery: float | None
    growth: float | None
    doubted: int = 0
    remark: str = ""
    stories: Sequence[str] = ()

    @property
    def broken(self) -> Sequence[str]:
        """The promises that are not kept, in words."""
        counts = {
            "lost": self.lost,
            "doubled": self.doubled,
            "denied": self.denied,
            "without an answer": self.unanswered,
        }
        broken = [f"{self.fault}: {count} {name}" for name, count in counts.items() if count]
        broken += self.stories
        if self.recovery is not None and self.recovery > MOST_SECONDS:
            broken.append(f"{self.fault}: {self.recovery:.0f} s to recover")
        if self.growth is not None and self.growth > MOST_MEBIBYTES:
            broken.append(f"{self.fault}: {self.growth:.0f} MiB more")
        return broken


def row_of(
    fault: str, spans: Sequence[Span], calls: Sequence[Call], found: Comparison, growth: float | None
) -> Row:
    """Count what people did and saw under a fault."""
    presses = [press for call in calls for press in call.presses]
    return Row(
        fault=fault,
        struck=len(spans),
        taps=sum(1 + press.repeats for press in presses),
        repeated=sum(press.repeats for press in presses),
        acknowledged=found.acknowledged,
        lost=found.lost,
        doubled=found.doubled,
        denied=found.denied,
        unanswered=sum(press.answered is None for press in presses),
        recovery=max(waits(spans, presses), default=0.0),
        growth=growth,
        doubted=found.doubted,
        stories=found.stories,
    )


def waits(spans: Sequence[Span], presses: Sequence[Press]) -> Iterator[float]:
    """Yield how long each answer that came after a fault was waited for, from then on when no fault was there."""
    nows = [*(span.began for span in spans[1:]), float("inf")]
    free = [(span.over, until) for span, until in zip(spans, nows, strict=True)]
    for press in presses:
        for since, until in free:
            if press.answered is not None and since <= press.answered <= until:
                yield press.answered - max(press.began, since)
