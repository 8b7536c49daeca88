"""How many summaries call something clear though nothing has changed."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from reports.analysis.baseline import Baseline
from reports.analysis.dispersions import dispersions_of
from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary import EarlierYear, Summary, SummaryRows, days_needed, summarise
from reports.analysis.tally import tally
from reports.inference.dispersion import MOST
from reports.statements.control_limits import latest_shift
from reports.statements.statements import Statements
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from tests.simulation.calls import Bunches, Register

LAST = 2025
TODAY = date(LAST + 1, 1, 3)


@dataclass(frozen=True)
class Alarms:
    """Of so many ``summaries`` how many called anything clear, and how many run charts told of a shift."""

    summaries: int
    clear: int
    shifts: int


def false_alarms(form: Form, calls: int, bunches: Bunches, years: int, rounds: int) -> Alarms:
    """Summarise the last of so many like years, and its last month's run of 24, over and over."""
    clear = shifts = 0
    for round_ in range(rounds):
        register = Register(calls, bunches, Random(f"{calls} {bunches} {years} {round_}"))
        rows = [row for year in range(LAST - years + 1, LAST + 1) for row in register.year(year)]
        clear += anything_clear(Statements(_summary(form, Period.named(str(LAST)), rows, years)))
        shifts += latest_shift(Statements(_summary(form, Period.named(f"{LAST}-12"), rows, years)).run) is not None
    return Alarms(rounds, clear, shifts)


def anything_clear(told: Statements) -> bool:
    """Tell whether anything in a summary is called clear."""
    counts = [told.total, told.year, told.highlight]
    answers = [answer for question in (*told.told, *told.added) for answer in question.answers]
    verdicts = {statement.verdict for statement in (*counts, *answers) if statement}
    trends = [told.total_trend, *(answer.trend for answer in answers)]
    return bool(verdicts & {"more", "fewer"}) or any(trends)


def _summary(form: Form, period: Period, rows: Sequence[AnswerCount], years: int) -> Summary:
    days = days_needed(period, TODAY)
    by_month = defaultdict[str, list[AnswerCount]](list)
    for row in rows:
        by_month[row.month].append(row)

    def within(stretch: Days) -> list[AnswerCount]:
        return [row for month in stretch.months for row in by_month[month]]

    names = Days(date(LAST - years + 1, 1, 1), date(LAST + 1, 1, 1)).months[-MOST:]
    history = [tally(form, Period.named(name), by_month[name]) for name in names]
    before = [Period.named(str(year)) for year in range(LAST - years + 1, LAST)] if period.kind == "year" else []
    return summarise(
        form,
        period,
        TODAY,
        SummaryRows(
            now=within(days),
            before=within(days.a_year_before),
            use=RegisterUse((Days(date(LAST - years + 1, 1, 1), TODAY),)),
            history=history,
            dispersions=asyncio.run(dispersions_of(form, history)),
            years=[
                EarlierYear(year, Baseline.counted(form, tally(form, year, within(year.days)))) for year in before
            ],
        ),
    )
