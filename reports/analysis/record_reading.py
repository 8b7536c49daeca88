"""Reading what a summary of records is made from: each is of one month, and a stretch is the sum of its months."""

from collections.abc import Mapping, Sequence
from datetime import date

from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.tally import Tally, tally
from storage.figures.counts import AnswerCount, Counts
from storage.forms.form import Form
from storage.turns import give_way


class RecordReading:
    """Reads the records of a form as they are known on a day."""

    def __init__(self, counts: Counts, form: Form, today: date) -> None:
        """Read ``counts``."""
        self.counts, self.form, self.today = counts, form, today

    async def use(self) -> RegisterUse:
        """Tell since when the register is in use, and where it was not. Raises a `DatabaseFault`."""
        return RegisterUse.of(await self.counts.edge_days(self.form.key), self.today)

    async def rows(self, days: Days) -> Sequence[AnswerCount]:
        """Return the counts of the days, a month at a time. Raises a `DatabaseFault`."""
        return await self.counts.between(self.form.key, days.first, days.after)

    async def begun(self, days: Days) -> Sequence[AnswerCount]:
        """Return the counts of the records that began on the days: all of them. Raises a `DatabaseFault`."""
        return await self.rows(days)

    async def together(self, days: Days) -> Sequence[AnswerCount]:
        """Return the counts of the days together. Raises a `DatabaseFault`."""
        return await self.counts.together(self.form.key, days.first, days.after)

    async def answers(self, period: Period, days: Days) -> Tally:
        """Count the records of the days. Raises a `DatabaseFault`."""
        return tally(self.form, period, await self.together(days), days)

    async def tallies_of(self, periods: Sequence[Period]) -> Sequence[Tally]:
        """Count several periods, each alone and as far as it has come. Raises a `DatabaseFault`."""
        if not periods:
            return ()
        first, after = min(period.first for period in periods), max(period.after for period in periods)
        rows = await self.rows(Days(first, after))
        return [tally(self.form, period, rows, period.so_far(self.today)) for period in periods]

    async def tallies(
        self, period: Period, here: Days, now: Sequence[AnswerCount], before: Sequence[AnswerCount]
    ) -> Mapping[Days, Tally]:
        """Make of rows the tallies that take longest, yielding to other tasks in between."""
        tallies = {}
        for told, days, rows in ((period, here, now), (period.a_year_before, here.a_year_before, before)):
            if not days.is_longer_than_a_year:
                tallies[days] = tally(self.form, told, rows, days)
            await give_way()
        return tallies
