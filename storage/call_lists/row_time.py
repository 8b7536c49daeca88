"""A time in a telephone exchange's list, in any of the ways such lists write it, on the centre's clock."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

DAY = r"(?:(\d{4})-(\d\d)-(\d\d)|(\d\d?)\.(\d\d?)\.(\d{4}))"
CLOCK = r"\d\d?:\d\d(?::\d\d(?:[.,]\d{1,6})?)?"
OFFSET = r"Z|[+-]\d\d(?::?\d\d)?"
MOMENT = re.compile(rf"{DAY}(?:(?:T|,? +)({CLOCK}) ?({OFFSET})?)?", re.ASCII)
CLOCK_ALONE = re.compile(CLOCK, re.ASCII)
SPOKEN = re.compile(r"\bkl\.? ?(?=\d)", re.ASCII | re.IGNORECASE)
DOTTED = re.compile(r"(?<![\d.:])(\d\d?)\.(\d\d)$", re.ASCII)
SOME_CLOCK = re.compile(rf"(?<![\d:+-])(?!00?:00(?::00)?(?![:\d])){CLOCK}", re.ASCII)


@dataclass(frozen=True)
class Moment:
    """A day, with the time of day and the ``offset`` from UTC where the list gives them."""

    wall: datetime
    offset: timedelta | None

    @property
    def day(self) -> date:
        """The day on the centre's clock."""
        return self.wall.date()

    def agrees_with(self, zone: tzinfo | None) -> bool:
        """Whether the offset, if any, is the one that ``zone`` had at that time."""
        return self.offset is None or self.offset in {
            self.wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)
        }

    def is_after(self, now: datetime) -> bool:
        """Whether it comes after ``now``; in the hour that autumn repeats, the first one is meant."""
        return self.wall.replace(tzinfo=now.tzinfo).astimezone(UTC) > now.astimezone(UTC)


def read_moment(text: str) -> Moment | None:
    """Read `2026-11-03 14:20:30`, `2026-11-03T14:20+01:00`, `3.11.2026 kl. 14.20`, or the day alone; else None."""
    match = MOMENT.fullmatch(_with_colons(text))
    if match is None:
        return None
    year, month, day = match.group(1, 2, 3) if match[1] else match.group(6, 5, 4)
    clock = (match[7] or "00:00").replace(",", ".")
    try:
        moment = datetime.fromisoformat(f"{year}-{month:0>2}-{day:0>2}T{clock.zfill(5)}{match[8] or ''}")
    except ValueError:
        return None
    return Moment(moment.replace(tzinfo=None), moment.utcoffset())


def is_clock(text: str) -> bool:
    """Whether the text is a time of day without its day, such as `14:20`."""
    return CLOCK_ALONE.fullmatch(_with_colons(text)) is not None


def tells_clock(text: str) -> bool:
    """Whether the text has a time of day; midnight, which Excel adds to days, is none."""
    return SOME_CLOCK.search(_with_colons(text)) is not None


def _with_colons(text: str) -> str:
    """Write `kl. 14.20` as `14:20`."""
    return DOTTED.sub(r"\1:\2", SPOKEN.sub("", text))
