"""A time in a telephone exchange's list, in any of the ways such lists write it, on the centre's clock."""

import re
from datetime import UTC, datetime, tzinfo

DAY = r"(?:(\d{4})-(\d\d)-(\d\d)|(\d\d?)\.(\d\d?)\.(\d{4}))"
CLOCK = r"\d\d?:\d\d(?::\d\d(?:[.,]\d{1,6})?)?"
OFFSET = r"Z|[+-]\d\d(?::?\d\d)?"
MOMENT = re.compile(rf"{DAY}(?:(?:T|,? +)({CLOCK}) ?({OFFSET})?)?", re.ASCII)
CLOCK_ALONE = re.compile(CLOCK, re.ASCII)
SPOKEN = re.compile(r"\bkl\.? ?(?=\d)", re.ASCII | re.IGNORECASE)
DOTTED = re.compile(r"(?<![\d.:])(\d\d?)\.(\d\d)$", re.ASCII)
SOME_CLOCK = re.compile(rf"(?<![\d:+-])(?!00?:00(?::00)?(?![:\d])){CLOCK}", re.ASCII)


def read_moment(text: str) -> datetime | None:
    """Read `2026-11-03 14:20:30`, `2026-11-03T14:20+01:00`, `3.11.2026 kl. 14.20`, or the day alone; else None.

    It has an offset from UTC where the text gives one, and no other zone.
    """
    match = MOMENT.fullmatch(_with_colons(text))
    if match is None:
        return None
    year, month, day = match.group(1, 2, 3) if match[1] else match.group(6, 5, 4)
    clock = (match[7] or "00:00").replace(",", ".")
    try:
        return datetime.fromisoformat(f"{year}-{month:0>2}-{day:0>2}T{clock.zfill(5)}{match[8] or ''}")
    except ValueError:
        return None


def agrees_with(moment: datetime, zone: tzinfo | None) -> bool:
    """Whether the moment's offset, if any, is the one that ``zone`` had at that time."""
    offsets = {moment.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)}
    return moment.tzinfo is None or moment.utcoffset() in offsets


def is_after(moment: datetime, now: datetime) -> bool:
    """Whether it comes after ``now``, on its clock; in the hour that autumn repeats, the first one is meant."""
    return moment.replace(tzinfo=now.tzinfo).astimezone(UTC) > now.astimezone(UTC)


def is_clock(text: str) -> bool:
    """Whether the text is a time of day without its day, such as `14:20`."""
    return CLOCK_ALONE.fullmatch(_with_colons(text)) is not None


def tells_clock(text: str) -> bool:
    """Whether the text has a time of day; midnight, which Excel adds to days, is none."""
    return SOME_CLOCK.search(_with_colons(text)) is not None


def _with_colons(text: str) -> str:
    """Write `kl. 14.20` as `14:20`."""
    return DOTTED.sub(r"\1:\2", SPOKEN.sub("", text))
