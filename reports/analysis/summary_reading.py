"""Reading what a summary is made from: counts, coverage, earlier reports, and the register's own history."""

from collections.abc import Iterator, Sequence
from datetime import date

from reports.analysis.baseline import Baseline
from reports.analysis.dispersions import dispersions_of
from reports.analysis.month_rows import rows_by_month
from reports.analysis.period import Days, Period
from reports.analysis.record_reading import RecordReading
from reports.analysis.register_use import RegisterUse
from reports.analysis.stay_reading import StayReading
from reports.analysis.summary import EarlierYear, Summary, SummaryRows, days_needed, summarise
from reports.analysis.tally import Tally, tally
from reports.analysis.typed_figures import typed_figures
from reports.inference.dispersion import MOST
from storage.figures.counts import Counts
from storage.forms.form import Form
from storage.turns import give_way

YEARS = 10
"""A line of years has at most so many."""


Reading = RecordReading | StayReading


def reading_of(counts: Counts, form: Form, today: date) -> Reading:
    """Return what reads the figures of a form."""
    return StayReading(counts, form, today) if form.stays_open else RecordReading(counts, form, today)


async def summary_of(counts: Counts, form: Form, period: Period, today: date) -> Summary:
    """Read the counts of a period and summarise them. Raises a `DatabaseFault`."""
    reading = reading_of(counts, form, today)
    days, here = days_needed(period, today), period.so_far(today)
    compared = [period.name, *(told.a_year_before.name for told in (period, period.within("year")))]
    use = await reading.use()
    history = await _history(reading, here.after, use)
    now, before = await reading.rows(days), await reading.rows(days.a_year_before)
    rows = SummaryRows(
        now=now,
        before=before,
        use=use,
        late=await counts.late(form.key, here.first, here.after),
        typed=await typed_figures(counts, form, compared),
        coverage={
            told: await counts.coverage(form.key, told.first, told.after) for told in set(_covered(period, here))
        },
        dispersions=await dispersions_of(form, history),
        history=history,
        years=await earlier_years(reading, period, use),
        tallies=await reading.tallies(period, here, now, before),
    )
    await give_way()
    return summarise(form, period, today, rows)


def _covered(period: Period, here: Days) -> Iterator[Days]:
    """Give the days whose coverage is asked for: the period's, the year's so far, and the same a year before."""
    if period.kind != "days":
        yield from (here, here.a_year_before)
        year = Days(period.within("year").first, here.after)
        yield from (year, year.a_year_before)
    elif here.is_of_whole_months:  # declined calls are counted by month, so a part of one has no coverage
        yield from (here, here.a_year_before)


async def _history(reading: Reading, after: date, use: RegisterUse) -> list[Tally]:
    """Count the latest whole months before a day in which the register was in use, a year at a time."""
    last = Period.containing(after, "month").earlier
    months = [last]
    while len(months) < MOST:
        months.append(months[-1].earlier)
    used = [month for month in reversed(months) if use.covers(month.days)]
    tallies = []
    for year in dict.fromkeys(month.within("year") for month in used):
        mine = [month for month in used if month.first in year.days]
        rows = rows_by_month(await reading.begun(Days(mine[0].first, mine[-1].after)))
        for month in mine:
            await give_way()
            tallies.append(tally(reading.form, month, rows.get(month.name, ())))
    return tallies


async def earlier_years(reading: Reading, period: Period, use: RegisterUse) -> Sequence[EarlierYear]:
    """Return what is known of the nine years before a year, the oldest first."""
    if period.kind != "year":
        return ()
    years, before = list[EarlierYear](), period
    for _ in range(YEARS - 1):
        before = before.earlier
        if figures := await _figures(reading, before, use):
            coverage = await reading.counts.coverage(reading.form.key, before.first, before.after)
            years.insert(0, EarlierYear(before, figures, coverage))
    return years


async def _figures(reading: Reading, year: Period, use: RegisterUse) -> Baseline | None:
    form = reading.form
    if use.covers(year.days):
        counted = await reading.answers(year, year.days)
        return Baseline.counted(form, counted) if counted.total else None
    typed = await typed_figures(reading.counts, form, [year.name])
    return Baseline.typed_in(form, typed[year.name]) if year.name in typed else None
