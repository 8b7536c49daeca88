"""The whole house: the nights, moves and heads of all registers whose records stay open in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reports.analysis.house import Heads, HouseFigures, added
from reports.analysis.house_years import HouseYear, house_years, nights_by_month
from reports.analysis.period import Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.residents import Resident, residents_of
from reports.analysis.stay_reading import StayReading
from storage.figures.counts import Counts
from storage.forms.form import Form
from storage.stays.full_house import FullMonth
from storage.stays.nights import HouseMonth, Nights


@dataclass(frozen=True)
class WholeHouse:
    """A period of the house, by person: the figures of its registers together, and the years before.

    ``today`` is the report's day, ``uses`` tells by form when its register was in use, and ``full`` how full the
    house was in each month. ``nights_before`` are those of the months a year before, as far as they are known.
    """

    period: Period
    today: date
    residents: tuple[Resident, ...]
    uses: Mapping[str, RegisterUse]
    figures: HouseFigures
    full: Sequence[FullMonth]
    years: Sequence[HouseYear]
    nights_before: Mapping[str, Heads]

    @property
    def running(self) -> bool:
        """Whether the period is not over."""
        return self.period.running(self.today)

    @property
    def known_nights(self) -> int:
        """How many nights of the period a register was in use."""
        return sum(self.nights_in(month) for month in self.figures.months)

    def nights_in(self, month: str) -> int:
        """Return how many nights of a month have been and were registered: those of its days before today."""
        days = Period.named(month).days
        until = min(days.after, self.today)
        stretches = [use for register in self.uses.values() for use in register.stretches]
        begun = min((max(days.first, use.first) for use in stretches if use.after > days.first), default=until)
        return max(0, (until - begun).days)

    def knows(self, resident: Resident, month: str) -> bool:
        """Tell whether the register of such persons was in use in a month."""
        return self.uses[resident.form].touches(Period.named(month).days)

    def told(self, heads: Heads, month: str) -> Mapping[str, int | None]:
        """Return heads or nights of a month for each kind of person, None where its register was not in use."""
        return {
            resident.key: heads.get(resident.key, 0) if self.knows(resident, month) else None
            for resident in self.residents
        }

    @property
    def beds_nights(self) -> int | None:
        """How many nights the beds have together, as far as is registered; None where they are not known."""
        beds = [month.beds for month in self.full if self.nights_in(month.month)]
        if not beds or None in beds:
            return None
        return sum((month.beds or 0) * self.nights_in(month.month) for month in self.full)

    @property
    def children(self) -> frozenset[str]:
        """The persons who are no adults."""
        return frozenset(resident.key for resident in self.residents if not resident.is_adult)


async def whole_house(
    counts: Counts, forms: Sequence[Form], period: Period, today: date, beds: int | None
) -> WholeHouse:
    """Read the house in a period of whole months, as far as it has come. Raises a `DatabaseFault`."""
    days, nights = period.so_far(today), Nights(counts.database)
    readings = [StayReading(counts, form, today) for form in forms]
    month_after = Period.containing(days.last, "month").after
    keys = [form.key for form in forms]
    return WholeHouse(
        period=period,
        today=today,
        residents=residents_of(forms),
        uses={reading.form.key: await reading.use() for reading in readings},
        figures=_together([await reading.house(period, days) for reading in readings]),
        full=await nights.fullness(keys, days.first, month_after, today, beds),
        years=await house_years(readings, period) if period.kind == "year" else (),
        nights_before=await nights_by_month(readings, period.a_year_before),
    )


def _together(parts: Sequence[HouseFigures]) -> HouseFigures:
    """Add the registers up; no two of them have the same person."""
    months = {
        name: HouseMonth(
            month=name,
            nights=added(part.months[name].nights for part in parts),
            arrivals=added(part.months[name].arrivals for part in parts),
            departures=added(part.months[name].departures for part in parts),
        )
        for name in (parts[0].months if parts else ())
    }
    persons = [part.persons for part in parts if part.persons is not None]
    return HouseFigures(
        is_house=True,
        months=months,
        heads=added(part.heads for part in parts),
        at_start=added(part.at_start for part in parts),
        at_end=added(part.at_end for part in parts),
        persons=added(persons) if len(persons) == len(parts) else None,
    )
