"""Counts by month as rows, one for each outcome and for each answer that could be given; never one a record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.analysis.form_changes import in_use
from reports.analysis.month_rows import rows_by_month
from reports.analysis.period import Days, Period
from reports.analysis.summary_reading import Reading
from reports.analysis.tally import Tally, tally
from reports.publication.release import Release
from storage.figures.history import TOTAL
from storage.forms.form import Form
from storage.forms.question import OUTCOMES, Option, Outcome, Question
from storage.turns import give_way


@dataclass(frozen=True)
class MonthCount:
    """How many records of a month have an outcome, or gave an answer; of the former question and option are empty.

    A ``count`` that is hidden is None.
    """

    form: str
    month: str
    outcome: Outcome
    question: str
    option: str
    unknown: bool
    count: int | None

    @property
    def cells(self) -> tuple[object, ...]:
        """The row as it is written, yes and no as 1 and 0."""
        place = (self.form, self.month, self.outcome, self.question, self.option)
        return (*place, int(self.unknown), self.count)

    @property
    def public_cells(self) -> tuple[object, ...]:
        """The row as it is written where figures may be hidden."""
        return (*self.cells, int(self.count is None))


@dataclass(frozen=True)
class CountedMonth:
    """A month's tally, and whether the register was ``in_use`` on any of its days."""

    tally: Tally
    in_use: bool


async def counted_months(reading: Reading, days: Days) -> list[CountedMonth]:
    """Count each month of the days in which the register was in use, or that has a record of any outcome.

    Stays are of the month in which they began; a running month is counted as far as it has come. Raises a
    `DatabaseFault`.
    """
    use, since = await reading.use(), await reading.counts.since(reading.form.key)
    known = [*(stretch.first for stretch in use.stretches), *([Period.named(since).first] if since else [])]
    first = max(min(known, default=days.after), days.first)
    after = min(days.after, Period.containing(reading.today, "month").after)
    if first >= after:
        return []
    rows = rows_by_month(await reading.begun(Days(first.replace(day=1), after)))
    counted = []
    for month in map(Period.named, Days(first, after).months):
        if (in_use := use.touches(month.days)) or month.name in rows:
            told = tally(reading.form, month, rows.get(month.name, ()), month.so_far(reading.today))
            counted.append(CountedMonth(told, in_use))
            await give_way()
    return counted


def month_counts(form: Form, told: Tally) -> Iterator[MonthCount]:
    """Give a month's rows: each outcome, then every answer that could be given or was, in the form's order."""
    month = told.period.name
    for outcome in OUTCOMES:
        yield MonthCount(form.key, month, outcome, *TOTAL, unknown=False, count=told.outcomes[outcome])
    for question in form.crossable:
        answers = told.questions[question.key]
        if in_use(question, told.days) or answers.asked:
            counts = {option.key: answers.of(option)[0] for option in _told_options(question)}
            yield from _answers((form.key, month), question, counts, told.days)


def public_month_counts(release: Release) -> Iterator[MonthCount]:
    """Give the rows of a month's release; of who declined or came in error, nothing is told."""
    form, told = release.form, release.now
    month, days = told.period.name, told.period.days
    for outcome, count in told.outcomes.items():
        yield MonthCount(form.key, month, outcome, *TOTAL, unknown=False, count=count)
    for question in form.crossable:
        counts = {option.key: told.count(question, option) for option in _told_options(question)}
        if in_use(question, days) or any(count != 0 for count in counts.values()):
            yield from _answers((form.key, month), question, counts, days)


def _answers(
    place: tuple[str, str], question: Question, counts: Mapping[str, int | None], days: Days
) -> Iterator[MonthCount]:
    """Give a question's rows; an answer that was not in use and that nobody gave has none."""
    for option in _told_options(question):
        count = counts[option.key]
        if count != 0 or in_use(option, days):
            yield MonthCount(*place, "registered", question.key, option.key, option.unknown, count)


def _told_options(question: Question) -> list[Option]:
    """Return the options that are counted, of those that stand for "not known" the one that is told of."""
    return [option for option in question.counted_options if not option.unknown or option == question.not_known]
