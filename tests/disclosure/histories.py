"""Random histories of releases: small forms with every turn, few calls, late entries, and periods in any order."""

import hashlib
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reports.analysis.period import Period
from reports.publication.cells import UNSPECIFIED, MonthStates
from reports.publication.counting import CountedMonths
from reports.publication.listing import Contents, Pair
from reports.publication.protected import ProtectedPeriod
from reports.publication.release import NotToBeReleased, Release, ReleaseRequest, Solve, protected
from reports.publication.year_problem import ReleasedFigure
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.question import Outcome, Question

PERIODS = (
    "2015",
    "2016",
    "2016",
    "2015-T1",
    "2016-T1",
    "2016-T2",
    "2016-T3",
    "2016-Q1",
    "2016-03",
    "2016-07",
    "2015-07",
)
MONTHS = tuple(f"{year}-{month:02}" for year in (2015, 2016) for month in range(1, 13))
GivenTuple = tuple[tuple[str, str | tuple[str, ...]], ...]
"""The answers of a record, in order."""


@dataclass
class Register:
    """A form's records by month: how many have each outcome and each set of answers."""

    form: Form
    chance: random.Random
    weights: Mapping[str, Sequence[float]]
    months: dict[str, Counter[tuple[Outcome, GivenTuple]]] = field(default_factory=dict)

    def add(self, month: str) -> None:
        """Register a call; one in thirty stays without details."""
        outcome: Outcome = "unspecified" if self.chance.random() < 1 / 30 else "registered"
        answers = self._answers() if outcome == "registered" else ()
        self.months.setdefault(month, Counter())[outcome, answers] += 1

    def correct(self, month: str) -> None:
        """Take away a call of a month, where there is one, and register another in its place."""
        calls = self.months.get(month, Counter())
        if calls.total():
            calls[min(calls.elements())] -= 1
            self.add(month)

    def counted(self) -> CountedMonths:
        """Return what there is of all months, equal answers as one object."""
        given = {answers: dict(answers) for calls in self.months.values() for _, answers in calls}
        return CountedMonths(
            self.form,
            tuple(
                AnswerCount(month, outcome, _listed(given[answers]), calls[outcome, answers])
                for month, calls in sorted(self.months.items())
                for outcome, answers in sorted(calls)
                if calls[outcome, answers]
            ),
        )

    def states(self) -> dict[str, str]:
        """Return a digest of each month."""
        return {month: _digest(self.months.get(month, Counter())) for month in (*BEFORE, *MONTHS)}

    def _answers(self) -> GivenTuple:
        answers: dict[str, str | tuple[str, ...]] = {}
        for question in self.form.questions:
            if question.applies(answers):
                answer = self._answer(question, answers)
                if answer or not question.later:
                    answers[question.key] = answer
        return tuple(answers.items()) if self._can_be_tapped(answers) else self._answers()

    def _answer(self, question: Question, answers: Mapping[str, str | tuple[str, ...]]) -> str | tuple[str, ...]:
        if question.kind == "one":
            return self.chance.choices(question.option_keys, self.weights[question.key])[0]
        known = [option.key for option in question.options if not option.unknown]
        if len(known) < len(question.options) and self.chance.random() < 1 / 10:
            return ("unknown",)
        said = answers.get(question.besides or "")
        return tuple(key for key in known if self.chance.random() < 1 / 3 and key != said)

    def _can_be_tapped(self, answers: Mapping[str, str | tuple[str, ...]]) -> bool:
        return all(
            any(all(answers.get(key) == option for key, option in b.set.items()) for b in screen.flat)
            for screen in self.form.own_screens
        )


BEFORE = tuple(f"2014-{month:02}" for month in range(1, 13))


def _listed(answers: Mapping[str, str | tuple[str, ...]]) -> dict[str, str | list[str]]:
    return {key: answer if isinstance(answer, str) else list(answer) for key, answer in answers.items()}


def _digest(calls: Counter[tuple[Outcome, GivenTuple]]) -> str:
    return hashlib.sha256(repr(sorted((+calls).items())).encode()).hexdigest()[:12]


def _question(chance: random.Random, key: str, options: int, **parts: object) -> dict[str, object]:
    told: list[dict[str, object]] = [{"key": f"{key}{n}", "label": {"nb": key}} for n in range(options)]
    if chance.random() < 0.4 and "besides" not in parts:
        told.append({"key": "unknown", "label": {"nb": "?"}, "unknown": True})
    return {"key": key, "label": {"nb": key}, "kind": "one", "options": told, **parts}


