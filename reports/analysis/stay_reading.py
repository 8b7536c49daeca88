"""Reading what a summary of stays is made from: each stay once in every stretch, and the nights in the house."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from reports.analysis.house import Heads, HouseFigures
from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.tally import Tally, by_month, tally
from storage.figures.counts import AnswerCount, Counts
from storage.forms.form import Form
from storage.stays.nights import Nights
from storage.stays.present import StayCounts, in_bands
from storage.turns import give_way


class StayReading:
    """Reads the stays of a form as they are known on a day."""

    def __init__(self, counts: Counts, form: Form, today: date) -> None:
        """Read beside other ``counts``."""
        self.counts, self.form, self.today = counts, form, today
        self._stays = StayCounts(counts.database, form)
        self._nights = Nights(counts.database)
        self._use: RegisterUse | None = None

    async def use(self) -> RegisterUse:
        """Tell since when the register is in use, and where it was not. Raises a `DatabaseFault`."""
        if self._use is None:
            self._use = RegisterUse.of(await self._stays.edge_days(self.today), self.today)
        return self._use

    async def together(self, days: Days) -> Sequence[AnswerCount]:
        """Return the stays with a midnight among the days, each once. Raises a `DatabaseFault`."""
        return await self._stays.between(days.first, days.after, self.today)

    async def begun(self, days: Days) -> Sequence[AnswerCount]:
        """Return the stays that began on the days, by their month. Raises a `DatabaseFault`."""
        counted = await self.counts.between(self.form.key, days.first, days.after)
        return [row._replace(answers=in_bands(self.form, row.answers)) for row in counted]

    async def rows(self, days: Days) -> Sequence[AnswerCount]:
        """Return for each month the stays with a midnight in it. Raises a `DatabaseFault`."""
        rows: list[AnswerCount] = []
        for name in days.months:
            month = Period.named(name).days
            rows += await self.together(Days(max(month.first, days.first), min(month.after, days.after)))
        return rows

    async def answers(self, period: Period, days: Days) -> Tally:
        """Count the stays with a midnight among the days, each once, and nothing by month.

        Raises a `DatabaseFault`.
        """
        return tally(self.form, period, await self.together(days), days)

    async def tally(self, period: Period, days: Days, rows: Sequence[AnswerCount] | None = None) -> Tally:
        """Count the same, and by month, from the ``rows`` of months where they are read. Raises a `DatabaseFault`.

        Nights and moves are known of whole months, of a running one up to today.
        """
        counted = await self.answers(period, days)
        months = by_month(self.form, period.months, await self.rows(days) if rows is None else rows)
        whole = days.first.day == 1 and (days.after.day == 1 or days.after > self.today)
        return replace(counted, months=months, house=await self.house(period, days) if whole else None)

    async def tallies_of(self, periods: Sequence[Period]) -> Sequence[Tally]:
        """Count several periods, each alone and as far as it has come. Raises a `DatabaseFault`."""
        return [await self.tally(period, period.so_far(self.today)) for period in periods]

    async def tallies(
        self, period: Period, here: Days, now: Sequence[AnswerCount], _before: Sequence[AnswerCount]
    ) -> Mapping[Days, Tally]:
        """Count every stretch that a summary tells of: no two of them can be added up.

        Of the period alone months are told. Raises a `DatabaseFault`.
        """
        tallies, year = {here: await self.tally(period, here, now)}, period.within("year")
        told_too = [] if period.kind == "days" or year.first == period.first else [year]
        for told in (period, *told_too):
            days = Days(told.first, here.after)
            if days not in tallies:
                tallies[days] = await self.answers(told, days)
            if not days.is_longer_than_a_year:
                tallies[days.a_year_before] = await self.answers(told.a_year_before, days.a_year_before)
            await give_way()
        return tallies

    async def house(self, period: Period, days: Days) -> HouseFigures:
        """Return nights, moves and heads of whole months, as far as they have come. Raises a `DatabaseFault`."""
        form, first = self.form.key, days.first.replace(day=1)
        after = Period.containing(days.last, "month").after
        months = await self._nights.months(form, first, after, self.today)
        return HouseFigures(
            is_house=self.form.house is not None,
            months={month.month: month for month in months},
            heads=await self.heads(days),
            at_start=await self._nights.at_start_of(form, first, self.today),
            at_end=await self._nights.at_start_of(form, after, self.today),
            persons=await self._persons(period, days),
        )

    async def heads(self, days: Days) -> Heads:
        """Return how many stays have a night among the days, by person. Raises a `DatabaseFault`."""
        return await self._stays.heads(days.first, days.after, self.today)

    async def _persons(self, period: Period, days: Days) -> Heads | None:
        """Return how many people the stays of a year are of; None where that is not asked, or it is no year."""
        house = self.form.house
        is_year = period.kind == "year" and days == period.so_far(self.today)
        if house is None or house.first is None or not is_year:
            return None
        return await self._nights.persons(self.form, period.first.year, self.today)
