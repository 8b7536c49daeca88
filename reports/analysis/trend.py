"""The months and tertials that an album shows: the tallies of consecutive periods, counted from one query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reports.analysis.month_rows import rows_by_month
from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.tally import Tally, tally
from storage.figures.counts import AnswerCount, Counts
from storage.forms.form import Form
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


async def trend_of(counts: Counts, form: Form, period: Period, today: date, use: RegisterUse) -> Trend:
    """Count what the album of a tertial needs, a year before up to the same day. Raises a `DatabaseFault`."""
    tertials = [period.within("tertial")]
    while len(tertials) < TERTIALS:
        tertials.insert(0, tertials[0].earlier)
    here = period.so_far(today)
    before = here.a_year_before
    rows = await rows_by_month(counts, form, Days(min(tertials[0].first, here.first), here.after))
    rows_before = await rows_by_month(counts, form, before)
    months, months_before = ([Period.named(name) for name in days.months] for days in (here, before))
    return Trend(
        months=(
            *await _counted(form, [month for month in months_before if use.covers(month.days)], rows_before),
            *await _counted(form, _used(months, today, use), rows),
        ),
        tertials=await _counted(form, _used(tertials, today, use), rows),
    )


def _used(periods: Sequence[Period], today: date, use: RegisterUse) -> list[Period]:
    """Return the periods on all days of which, as far as they have come, the register was in use."""
    return [period for period in periods if period.first <= today and use.covers(period.so_far(today))]


async def _counted(
    form: Form, periods: Sequence[Period], rows: Mapping[str, Sequence[AnswerCount]]
) -> tuple[Tally, ...]:
    """Tally each period from the rows of its months, yielding to other tasks in between."""
    tallies = []
    for period in periods:
        tallies.append(tally(form, period, [row for month in period.months for row in rows.get(month, ())]))
        await give_way()
    return tuple(tallies)
