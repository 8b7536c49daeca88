"""A fact of the seed report: a share or a count as it is printed, and how exactly it is meant."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final, Literal

ABOUT: Final = Decimal(5)
"""How far a share may lie from one that the report gives as about so much, in points of per cent."""

Register = Literal["call", "consultation", "stay", "child_stay", "house"]
Unit = Literal["percent", "count", "mean"]


@dataclass(frozen=True)
class Fact:
    """What is printed of an answer, or of several together, in a year.

    ``printed`` is `58`, `8,8`, `~60` for about, or `10–20`. The question is one of the form, or a figure of the
    house: `heads`, `nights`, with the persons as options. ``base`` is given where the report prints it. What is
    ``usual`` is told of recent years together, and the year keeps to it.
    """

    figure: int | None
    register: Register
    question: str
    options: tuple[str, ...]
    printed: str
    unit: Unit = "percent"
    year: int = 2016
    base: int | None = None
    usual: bool = False

    @property
    def is_loose(self) -> bool:
        """Whether the report says about so much, or from so much to so much."""
        return not self.printed.replace(",", "").isdecimal()

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the most that the number may be, before it is rounded as it is printed."""
        ends = [Decimal(end.replace(",", ".")) for end in self.printed.removeprefix("~").split("–")]
        if self.unit == "count":
            return ends[0], ends[-1]
        slack = ABOUT if self.printed.startswith("~") else Decimal(5).scaleb(_exponent(ends[0]) - 1)
        return ends[0] - slack, ends[-1] + slack

    def holds(self, number: Decimal) -> bool:
        """Tell whether a number, per cent where it is a share, is the printed one."""
        least, most = self.bounds
        return least <= number <= most

    @property
    def text(self) -> str:
        """The number as it is printed, without "about", in bokmål: `58 %`, with a no-break space."""
        number = self.printed.removeprefix("~")
        return f"{number}\u00a0%" if self.unit == "percent" else number

    @property
    def written(self) -> str:
        """The number as we write it: shares as whole per cents."""
        if self.unit != "percent" or "–" in self.printed:
            return self.text
        number = Decimal(self.printed.removeprefix("~").replace(",", "."))
        return f"{number.quantize(Decimal(1), ROUND_HALF_EVEN)}\u00a0%"


@dataclass(frozen=True)
class Season:
    """The months with the most of something and those with the fewest; every ``high`` one is above all others."""

    figure: int
    register: Register
    what: Literal["total", "highlighted", "nights"]
    top: frozenset[int] = frozenset()
    high: frozenset[int] = frozenset()
    low: frozenset[int] = frozenset()


def shares(
    figure: int | None, register: Register, question: str, printed: Mapping[str, str], base: int | None = None
) -> tuple[Fact, ...]:
    """Return a share of 2016 for each answer, or for several together with a blank between."""
    return tuple(
        Fact(figure, register, question, tuple(keys.split()), number, base=base)
        for keys, number in printed.items()
    )


def over_years(fact: Fact, printed: Mapping[int, str]) -> tuple[Fact, ...]:
    """Return the fact as it is printed for each of these years."""
    return tuple(replace(fact, year=year, printed=number) for year, number in printed.items())


def since(first: int, numbers: str) -> dict[int, str]:
    """Return the numbers of a row of a table by year, from ``first`` on; `–` is none."""
    return {year: number for year, number in enumerate(numbers.split(), first) if number != "–"}


def _exponent(number: Decimal) -> int:
    return int(number.as_tuple().exponent)
