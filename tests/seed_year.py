"""The calls of 2016 made to the facts of the seed report: every count exact, nothing left to chance."""

import calendar
import csv
import io
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from typing import Final, TypeVar

Answer = TypeVar("Answer")

CALLS_BY_MONTH: Final = (84, 58, 70, 74, 70, 72, 98, 64, 88, 76, 74, 71)
CRISES_BY_MONTH: Final = (19, 7, 11, 14, 11, 11, 12, 7, 14, 17, 14, 13)

WHO: Final = (
    (("woman", "self", ""), 144),
    (("woman", "other", ""), 143),
    (("man", "self", ""), 27),
    (("man", "other", ""), 27),
    (("agency", "", "child_welfare"), 126),
    (("agency", "", "police"), 90),
    (("agency", "", "nav"), 90),
    (("agency", "", "shelter"), 54),
    (("agency", "", "health"), 54),
    (("agency", "", "lawyer"), 36),
    (("agency", "", "other"), 108),
)
REASON: Final = (("violence", 225), ("follow_up", 449), ("guidance", 225))
MINORITY: Final = (("yes", 440), ("no", 439), ("unknown", 20))


@dataclass(frozen=True)
class SeedCall:
    """A row of the seed year; its fields are the columns, empty where the question was not asked.

    `occurred_at` is local civil time to the hour (`2016-07-14T23`).
    """

    occurred_at: str
    caller: str
    behalf: str
    agency: str
    reason: str
    crisis: str
    minority: str


def seed_year() -> tuple[SeedCall, ...]:
    """Make all 899 calls of the year, in time order."""
    # No stride shares a factor with 899, so none skips a call; these leave the answers independent.
    whos, reasons, minorities = _spread(WHO, 156), _spread(REASON, 235), _spread(MINORITY, 652)
    rows = zip(_hours_and_crises(), whos, reasons, minorities, strict=True)
    return tuple(SeedCall(hour, *who, reason, crisis, minority) for (hour, crisis), who, reason, minority in rows)


def seed_year_csv() -> str:
    """Write the seed year as `vaktlogg import` reads it: comma, a header, one call a line."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(field.name for field in fields(SeedCall))
    writer.writerows(astuple(call) for call in seed_year())
    return file.getvalue()


def _spread(counts: tuple[tuple[Answer, int], ...], stride: int) -> list[Answer]:
    """Strew each answer evenly, as often as counted: a ring of equal answers in a row, read in strides."""
    ring = [answer for answer, count in counts for _ in range(count)]
    return [ring[place * stride % len(ring)] for place in range(len(ring))]


def _hours_and_crises() -> Iterator[tuple[str, str]]:
    """Strew the calls, and the crises among them, evenly over each month and the waking day."""
    for month, (calls, crises) in enumerate(zip(CALLS_BY_MONTH, CRISES_BY_MONTH, strict=True), start=1):
        days = calendar.monthrange(2016, month)[1]
        for call in range(calls):
            day, part = divmod(call * days, calls)
            hour = 8 + part * 15 // calls
            crisis = "yes" if (call + 1) * crises // calls > call * crises // calls else "no"
            yield f"2016-{month:02}-{day + 1:02}T{hour:02}", crisis
