"""The tally: the counts behind every text, picture and document about a period."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reports.analysis.period import Days, Period
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.question import OUTCOMES, Outcome, Question


@dataclass(frozen=True)
class QuestionTally:
    """One question's answers among the registered records.

    ``asked`` counts those that hold the question, ``unknown`` those of them that answer "not known";
    ``options`` holds the known options in the form's order, zeros included; shares are of ``base``.
    ``bridged`` are the options that include answers given under an earlier key.
    """

    asked: int
    unknown: int
    options: Mapping[str, int]
    base: int
    bridged: frozenset[str] = frozenset()

    def share(self, option: str) -> float | None:
        """Return an option's share of the base; None where the base is 0."""
        return self.options[option] / self.base if self.base else None


@dataclass(frozen=True)
class MonthTally:
    """One month's calls, and how many of them are highlighted."""

    total: int = 0
    highlighted: int = 0


@dataclass(frozen=True)
class Tally:
    """Everything counted for one form and one period, up to the end of ``days``.

    ``months`` has every month of the period in order, also those after ``days``.
    """

    form: str
    period: Period
    days: Days
    outcomes: Mapping[Outcome, int]
    highlighted: int
    questions: Mapping[str, QuestionTally]
    months: Mapping[str, MonthTally]

    @property
    def total(self) -> int:
        """All calls that count: registered and unspecified."""
        return self.outcomes["registered"] + self.outcomes["unspecified"]


def tally(form: Form, period: Period, rows: Iterable[AnswerCount], days: Days | None = None) -> Tally:
    """Count the period's rows; ``days`` tells how far they reach where that is not the whole period.

    Rows of other months, and keys that the form no longer has, are ignored.
    """
    names = period.months
    mine = [row for row in rows if row.month in names]
    outcomes = Counter[Outcome]()
    for row in mine:
        outcomes[row.outcome] += row.calls
    months = by_month(form, names, mine)
    return Tally(
        form=form.key,
        period=period,
        days=days or period.days,
        outcomes={outcome: outcomes[outcome] for outcome in OUTCOMES},
        highlighted=sum(month.highlighted for month in months.values()),
        questions=_questions(form, mine, days or period.days),
        months=months,
    )


def by_month(form: Form, months: Sequence[str], rows: Iterable[AnswerCount]) -> dict[str, MonthTally]:
    """Count the calls of each of these months, and the highlighted ones among them."""
    totals, highlighted = Counter[str](), Counter[str]()
    for row in rows:
        if row.outcome in {"registered", "unspecified"}:
            totals[row.month] += row.calls
            highlighted[row.month] += row.calls * _is_highlighted(form, row)
    return {month: MonthTally(totals[month], highlighted[month]) for month in months}


def _is_highlighted(form: Form, row: AnswerCount) -> bool:
    return row.outcome == "registered" and any(
        option in _as_called_now(form.by_key[key].now_called, _chosen(row.answers.get(key, [])))
        for key, option in form.highlight.items()
    )


def _chosen(answer: str | list[str]) -> list[str]:
    return [answer] if isinstance(answer, str) else answer


def _as_called_now(names: Mapping[str, str], options: Sequence[str]) -> list[str]:
    """Return the options by their present keys, each once."""
    return list(dict.fromkeys(names.get(option, option) for option in options))


@dataclass(frozen=True)
class _Counted:
    """How many were asked a question, answered "not known" or chose an option; ``bridged`` had an earlier key."""

    asked: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    chosen: Counter[tuple[str, str]] = field(default_factory=Counter)
    bridged: set[tuple[str, str]] = field(default_factory=set)


def _questions(form: Form, rows: Sequence[AnswerCount], days: Days) -> dict[str, QuestionTally]:
    registered = [row for row in rows if row.outcome == "registered"]
    counted, everyone = _counted(form, registered), sum(row.calls for row in registered)
    return {
        q.key: QuestionTally(
            asked=counted.asked[q.key],
            unknown=counted.unknown[q.key],
            options={o.key: counted.chosen[q.key, o.key] for o in q.options if not o.unknown},
            base=_base(q, days, everyone, counted),
            bridged=frozenset(option for key, option in counted.bridged if key == q.key),
        )
        for q in form.questions
    }


def _base(question: Question, days: Days, everyone: int, counted: _Counted) -> int:
    """Return the base of a question's shares; 0 where a question of all records was not asked all the time."""
    if question.base != "all" and not question.later:
        return counted.asked[question.key] - counted.unknown[question.key]
    since, until = question.since, question.until
    return 0 if (since and since > days.first) or (until and until < days.last) else everyone


def _counted(form: Form, registered: Sequence[AnswerCount]) -> _Counted:
    counted = _Counted()
    called = {q.key: q.now_called for q in form.questions if q.now_called}
    strange = {q.key: {option.key for option in q.options if option.unknown} for q in form.questions}
    for row in registered:
        for key, answer in row.answers.items():
            options = _chosen(answer)
            if names := called.get(key):
                counted.bridged.update((key, names[option]) for option in options if option in names)
                options = _as_called_now(names, options)
            counted.asked[key] += row.calls
            for option in options:
                counted.chosen[key, option] += row.calls
            counted.unknown[key] += row.calls * (bool(options) and strange.get(key, set()).issuperset(options))
    return counted


def tally_json(tally: Tally) -> dict[str, object]:
    """Return a tally as JSON, keys in the order of the contract; days are ISO texts."""
    return {
        "form": tally.form,
        "period": tally.period.name,
        "first_day": tally.period.first.isoformat(),
        "last_day": tally.period.days.last.isoformat(),
        "total": tally.total,
        "outcomes": dict(tally.outcomes),
        "questions": {
            key: {"asked": question.asked, "unknown": question.unknown, "options": dict(question.options)}
            for key, question in tally.questions.items()
        },
        "months": {
            month: {"total": counted.total, "highlighted": counted.highlighted}
            for month, counted in tally.months.items()
        },
    }
