"""A house in which kinds of people are told together, or not at all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.analysis.house import Heads
from reports.analysis.residents import Resident
from reports.analysis.whole_house import WholeHouse
from storage.stays.nights import HouseMonth


@dataclass(frozen=True)
class ResidentGroup:
    """The kinds of people, by key, that one kind stands for."""

    resident: Resident
    members: frozenset[str]


def regrouped(house: WholeHouse, groups: Sequence[ResidentGroup]) -> WholeHouse:
    """Return a house in which each group is one kind of people; those in no group are not told of.

    Nothing is told of persons, of who came and left, nor of the months a year before.
    """
    figures = house.figures
    return replace(
        house,
        residents=tuple(group.resident for group in groups),
        figures=replace(
            figures,
            months={
                name: HouseMonth(name, summed(month.nights, groups)) for name, month in figures.months.items()
            },
            heads=summed(figures.heads, groups),
            at_start={},
            at_end={},
            persons=None,
        ),
        years=tuple(
            replace(year, heads=summed(year.heads, groups), nights=summed(year.nights, groups))
            for year in house.years
        ),
        nights_before={},
    )


def summed(heads: Heads, groups: Sequence[ResidentGroup]) -> Counter[str]:
    """Add heads or nights up by group; a group of whom nothing is known is left out."""
    known = ((group.resident.key, group.members & heads.keys()) for group in groups)
    return Counter({key: sum(heads[member] for member in members) for key, members in known if members})
