"""The tally: the counts behind every text, picture and document about a period."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reports.analysis.form_changes import in_use_all_the_time
from reports.analysis.house import HouseFigures, house_json, month_json
from reports.analysis.period import Days, Period
from storage.figures.counts import AnswerCount, GivenAnswers
from storage.forms.form import Form
from storage.forms.question import OUTCOMES, Option, Outcome, Question

Months = Counter[str]
"""How many calls each month has."""


LEFT_OUT = 0.05
"""Where a larger part of those who should have been asked a question was not, it has no shares of all."""

SMALL_BASE = 20
"""No percentages are given on a smaller base."""


@dataclass(frozen=True)
class QuestionTally:
    """One question's answers among the registered records.

    ``asked`` counts those that hold the question, ``unknown`` those of them that answer "not known";
    ``options`` holds the known options in the form's order, zeros included; shares are of ``base``.
    ``bridged`` are the options that include answers given under an earlier key. Where figures are hidden, as they
    may be in what is published, ``hidden`` are the options whose counts stand as 0 instead of what they are;
    ``hides_base`` tells that the base does, and ``hides_asked`` that ``asked`` says no more than that anybody was.
    """

    asked: int
    unknown: int
    options: Mapping[str, int]
    base: int
    bridged: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    hides_base: bool = False
    hides_asked: bool = False

    def of(self, option: Option) -> tuple[int, int]:
        """Return how many gave an answer, and of how many; "not known" is one of all who were asked."""
        return (self.unknown, self.asked) if option.unknown else (self.options[option.key], self.base)


@dataclass(frozen=True)
class MonthTally:
    """One month's calls, how many of them are highlighted, and of how many it was asked whether they are."""

    total: int = 0
    highlighted: int = 0
    asked: int = 0


@dataclass(frozen=True)
class Tally:
    """Everything counted for one form and one period, up to the end of ``days``.

    ``months`` has every month of the period in order, also those after ``days``. The ``counted`` outcomes make the
    total; ``house`` tells of the nights where records stay open.
    """

    form: str
    period: Period
    days: Days
    outcomes: Mapping[Outcome, int]
    highlighted: int
    questions: Mapping[str, QuestionTally]
    months: Mapping[str, MonthTally]
    counted: tuple[Outcome, ...] = ("registered", "unspecified")
    house: HouseFigures | None = None

    @property
    def total(self) -> int:
        """All records that count."""
        return sum(self.outcomes[outcome] for outcome in self.counted)


def tally(form: Form, period: Period, rows: Iterable[AnswerCount], days: Days | None = None) -> Tally:
    """Count the period's rows; ``days`` tells how far they reach where that is not the whole period.

    Rows of other months, and keys that the form no longer has, are ignored.
    """
    days, names = days or period.days, frozenset(period.months)
    alike = _alike(row for row in rows if row.month in names)
    outcomes, highlighted, asked = _counted(form, alike)
    registered = [
        (same[0].answers, sum(row.calls for row in same if row.outcome == "registered")) for same in alike
    ]
    everyone = outcomes["registered"].total()
    return Tally(
        form=form.key,
        period=period,
        days=days,
        outcomes={outcome: outcomes[outcome].total() for outcome in OUTCOMES},
        highlighted=highlighted.total(),
        questions={q.key: _question(q, registered, everyone, days) for q in form.questions},
        months=_month_tallies(form, period.months, outcomes, highlighted, asked),
        counted=form.counted_outcomes,
    )


def by_month(form: Form, months: Sequence[str], rows: Iterable[AnswerCount]) -> dict[str, MonthTally]:
    """Count the calls of each of these months, and the highlighted ones among them."""
    return _month_tallies(form, months, *_counted(form, _alike(rows)))


def _alike(rows: Iterable[AnswerCount]) -> list[list[AnswerCount]]:
    """Put the rows together that have the same answers, so that a few hundred are looked at instead of thousands.

    A reading has equal answers of all months as one object; equal ones in several objects only stay apart.
    """
    alike = defaultdict[int, list[AnswerCount]](list)
    for row in rows:
        alike[id(row.answers)].append(row)
    return list(alike.values())


