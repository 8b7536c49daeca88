"""The trend of a form over years: the tallies of consecutive periods, counted from one query."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.analysis.baseline import Baseline
from reports.analysis.form_changes import in_use
from reports.analysis.period import Kind, Period
from reports.analysis.tally import Tally, tally
from storage.figures.counts import AnswerCount, Counts
from storage.figures.history import Typed
from storage.forms.form import Form

TERTIALS, YEARS = 9, 5
"""How many tertials and years are shown at most."""


@dataclass(frozen=True)
class YearFigures:
    """A year's total and highlighted part, None where that is not known; ``typed`` in from an earlier report."""

    name: str
    total: int
    highlighted: int | None
    typed: bool


@dataclass(frozen=True)
class Trend:
    """The periods that an album shows, oldest first; those before the first record are left out.

    ``months`` are the period's own and those a year before; ``tertials`` and ``years`` end with the period's.
    """

    months: tuple[Tally, ...]
    tertials: tuple[Tally, ...]
    years: tuple[YearFigures, ...]


async def trend_of(counts: Counts, form: Form, period: Period) -> Trend:
    """Count what the album of a closed tertial or year needs. Raises a `DatabaseFault`."""
    months = [Period.named(name) for name in (*period.a_year_before.months, *period.months)]
    tertials, years = _in_a_row(period, "tertial", TERTIALS), _in_a_row(period, "year", YEARS)
    first = min(told[0].first for told in (months, tertials, years))
    rows = defaultdict[str, list[AnswerCount]](list)
    for row in await counts.between(form.key, first, period.after):
        rows[row.month].append(row)
    since = await counts.since(form.key)
    typed = await counts.history.of(form.key, [year.name for year in years])
    return Trend(
        months=await _counted(form, months, rows, since),
        tertials=await _counted(form, tertials, rows, since),
        years=_years(await _counted(form, years, rows, since), years, form, typed),
    )


def _years(counted: Sequence[Tally], years: Sequence[Period], form: Form, typed: Typed) -> tuple[YearFigures, ...]:
    told = {}
    for year in counted:
        asked = all(in_use(form.by_key[key], year.days) for key in form.highlight)
        highlighted = year.highlighted if asked else None
        told[year.period.name] = YearFigures(year.period.name, year.total, highlighted, typed=False)
    for name, figures in typed.items():
        before = Baseline.typed_in(form, figures)
        if name not in told and before.total is not None:
            told[name] = YearFigures(name, before.total, before.highlighted, typed=True)
    return tuple(told[year.name] for year in years if year.name in told)


def _in_a_row(period: Period, kind: Kind, most: int) -> list[Period]:
    row = [period.within(kind)]
    while len(row) < most:
        row.insert(0, row[0].earlier)
    return row


async def _counted(
    form: Form, periods: Sequence[Period], rows: Mapping[str, Sequence[AnswerCount]], since: str | None
) -> tuple[Tally, ...]:
    """Tally each period from the rows of its months, yielding to other tasks in between."""
    tallies = []
    for period in periods:
        if since is not None and since <= period.months[0]:
            tallies.append(tally(form, period, [row for month in period.months for row in rows.get(month, ())]))
            await asyncio.sleep(0)
    return tuple(tallies)
