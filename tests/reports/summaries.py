"""Summaries made of few words, for the tests of words and pictures."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from reports.analysis.baseline import Baseline, Figures
from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary import EarlierYear, Summary, SummaryRows, days_needed, summarise
from reports.analysis.tally import Tally, tally
from reports.words.language import Code, Language
from reports.words.limits import Limits
from reports.words.report_wording import ReportWording
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.figures.coverage import Coverage
from storage.forms.form import Form
from tests.reports.forms import call_form

TODAY = date(2026, 11, 22)
CODES: tuple[Code, ...] = ("nb", "nn", "en")
LIMITS = Limits(caption=1024, text=4096)
PLAIN: Mapping[str, str | list[str]] = {
    "caller": "agency",
    "agency": "nav",
    "reason": "guidance",
    "crisis": "no",
    "minority": "no",
}
CRISIS: Mapping[str, str | list[str]] = {**PLAIN, "crisis": "yes"}


def months(*totals: tuple[str, int], answers: Mapping[str, str | list[str]] = PLAIN) -> list[AnswerCount]:
    """Register so many calls with the same answers in each of these months."""
    return [AnswerCount(month, "registered", answers, calls) for month, calls in totals]


def summary(name: str, rows: list[AnswerCount], form: Form | None = None, today: date = TODAY) -> Summary:
    """Summarise a period from the rows of all years; the first month among them is the first known."""
    return summarise(form or call_form(), Period.named(name), today, summary_rows(name, rows, today))


def summary_rows(name: str, rows: list[AnswerCount], today: date = TODAY) -> SummaryRows:
    """Choose from the rows of all years those that a period is summarised from."""
    days = days_needed(Period.named(name), today)
    now = [row for row in rows if row.month in days.months]
    before = [row for row in rows if row.month in days.a_year_before.months]
    return SummaryRows(now, before, used_since_first(rows, today))


def month_tallies(rows: list[AnswerCount]) -> list[Tally]:
    """Count each month among the rows by itself, as a register's own history has them."""
    return [
        tally(call_form(), Period.named(month), [row for row in rows if row.month == month])
        for month in sorted({row.month for row in rows})
    ]


def counted_year(name: str, rows: list[AnswerCount], form: Form | None = None) -> EarlierYear:
    """Count a year before from the rows of all years."""
    year, told = Period.named(name), form or call_form()
    return EarlierYear(year, Baseline.counted(told, tally(told, year, rows)))


def printed_year(name: str, figures: Figures, form: Form | None = None) -> EarlierYear:
    """Take a year before from an earlier report."""
    return EarlierYear(Period.named(name), Baseline.typed_in(form or call_form(), figures))


def with_coverage(told: Summary, now: Coverage, before: Coverage | None = None) -> Summary:
    """Let so much be known of the calls of a summary's period, and of those a year before."""
    known = replace(told.period_counts, coverage=now, coverage_before=before or Coverage())
    return replace(told, period_counts=known)


def used_since_first(rows: list[AnswerCount], today: date = TODAY) -> RegisterUse:
    """Let the register be in use from the first month among the rows until today."""
    first = min((row.month for row in rows), default=None)
    return RegisterUse((Days(Period.named(first).first, today + timedelta(days=1)),) if first else ())


def worded(name: str, rows: list[AnswerCount], code: Code = "nb", form: Form | None = None) -> Wording:
    """Put a period into words."""
    return Wording(summary(name, rows, form), Language(code))


def reported(words: Wording, *beside: Wording) -> ReportWording:
    """Make a report of a wording, told with those ``beside`` it."""
    return ReportWording(words.summary.period.name, words, beside)
