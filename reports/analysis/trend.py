"""The months and tertials that an album shows: the tallies of consecutive periods, counted from few queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reports.analysis.month_rows import rows_by_month
from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary_reading import Reading
from reports.analysis.tally import Tally, tally
from storage.turns import give_way

TERTIALS = 9
"""How many tertials are shown at most."""


@dataclass(frozen=True)
class Trend:
    """The periods that an album shows, oldest first; those in which the register was not in use are left out.

    ``months`` are the period's own and those a year before; ``tertials`` end with the period.
    """

    months: tuple[Tally, ...]
    tertials: tuple[Tally, ...]


async def trend_of(reading: Reading, period: Period, use: RegisterUse) -> Trend:
    """Count what the album of a tertial needs, a year before up to the same day. Raises a `DatabaseFault`."""
    today, tertials = reading.today, [period.within("tertial")]
    while len(tertials) < TERTIALS:
        tertials.insert(0, tertials[0].earlier)
    here = period.so_far(today)
    before = here.a_year_before
    months, months_before = ([Period.named(name) for name in days.months] for days in (here, before))
    return Trend(
        months=(
            *await _counted(reading, [month for month in months_before if use.covers(month.days)], before),
            *await _counted(reading, _used(months, today, use), here),
        ),
        tertials=tuple(await reading.tallies_of(_used(tertials, today, use))),
    )


def _used(periods: Sequence[Period], today: date, use: RegisterUse) -> list[Period]:
    """Return the periods on all days of which, as far as they have come, the register was in use."""
    return [period for period in periods if period.first <= today and use.covers(period.so_far(today))]


async def _counted(reading: Reading, months: Sequence[Period], days: Days) -> tuple[Tally, ...]:
    """Tally each of the months, with the records of the days, yielding to other tasks in between."""
    rows, tallies = rows_by_month(await reading.rows(days)), []
    for month in months:
        tallies.append(tally(reading.form, month, rows.get(month.name, ())))
        await give_way()
    return tuple(tallies)
