"""Invented calls for the practice desk: usual years of a centre, about nobody."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Final, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from storage.forms.form import Form
from storage.forms.question import Outcome
from storage.records.records import Draft

T = TypeVar("T")
Shares: TypeAlias = tuple[tuple[T, float], ...]

# January to December of a usual year.
CALLS: Final = (84, 58, 70, 74, 70, 72, 98, 64, 88, 76, 74, 71)
CRISES: Final = (19, 7, 11, 14, 11, 11, 12, 7, 14, 17, 14, 13)

# Midnight to midnight, in percent of a day's calls.
HOURS: Final = (2, 1, 1, 1, 1, 1, 1, 3, 7, 9, 9, 9, 8, 9, 8, 6, 4, 3, 3, 3, 3, 3, 3, 2)

OUTCOMES: Final[Shares[Outcome]] = (("registered", 95.5), ("unspecified", 1.5), ("irrelevant", 2), ("declined", 1))
CALLERS: Final[Shares[str]] = (("agency", 62), ("woman", 32), ("man", 6), ("unknown", 1.5))
BEHALF: Final[Shares[str]] = (("self", 50), ("other", 50))
AGENCIES: Final[Shares[str]] = (
    ("child_welfare", 14),
    ("police", 10),
    ("nav", 10),
    ("shelter", 6),
    ("health", 6),
    ("other", 12),
    ("lawyer", 4),
)
REASONS: Final[Shares[str]] = (("violence", 25), ("follow_up", 50), ("guidance", 25), ("unknown", 1.5))
MINORITY: Final[Shares[str]] = (("yes", 47), ("no", 47), ("unknown", 6))
ASIDES: Final[Shares[str]] = (("silent", 40), ("other", 60))

DAYS_A_MONTH: Final = 365.25 / 12
MOST_AN_HOUR: Final = max(CALLS) / DAYS_A_MONTH * max(HOURS) / 100

# Drawn in UTC, so that no call falls in the hour that is skipped in March.
ZONE: Final = ZoneInfo("Europe/Oslo")


def invented_calls(form: Form, first: date, after: date, chance: Random) -> Iterator[Draft]:
    """Invent calls for the default form from `first` until the day before `after`, in time order.

    The same chance gives the same calls, and a longer stretch begins with those of a shorter one.
    """
    for number, local in enumerate(_moments(first, after, chance)):
        outcome = _drawn(OUTCOMES, chance)
        answers = _answers(outcome, local.month, chance)
        yield Draft(form, f"{local:%Y-%m-%dT%H}", outcome, answers, f"invented:{first}:{number}")


def _moments(first: date, after: date, chance: Random) -> Iterator[datetime]:
    """Yield random local times, as many as is usual for their month and hour."""
    moment, end = _midnight(first), _midnight(after)
    while (moment := moment + timedelta(hours=chance.expovariate(MOST_AN_HOUR))) < end:
        local = moment.astimezone(ZONE)
        expected = CALLS[local.month - 1] / DAYS_A_MONTH * HOURS[local.hour] / 100
        if chance.random() * MOST_AN_HOUR < expected:
            yield local


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE).astimezone(UTC)


def _answers(outcome: str, month: int, chance: Random) -> dict[str, str]:
    if outcome == "irrelevant":
        return {"aside": _drawn(ASIDES, chance)}
    if outcome != "registered":
        return {}
    return {
        **_who(chance),
        "reason": _drawn(REASONS, chance),
        "crisis": "yes" if chance.random() * CALLS[month - 1] < CRISES[month - 1] else "no",
        "minority": _drawn(MINORITY, chance),
    }


def _who(chance: Random) -> dict[str, str]:
    caller = _drawn(CALLERS, chance)
    if caller == "agency":
        return {"caller": caller, "agency": _drawn(AGENCIES, chance)}
    # The form's first screen has no button for a private caller of unknown gender on a known person's behalf.
    return {"caller": caller, "behalf": caller if caller == "unknown" else _drawn(BEHALF, chance)}


def _drawn(shares: Shares[T], chance: Random) -> T:
    return chance.choices([option for option, _ in shares], [weight for _, weight in shares])[0]
