"""The figures of a house that are no tallies of answers: nights, moves, and heads."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from storage.stays.nights import HouseMonth

Heads = Mapping[str, int]
"""How many of each kind of person: `woman`, `man`, `child`."""


@dataclass(frozen=True)
class HouseFigures:
    """What a period had of nights and moves, a month at a time, and who was in the house at its ends.

    ``heads`` are those with a night in the period. ``persons`` are those whose first stay of the year it was, or
    who were in the house as it began; None where that is not asked, or the period is no year. Records that stay
    open but are no house, such as a waiting list, have no nights: they begin, end, and are open in between.
    """

    is_house: bool
    months: Mapping[str, HouseMonth]
    heads: Heads
    at_start: Heads
    at_end: Heads
    persons: Heads | None = None

    @property
    def nights(self) -> Heads:
        """The nights, by person."""
        return added(month.nights for month in self.months.values())

    @property
    def arrivals(self) -> Heads:
        """Those who came, by person."""
        return added(month.arrivals for month in self.months.values())

    @property
    def departures(self) -> Heads:
        """Those who left, by person."""
        return added(month.departures for month in self.months.values())

    def ends(self) -> Mapping[str, int]:
        """Return how many are there at the end of each month."""
        there, ends = sum(self.at_start.values()), {}
        for name, month in self.months.items():
            there += sum(month.arrivals.values()) - sum(month.departures.values())
            ends[name] = there
        return ends


def added(parts: Iterable[Heads]) -> Counter[str]:
    """Add heads, nights or moves of several months or registers up, by person."""
    together = Counter[str]()
    for part in parts:
        together.update(part)
    return together


def month_json(house: HouseFigures, month: str) -> dict[str, int]:
    """Return what the JSON of a month says of its nights and moves."""
    told = house.months.get(month, HouseMonth(month))
    nights = {"nights": sum(told.nights.values())} if house.is_house else {}
    return {**nights, "arrivals": sum(told.arrivals.values()), "departures": sum(told.departures.values())}


def house_json(house: HouseFigures) -> dict[str, object]:
    """Return what the JSON says of a whole period: of a house by person, else how many records were open."""
    moves = {"arrivals": house.arrivals, "departures": house.departures}
    ends = {"at_start": house.at_start, "at_end": house.at_end}
    if not house.is_house:
        return {"open": {key: sum(told.values()) for key, told in (moves | ends).items()}}
    figures = {"heads": house.heads, "nights": house.nights, **moves, **ends}
    persons = None if house.persons is None else dict(house.persons)
    return {"house": {**{key: dict(told) for key, told in figures.items()}, "persons": persons}}
