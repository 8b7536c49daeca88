"""Summaries made of few words, for the tests of words and pictures."""

from collections.abc import Mapping
from datetime import date

from reports.analysis.period import Period
from reports.analysis.summary import Summary, SummaryRows, days_needed, summarise
from reports.words.language import Code, Language
from reports.words.limits import Limits
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
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
    period = Period.named(name)
    days = days_needed(period, today)
    now = [row for row in rows if row.month in days.months]
    before = [row for row in rows if row.month in days.a_year_before.months]
    since = min((row.month for row in rows), default=None)
    return summarise(form or call_form(), period, today, SummaryRows(now, before, since))


def worded(name: str, rows: list[AnswerCount], code: Code = "nb", form: Form | None = None) -> Wording:
    """Put a period into words."""
    return Wording(summary(name, rows, form), Language(code))
