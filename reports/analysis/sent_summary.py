"""A summary with the figures that its report held when it was delivered, before late entries and corrections."""

from dataclasses import replace

from reports.analysis.restatement import ReportedTally
from reports.analysis.summary import Summary, TallyComparison
from reports.analysis.tally import MonthTally, QuestionTally, Tally, as_called_now
from storage.forms.form import Form
from storage.forms.question import OUTCOMES, Question


def sent_summary(summary: Summary, reported: str, report: str) -> Summary | None:
    """Return a summary whose own figures are those of a delivered ``report``, given its tally `as_reported`.

    The year before stands as it is known today. What a report does not keep is left out: late entries, coverage,
    the year so far, and nights. None where the report was about another form.
    """
    told = ReportedTally.model_validate_json(reported)
    if told.form != summary.form.key:
        return None
    now = _tally(summary.form, summary.now, told)
    return replace(
        summary,
        period_counts=TallyComparison(now, summary.before),
        year=None,
        months={**summary.months, **now.months},
        late=0,
        sent_in=report,
    )


def _tally(form: Form, now: Tally, told: ReportedTally) -> Tally:
    """Read a reported tally, its answers by their present keys."""
    registered = told.outcomes.get("registered", 0)
    months = {name: _month(told, name) for name in now.period.months}
    return replace(
        now,
        outcomes={outcome: told.outcomes.get(outcome, 0) for outcome in OUTCOMES},
        highlighted=sum(month.highlighted for month in months.values()),
        questions={q.key: _question(q, now.questions[q.key], told, registered) for q in form.questions},
        months=months,
        house=None,
    )


def _month(told: ReportedTally, name: str) -> MonthTally:
    """Return a month's counts; a report keeps no number of those who were asked what is highlighted."""
    month = told.months.get(name, MonthTally())
    return replace(month, asked=month.total)


def _question(question: Question, now: QuestionTally, told: ReportedTally, registered: int) -> QuestionTally:
    answers = told.of(question)
    counted = dict.fromkeys(now.options, 0)
    for key, count in answers.options.items():
        for called in as_called_now(question.now_called, [key]):
            if called in counted:
                counted[called] += count
    of_all = question.base == "all" or question.later
    base = registered if of_all else answers.asked - answers.unknown
    return QuestionTally(answers.asked, answers.unknown, counted, base if now.base or not of_all else 0)
