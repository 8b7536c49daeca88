"""The house in other years: heads and nights, counted where registers were in use, else from earlier reports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.analysis.house import Heads, added
from reports.analysis.period import Period
from reports.analysis.stay_reading import StayReading
from storage.figures.history import HEADS, NIGHTS, PrintedFigure

YEARS = 10
"""So many years are told at most."""


@dataclass(frozen=True)
class HouseYear:
    """A year's heads and nights, by person; a person of whom nothing is known is left out.

    ``typed`` tells that anything of it is as an earlier report prints it, ``counted`` that anything is counted,
    and ``part`` that it is not over.
    """

    period: Period
    heads: Heads
    nights: Heads
    typed: bool = False
    counted: bool = False
    part: bool = False


async def house_years(readings: Sequence[StayReading], period: Period) -> Sequence[HouseYear]:
    """Return the years up to a period's own, from the first of which anything is known.

    Of an earlier year in which a register was not in use all the time only an earlier report tells. Raises a
    `DatabaseFault`.
    """
    years, year = [await _told(readings, period, own=True)], period
    while len(years) < YEARS:
        year = year.earlier
        years.insert(0, await _told(readings, year))
    known = [place for place, told in enumerate(years) if told.heads or told.nights]
    return years[known[0] :] if known else ()


async def nights_by_month(readings: Sequence[StayReading], period: Period) -> Mapping[str, Heads]:
    """Return the nights of a period's months by person, of each register that was in use in all of it.

    Where one was not, the months that an earlier report tells of are known. Raises a `DatabaseFault`.
    """
    months: dict[str, list[Heads]] = {}
    for reading in readings:
        if (await reading.use()).covers(period.days):
            house = await reading.house(period, period.days)
            told = {name: _of_everybody(reading, month.nights) for name, month in house.months.items()}
        else:
            typed = await reading.counts.history.of(reading.form.key, period.months)
            told = {name: _printed(figures, NIGHTS) for name, figures in typed.items()}
        for name, nights in told.items():
            months.setdefault(name, []).append(nights)
    return {name: added(parts) for name, parts in months.items()}


async def _told(readings: Sequence[StayReading], period: Period, *, own: bool = False) -> HouseYear:
    parts = [await _of_register(reading, period, own=own) for reading in readings]
    return HouseYear(
        period=period,
        heads=added(part.heads for part in parts),
        nights=added(part.nights for part in parts),
        typed=any(part.typed for part in parts),
        counted=any(part.counted for part in parts),
        part=bool(readings) and period.running(readings[0].today),
    )


async def _of_register(reading: StayReading, period: Period, *, own: bool) -> HouseYear:
    """Return what one register says of a period: counted, typed in, or nothing."""
    days, use = period.so_far(reading.today), await reading.use()
    if use.covers(days) or (own and use.touches(days)):
        house = await reading.house(period, days)
        told = _of_everybody(reading, house.heads), _of_everybody(reading, house.nights)
        return HouseYear(period, *told, counted=True)
    typed = (await reading.counts.history.of(reading.form.key, [period.name])).get(period.name, {})
    heads, nights = _printed(typed, HEADS), _printed(typed, NIGHTS)
    return HouseYear(period, heads, nights, typed=bool(heads or nights))


def _of_everybody(reading: StayReading, heads: Heads) -> Heads:
    """Return heads or nights that were counted, 0 of those who were none."""
    return {person: heads.get(person, 0) for person in reading.form.persons}


def _printed(typed: Mapping[tuple[str, str], PrintedFigure], what: str) -> Heads:
    """Return what an earlier report prints of heads or nights, by person."""
    return {
        person: figure.count
        for (asked, person), figure in typed.items()
        if asked == what and figure.count is not None
    }
