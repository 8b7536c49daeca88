"""A tally as it may be published: what a release hides stands as 0, and is marked as hidden."""

from collections.abc import Mapping
from dataclasses import replace

from reports.analysis.tally import MonthTally, QuestionTally, Tally
from reports.publication.listing import bases_of
from reports.publication.protected import ProtectedPeriod
from storage.forms.form import Form
from storage.forms.question import OUTCOMES, Option, Outcome, Question


def public_tally(form: Form, full: Tally, told: ProtectedPeriod, months: Mapping[str, MonthTally]) -> Tally:
    """Return what may be told of a tally, given what may be of its ``months``; nothing of nights and moves.

    The ``form`` highlights nothing where it is hidden how many are highlighted.
    """
    counting: tuple[Outcome, ...] = form.counted_outcomes if told.shows_total else ()
    return replace(
        full,
        outcomes={outcome: full.outcomes[outcome] if outcome in counting else 0 for outcome in OUTCOMES},
        highlighted=full.highlighted if form.highlight else 0,
        questions={q.key: _question(q, full.questions[q.key], told) for q in form.questions},
        months={name: months.get(name, MonthTally()) for name in full.months},
        house=None,
    )


def public_months(full: Mapping[str, MonthTally], told: ProtectedPeriod | None) -> dict[str, MonthTally]:
    """Return what may be told of months, none of them where one of the totals is hidden."""
    if told is None or not all(told.shows_month(name) for name in full):
        return {}
    return {
        name: MonthTally(
            month.total, month.highlighted if told.shows_month(name, highlighted=True) else 0, month.total
        )
        for name, month in full.items()
    }


def _question(question: Question, full: QuestionTally, told: ProtectedPeriod) -> QuestionTally:
    """Return what may be told of a question's answers; nothing of one that no registered record can answer."""
    if question not in told.form.crossable:
        return QuestionTally(0, 0, dict.fromkeys(full.options, 0), 0)
    shown = {option.key for option in question.counted_options if told.shows_answer(question, option)}
    options = {key: count if key in shown else 0 for key, count in full.options.items()}
    strange, known = question.not_known, [o for o in question.counted_options if not o.unknown]
    unknown = full.unknown if strange and strange.key in shown else 0
    hidden = frozenset(option.key for option in question.counted_options) - shown
    hides_base = not all(told.shows_base(question, option) for option in known)
    asked = sum((*options.values(), unknown)) if not question.takes_several and not hidden else None
    if asked is None and _shows_asked(question, strange, told):
        asked = full.asked
    return QuestionTally(
        asked=max(bool(hidden), unknown, *options.values()) if asked is None else asked,
        unknown=unknown,
        options=options,
        base=0 if hides_base else full.base,
        bridged=full.bridged & shown,
        hidden=hidden,
        hides_base=hides_base,
        hides_asked=asked is None,
    )


def _shows_asked(question: Question, not_known: Option | None, told: ProtectedPeriod) -> bool:
    """Tell whether it is told how many were asked: all where nothing decides it, else where a base says so."""
    if question.later or not told.shows_total:
        return False
    if not question.when:
        return True
    if not_known:
        return told.shows_base(question, not_known)
    return bool(bases_of(question)) and all(told.shows_base(question, o) for o in question.counted_options)