def random_form(chance: random.Random) -> tuple[Form, tuple[Pair, ...]]:
    """Return a form of a few questions, and what its releases may set against each other."""
    first = chance.randint(2, 3)
    questions = [_question(chance, "a", first)]
    if chance.random() < 0.5:
        wanted = ["a0", "a1"][: chance.randint(1, first - 1)]
        base = chance.choice(["all", "answered"])
        questions.append(_question(chance, "b", 2, when={"a": wanted}, base=base))
    if chance.random() < 0.4:
        questions.append(_question(chance, "c", 2))
    last = chance.random()
    if last < 0.15:
        questions.append(_question(chance, "d", 2, kind="several"))
    elif last < 0.25:
        also: dict[str, object] = {"key": "e", "kind": "several", "later": True, "base": "all"}
        questions.append(_question(chance, "a", first, besides="a") | also)
    crossable = [str(question["key"]) for question in questions if question["key"] != "e"]
    pairs = [("a", key) for key in crossable[1:] if chance.random() < 0.5]
    parts: dict[str, object] = {"highlight": {"a": "a1"}} if chance.random() < 0.4 else {}
    if "c" in crossable and chance.random() < 0.4:
        parts["screen"] = [_screen(questions)]
    form = Form.model_validate({"key": "f", "title": {"nb": "f"}, "view": "v", "question": questions, **parts})
    return form, tuple(pairs)


def _screen(questions: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """Ask the first question together with another, so that two answers never come together."""
    a, c = ([option["key"] for option in q["options"]] for q in questions if q["key"] in {"a", "c"})  # type: ignore[attr-defined]
    pairs = [(x, y) for x in a for y in c][1:]
    return {"ask": {"nb": "?"}, "buttons": [[{"label": {"nb": "?"}, "set": {"a": x, "c": y}}] for x, y in pairs]}


@dataclass(frozen=True)
class Shown:
    """What a release shows of one period, with the records and what they were at the time."""

    release: int
    form: Form
    k: int
    period: ProtectedPeriod
    counted: CountedMonths
    records: MonthStates
    pairs: tuple[Pair, ...]

    @property
    def unspecified(self) -> int:
        """How many calls have no details."""
        return self.counted.count(UNSPECIFIED, self.period.period.months)


@dataclass
class ReleaseHistory:
    """One form's releases, one after the other, and how many were refused."""

    form: Form
    k: int
    shown: list[Shown] = field(default_factory=list)
    refused: int = 0


async def random_history(seed: int, solve: Solve) -> ReleaseHistory:
    """Release up to five periods of a form's two years, late entries and corrections in between."""
    chance = random.Random(seed)
    form, pairs = random_form(chance)
    weights = {q.key: [chance.choice([0.2, 1, 3]) for _ in q.options] for q in form.questions}
    register = Register(form, chance, weights)
    mean = chance.choice([0.5, 2, 4, 10])
    for month in MONTHS:
        for _ in range(round(chance.expovariate(1 / mean))):
            register.add(month)
    history = ReleaseHistory(form, chance.choice([3, 3, 3, 5, 5, 10]))
    released: list[ReleasedFigure] = []
    for number in range(1, chance.randint(1, 4) + 1):
        _change(register)
        request = _request(register, released, history.k, pairs)
        try:
            release = await protected(request, solve)
        except NotToBeReleased:
            history.refused += 1
            continue
        history.shown += _shown(number, release, request)
        released += [
            ReleasedFigure(number, f.records, f.cell, f.value, small=f.small, k=history.k) for f in release.figures
        ]
    return history


def _change(register: Register) -> None:
    chance, month = register.chance, register.chance.choice(MONTHS)
    what = chance.random()
    if what < 0.15:
        register.correct(month)
    elif what < 0.3:
        for _ in range(chance.choice([1, 3, 12])):
            register.add(month)


def _request(
    register: Register, released: Sequence[ReleasedFigure], k: int, pairs: tuple[Pair, ...]
) -> ReleaseRequest:
    chance = register.chance
    contents = Contents(pairs if chance.random() < 0.5 else (), months=chance.random() < 0.15)
    period = Period.named(chance.choice(PERIODS))
    states, counted = register.states(), register.counted()
    return ReleaseRequest(
        register.form, period, counted, states, list(released), k, contents, before=period.first.year > 2015
    )


def _shown(number: int, release: Release, request: ReleaseRequest) -> Iterator[Shown]:
    for told, pairs in ((release.now, release.contents.pairs), (release.before, ())):
        if told is not None:
            records = frozenset(state for figure in told.figures for state in figure.records)
            yield Shown(number, release.form, release.k, told, request.counted, records, pairs)
