"""Reading what a summary is made from: counts, coverage, earlier reports, and the register's own history."""

from collections.abc import Iterator, Sequence
from datetime import date

from reports.analysis.baseline import Baseline
from reports.analysis.dispersions import dispersions_of
from reports.analysis.month_rows import rows_by_month
from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary import EarlierYear, Summary, SummaryRows, days_needed, summarise
from reports.analysis.tally import Tally, tally
from reports.inference.dispersion import MOST
from storage.figures.counts import AnswerCount, Counts
from storage.forms.form import Form
from storage.turns import give_way

YEARS = 10
"""A line of years has at most so many."""


async def summary_of(counts: Counts, form: Form, period: Period, today: date) -> Summary:
    """Read the counts of a period and summarise them. Raises a `DatabaseFault`."""
    days, here = days_needed(period, today), period.so_far(today)
    compared = [period.name, *(told.a_year_before.name for told in (period, period.within("year")))]
    use = RegisterUse.of(await counts.edge_days(form.key), today)
    history = await _history(counts, form, here.after, use)
    now = await counts.between(form.key, days.first, days.after)
    before = await counts.between(form.key, days.a_year_before.first, days.a_year_before.after)
    rows = SummaryRows(
        now=now,
        before=before,
        use=use,
        late=await counts.late(form.key, here.first, here.after),
        typed=await counts.history.of(form.key, compared),
        coverage={
            told: await counts.coverage(form.key, told.first, told.after) for told in set(_covered(period, here))
        },
        dispersions=await dispersions_of(form, history),
        history=history,
        years=await earlier_years(counts, form, period, use),
        tallies=await _tallies(form, period, here, now, before),
    )
    await give_way()
    return summarise(form, period, today, rows)


async def _tallies(
    form: Form, period: Period, here: Days, now: Sequence[AnswerCount], before: Sequence[AnswerCount]
) -> dict[Days, Tally]:
    """Make the tallies that take longest, yielding to other tasks in between."""
    tallies = {}
    for told, days, rows in ((period, here, now), (period.a_year_before, here.a_year_before, before)):
        if not days.is_longer_than_a_year:
            tallies[days] = tally(form, told, rows, days)
        await give_way()
    return tallies


def _covered(period: Period, here: Days) -> Iterator[Days]:
    """Give the days whose coverage is asked for: the period's, the year's so far, and the same a year before."""
    if period.kind != "days":
        yield from (here, here.a_year_before)
        year = Days(period.within("year").first, here.after)
        yield from (year, year.a_year_before)
    elif here.is_of_whole_months:  # declined calls are counted by month, so a part of one has no coverage
        yield from (here, here.a_year_before)


async def _history(counts: Counts, form: Form, after: date, use: RegisterUse) -> list[Tally]:
    """Count the latest whole months before a day in which the register was in use, a year at a time."""
    last = Period.containing(after, "month").earlier
    months = [last]
    while len(months) < MOST:
        months.append(months[-1].earlier)
    used = [month for month in reversed(months) if use.covers(month.days)]
    tallies = []
    for year in dict.fromkeys(month.within("year") for month in used):
        mine = [month for month in used if month.first in year.days]
        rows = await rows_by_month(counts, form, Days(mine[0].first, mine[-1].after))
        for month in mine:
            await give_way()
            tallies.append(tally(form, month, rows.get(month.name, ())))
    return tallies


async def earlier_years(counts: Counts, form: Form, period: Period, use: RegisterUse) -> Sequence[EarlierYear]:
    """Return what is known of the nine years before a year, the oldest first."""
    if period.kind != "year":
        return ()
    years, before = list[EarlierYear](), period
    for _ in range(YEARS - 1):
        before = before.earlier
        if figures := await _figures(counts, form, before, use):
            coverage = await counts.coverage(form.key, before.first, before.after)
            years.insert(0, EarlierYear(before, figures, coverage))
    return years


async def _figures(counts: Counts, form: Form, year: Period, use: RegisterUse) -> Baseline | None:
    if use.covers(year.days):
        counted = tally(form, year, await counts.together(form.key, year.first, year.after))
        return Baseline.counted(form, counted) if counted.total else None
    typed = await counts.history.of(form.key, [year.name])
    return Baseline.typed_in(form, typed[year.name]) if year.name in typed else None
