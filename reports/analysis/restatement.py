"""Whether a period's figures have changed since they were reported."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from pydantic import BaseModel

from reports.analysis.period import Period
from reports.analysis.tally import MonthTally, QuestionTally, Tally, tally_json
from storage.forms.form import Form
from storage.forms.question import Option, Outcome, Question


class ReportedAnswers(BaseModel):
    """One question's answers as reported; whatever is missing was zero."""

    asked: int = 0
    unknown: int = 0
    options: dict[str, int] = {}


class ReportedTally(BaseModel):
    """A tally as reported, read from the JSON of `as_reported`; whatever is missing was zero."""

    form: str
    total: int = 0
    outcomes: dict[Outcome, int] = {}
    questions: dict[str, ReportedAnswers] = {}
    months: dict[str, MonthTally] = {}

    def of(self, question: Question) -> ReportedAnswers:
        """Return the answers to a question."""
        return self.questions.get(question.key, ReportedAnswers())


@dataclass(frozen=True)
class Restatement:
    """A period whose figures have changed since they were reported.

    ``now`` and ``reported`` are the totals, which may be equal; ``tally`` is the present one, `as_reported`.
    """

    period: Period
    now: int
    reported: int
    tally: str

    @classmethod
    def of(cls, form: Form, tally: Tally, reported: str) -> Self | None:
        """Compare a tally with one that was reported, `as_reported`; None where at most the form has changed."""
        before = ReportedTally.model_validate_json(reported)
        if before.form != tally.form or _is_the_same(form, tally, before):
            return None
        return cls(tally.period, tally.total, before.total, as_reported(tally))


def as_reported(tally: Tally) -> str:
    """Return a tally as it is kept with its delivery: canonical JSON, without zeros because options are added."""
    return json.dumps(_without_zeros(tally_json(tally)), sort_keys=True, separators=(",", ":"))


def _without_zeros(counted: object) -> object:
    if not isinstance(counted, dict):
        return counted
    kept = {key: _without_zeros(value) for key, value in counted.items()}
    return {key: value for key, value in kept.items() if value not in (0, {})}


def _is_the_same(form: Form, tally: Tally, reported: ReportedTally) -> bool:
    """Tell whether nothing differs but what has been renamed, added or removed in the form since.

    Answers that come with a departure correct nothing.
    """
    with_highlighted = _highlights_as_now(form, reported)
    return (
        all(reported.outcomes.get(outcome, 0) == n for outcome, n in tally.outcomes.items())
        and (
            form.stays_open
            or all(_same_answers(q, tally.questions[q.key], reported.of(q)) for q in form.questions)
        )
        and all(
            now.total == then.total and (now.highlighted == then.highlighted or not with_highlighted)
            for now, then in ((now, reported.months.get(name, MonthTally())) for name, now in tally.months.items())
        )
    )


def _same_answers(question: Question, now: QuestionTally, reported: ReportedAnswers) -> bool:
    return (
        now.asked == reported.asked
        and now.unknown in _unknown(question, now, reported)
        and all(n in _known(question, question.option(key), reported) for key, n in now.options.items())
    )


def _known(question: Question, option: Option, reported: ReportedAnswers) -> range:
    """Return the counts of an option that would be no correction."""
    if option.key in question.now_called:
        return range(1)
    return _together(question, [reported.options.get(key, 0) for key in (option.key, *option.was)])


def _unknown(question: Question, now: QuestionTally, reported: ReportedAnswers) -> range:
    """Return the counts of "not known" that would be no correction; any, where the form has no such answer."""
    unknown = [option for option in question.options if option.unknown]
    if not unknown:
        return range(now.unknown, now.unknown + 1)
    earlier = [reported.options.get(key, 0) for option in unknown for key in option.was]
    return _together(question, [reported.unknown, *earlier])


def _together(question: Question, parts: Sequence[int]) -> range:
    """Return what merged answers may add up to: one record may have given several of them."""
    least = max(parts) if question.takes_several else sum(parts)
    return range(least, sum(parts) + 1)


def _highlights_as_now(form: Form, reported: ReportedTally) -> bool:
    """Tell whether the answer that was highlighted is the one that is highlighted now."""
    highlighted = sum(month.highlighted for month in reported.months.values())
    answers = ((form.by_key[key], option) for key, option in form.highlight.items())
    return any(highlighted in _known(q, q.option(option), reported.of(q)) for q, option in answers)