def _counted(form: Form, alike: Iterable[Sequence[AnswerCount]]) -> tuple[dict[Outcome, Months], Months, Months]:
    """Return the calls of each month by outcome, the highlighted ones of those registered, and who was asked."""
    outcomes: dict[Outcome, Months] = {outcome: Counter() for outcome in OUTCOMES}
    highlighted, asked = Months(), Months()
    for same in alike:
        is_highlighted = _is_highlighted(form, same[0].answers)
        is_asked = same[0].answers.keys() >= form.highlight.keys()
        for row in same:
            outcomes[row.outcome][row.month] += row.calls
            if row.outcome == "registered":
                highlighted[row.month] += row.calls * is_highlighted
                asked[row.month] += row.calls * is_asked
    return outcomes, highlighted, asked


def _month_tallies(
    form: Form, months: Sequence[str], outcomes: Mapping[Outcome, Months], highlighted: Months, asked: Months
) -> dict[str, MonthTally]:
    totals = sum((outcomes[outcome] for outcome in form.counted_outcomes), Months())
    return {month: MonthTally(totals[month], highlighted[month], asked[month]) for month in months}


def _is_highlighted(form: Form, answers: GivenAnswers) -> bool:
    return any(
        option in as_called_now(form.by_key[key].now_called, chosen_options(answers.get(key, [])))
        for key, option in form.highlight.items()
    )


def chosen_options(answer: str | list[str]) -> list[str]:
    """Return the options of an answer, also where it is only one."""
    return [answer] if isinstance(answer, str) else answer


def as_called_now(names: Mapping[str, str], options: Sequence[str]) -> list[str]:
    """Return the options by their present keys, each once."""
    return list(dict.fromkeys(names.get(option, option) for option in options))


def _question(
    question: Question, registered: Sequence[tuple[GivenAnswers, int]], everyone: int, days: Days
) -> QuestionTally:
    asked = unknown = 0
    chosen, bridged, names = Counter[str](), set[str](), question.now_called
    strange = {option.key for option in question.options if option.unknown}
    for answers, calls in registered:
        if not calls or question.key not in answers:
            continue
        options = chosen_options(answers[question.key])
        if names:
            bridged.update(names[option] for option in options if option in names)
            options = as_called_now(names, options)
        asked += calls
        for option in options:
            chosen[option] += calls
        unknown += calls * (bool(options) and strange.issuperset(options))
    return QuestionTally(
        asked=asked,
        unknown=unknown,
        options={option.key: chosen[option.key] for option in question.options if not option.unknown},
        base=_base(question, days, _everyone(question, registered, everyone, asked), asked - unknown),
        bridged=frozenset(bridged),
    )


def _everyone(
    question: Question, registered: Sequence[tuple[GivenAnswers, int]], everyone: int, asked: int
) -> int:
    """Return how many were asked a question of all records or needed no asking; 0 where too many were left out."""
    if question.base != "all" or question.later:
        return everyone
    lacking = sum(
        calls
        for answers, calls in registered
        if question.key not in answers
        and all(set(options) & set(chosen_options(answers.get(key, []))) for key, options in question.when.items())
    )
    return 0 if lacking > LEFT_OUT * (lacking + asked) else everyone - lacking


def _base(question: Question, days: Days, everyone: int, known: int) -> int:
    """Return the base of a question's shares; 0 where a question of all records was not asked all the time."""
    if question.base != "all" and not question.later:
        return known
    return everyone if in_use_all_the_time(question, days) else 0


def head_json(form: str, period: Period) -> dict[str, str]:
    """Return what the JSON of any figures begins with: of which form, and of which days, as ISO texts."""
    days = period.days
    return {
        "form": form,
        "period": period.name,
        "first_day": days.first.isoformat(),
        "last_day": days.last.isoformat(),
    }


def tally_json(tally: Tally) -> dict[str, object]:
    """Return a tally as JSON, keys in the order of the contract; days are ISO texts."""
    return {
        **head_json(tally.form, tally.period),
        "total": tally.total,
        "outcomes": dict(tally.outcomes),
        "questions": {
            key: {"asked": question.asked, "unknown": question.unknown, "options": dict(question.options)}
            for key, question in tally.questions.items()
        },
        "months": {
            month: {
                "total": counted.total,
                "highlighted": counted.highlighted,
                **(month_json(tally.house, month) if tally.house else {}),
            }
            for month, counted in tally.months.items()
        },
        **(house_json(tally.house) if tally.house else {}),
    }
