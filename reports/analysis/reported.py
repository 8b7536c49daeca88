"""What was said: a tally as a report told it, read under the names that the form has now."""

from collections.abc import Sequence

from pydantic import BaseModel

from reports.analysis.tally import QuestionTally, Tally
from storage.forms.form import Form
from storage.forms.question import Option, Outcome, Question


class ReportedAnswers(BaseModel):
    """One question's answers as they were told; what is left out was none."""

    asked: int = 0
    unknown: int = 0
    options: dict[str, int] = {}


class ReportedMonth(BaseModel):
    """One month as it was told."""

    total: int = 0
    highlighted: int = 0


class ReportedTally(BaseModel):
    """A tally as it was told, read from the JSON that is kept with its delivery; zeros are left out there."""

    form: str
    total: int = 0
    outcomes: dict[Outcome, int] = {}
    questions: dict[str, ReportedAnswers] = {}
    months: dict[str, ReportedMonth] = {}


def is_the_same(form: Form, tally: Tally, said: ReportedTally) -> bool:
    """Tell whether a tally is as it was said, but for what has been renamed, has come or has gone since."""
    return (
        all(said.outcomes.get(outcome, 0) == n for outcome, n in tally.outcomes.items())
        and all(_same_answers(q, tally.questions[q.key], _told(q, said)) for q in form.questions)
        and _same_months(tally, said, with_highlighted=_highlights_as_now(form, said))
    )


def _told(question: Question, said: ReportedTally) -> ReportedAnswers:
    return said.questions.get(question.key, ReportedAnswers())


def _same_answers(question: Question, now: QuestionTally, said: ReportedAnswers) -> bool:
    return (
        now.asked == said.asked
        and now.unknown in _unknown(question, now, said)
        and all(n in _known(question, question.option(key), said) for key, n in now.options.items())
    )


def _known(question: Question, option: Option, said: ReportedAnswers) -> range:
    """Return what an option's count may be now."""
    if option.key in question.now_called:
        return range(1)
    return _together(question, [said.options.get(key, 0) for key in (option.key, *option.was)])


def _unknown(question: Question, now: QuestionTally, said: ReportedAnswers) -> range:
    """Return what the count of "not known" may be now; whatever it is, where the form knows no such answer."""
    strange = [option for option in question.options if option.unknown]
    if not strange:
        return range(now.unknown, now.unknown + 1)
    return _together(question, [said.unknown, *(said.options.get(old, 0) for o in strange for old in o.was)])


def _together(question: Question, parts: Sequence[int]) -> range:
    """Return what answers counted together may come to: one record may have given several of them."""
    least = max(parts) if question.kind == "several" else sum(parts)
    return range(least, sum(parts) + 1)


def _highlights_as_now(form: Form, said: ReportedTally) -> bool:
    """Tell whether what was highlighted is what is highlighted now."""
    highlighted = sum(month.highlighted for month in said.months.values())
    return any(
        highlighted in _known(form.by_key[key], form.by_key[key].option(option), _told(form.by_key[key], said))
        for key, option in form.highlight.items()
    )


def _same_months(tally: Tally, said: ReportedTally, *, with_highlighted: bool) -> bool:
    return all(
        now.total == then.total and (now.highlighted == then.highlighted or not with_highlighted)
        for now, then in ((now, said.months.get(month, ReportedMonth())) for month, now in tally.months.items())
    )
