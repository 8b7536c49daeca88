"""The figures of a year before: counted from records, or as an earlier report prints them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Self

from reports.analysis.tally import QuestionTally, Tally
from reports.inference.printed import possible_counts, rounding
from storage.figures.history import GROUP, TOTAL, PrintedFigure
from storage.forms.form import Form
from storage.forms.question import Option, Question

Answer = tuple[str, str]
"""A question's key and an option's."""

WHOLE = 100
"""Per cent."""

Figures = Mapping[Answer, PrintedFigure]
"""What an earlier report prints of one period."""


@dataclass(frozen=True)
class EarlierFigure:
    """How many gave an answer, and of how many; None where that is not known.

    ``percent`` is the share as an earlier report prints it. ``possible`` are the counts that may stand behind it;
    None where it cannot be tested.
    """

    count: int | None
    base: int | None
    percent: Decimal | None = None
    possible: range | None = None

    @property
    def share(self) -> float | None:
        """The share of the base, as far as it is known."""
        if self.percent is not None:
            return float(self.percent) / 100
        return None if self.count is None or not self.base else self.count / self.base


def counted_figure(option: Option, told: QuestionTally) -> EarlierFigure:
    """Return the figure of an answer that is counted from records; "not known" is one of all who were asked."""
    count, base = told.of(option)
    return EarlierFigure(count, base, possible=range(count, count + 1))


@dataclass(frozen=True)
class Baseline:
    """What is known of a year before; what is None, or missing from ``answers``, is not known.

    ``typed`` tells that it comes from an earlier report; ``bridged`` are answers that include earlier keys, and
    ``hidden`` those whose figures are known but not told. ``added`` tells that it is added up from months.
    """

    total: int | None
    highlighted: EarlierFigure | None
    answers: Mapping[Answer, EarlierFigure]
    bridged: frozenset[Answer] = field(default=frozenset())
    typed: bool = False
    hidden: frozenset[Answer] = frozenset()
    added: bool = False

    @classmethod
    def counted(cls, form: Form, tally: Tally) -> Self:
        """Return a baseline counted from records."""
        hidden = frozenset((key, option) for key, told in tally.questions.items() for option in told.hidden)
        answers = {
            (question.key, option.key): counted_figure(option, tally.questions[question.key])
            for question in form.questions
            for option in question.options
            if (question.key, option.key) not in hidden
        }
        bridged = frozenset((key, option) for key, told in tally.questions.items() for option in told.bridged)
        return cls(tally.total, _highlighted(form, answers), answers, bridged, hidden=hidden)

    @classmethod
    def typed_in(cls, form: Form, figures: Figures) -> Self:
        """Return a baseline as an earlier report prints it."""
        together, bridged = defaultdict[Answer, list[PrintedFigure]](list), set[Answer]()
        for (key, option), figure in figures.items():
            called = form.by_key[key].now_called.get(option, option) if key in form.by_key else option
            together[key, called].append(figure)
            if called != option:
                bridged.add((key, called))
        bases = dict(_bases(form, figures))
        answers = {answer: _printed(told, bases.get(answer)) for answer, told in together.items()}
        total = figures[TOTAL].count if TOTAL in figures else None
        added = any(figure.added for figure in figures.values())
        return cls(total, _highlighted(form, answers), answers, frozenset(bridged), typed=True, added=added)

    def figure(self, question: str, option: str) -> EarlierFigure | None:
        """Return what is known of an answer; None where nothing is."""
        return self.answers.get((question, option))

    def together(self, question: str, options: Collection[str]) -> EarlierFigure | None:
        """Return what is known of grouped ``options`` of a question: as it is printed, or their counts added up.

        None where one of them is not known, or they are of different bases.
        """
        if printed := self.figure(question, GROUP):
            return printed
        figures = [self.figure(question, option) for option in options]
        counts = [figure.count for figure in figures if figure and figure.count is not None]
        bases = {figure.base for figure in figures if figure}
        if not options or len(counts) < len(options) or len(bases) > 1:
            return None
        return EarlierFigure(sum(counts), bases.pop())

    def count(self, question: str, option: str) -> int | None:
        """Return how many gave an answer; None where that is not known."""
        figure = self.figure(question, option)
        return figure.count if figure else None


def _highlighted(form: Form, answers: Mapping[Answer, EarlierFigure]) -> EarlierFigure | None:
    return next((answers[answer] for answer in form.highlight.items() if answer in answers), None)


def _printed(told: Sequence[PrintedFigure], base: int | None) -> EarlierFigure:
    """Put the figures of merged answers together."""
    counts = [figure.count for figure in told if figure.count is not None]
    percents = [figure.percent for figure in told if figure.percent is not None]
    if len(counts) == len(told):
        count = sum(counts)
        known = base is not None and count <= base and not any(figure.worked_back for figure in told)
        return EarlierFigure(count, base if known else None, possible=range(count, count + 1) if known else None)
    if len(percents) < len(told):  # counts and shares cannot be added up
        return EarlierFigure(None, None)
    percent, off = sum(percents, Decimal()), sum(map(rounding, percents), Decimal())
    bases = {figure.base for figure in told}
    of = bases.pop() if len(bases) == 1 else None
    # Merged answers of which one record gave several may be more than all.
    possible = possible_counts(percent - off, percent + off, of) if of and percent <= WHOLE else None
    return EarlierFigure(None, of, percent, possible)


def _bases(form: Form, figures: Figures) -> Iterator[tuple[Answer, int | None]]:
    """Give what each counted answer is a share of: "not known" is one of all who were asked."""
    for question in form.questions:
        base = _base(question, figures)
        unknown = [(question.key, option.key) for option in question.options if option.unknown]
        strange = [figures[answer].count for answer in unknown if answer in figures]
        asked = (
            None
            if base is None or question.base == "all" or None in strange
            else base + sum(filter(None, strange))
        )
        yield from (((question.key, key), base) for key in (*question.option_keys, GROUP))
        yield from ((answer, asked) for answer in unknown)


def _base(question: Question, figures: Figures) -> int | None:
    """Return what counted answers to a question are a share of; None where the report does not tell."""
    told = {option: figure for (key, option), figure in figures.items() if key == question.key}
    if given := {figure.base for figure in told.values() if figure.base is not None}:
        return max(given)
    total = figures[TOTAL].count if TOTAL in figures else None
    if question.base == "all":
        return total
    unknown = {option.key for option in question.options if option.unknown}
    counts = _counts(question, told)
    if not question.takes_several and _is_whole(question, counts):
        return sum(count or 0 for option, count in counts.items() if option not in unknown)
    if total is None or question.when or any(counts.get(option) is None for option in unknown):
        return None
    return total - sum(counts[option] or 0 for option in unknown)


def _counts(question: Question, told: Mapping[str, PrintedFigure]) -> Mapping[str, int | None]:
    """Return the counts of a question's answers; a group that is printed as a count stands for those in it."""
    counts = {option: figure.count for option, figure in told.items() if option != GROUP}
    together = told[GROUP].count if GROUP in told else None
    if together is None or question.group is None:
        return counts
    inside = {option for option in counts if question.now_called.get(option, option) in question.group.options}
    return {GROUP: together, **{option: counts[option] for option in counts.keys() - inside}}


def _is_whole(question: Question, counts: Mapping[str, int | None]) -> bool:
    """Tell whether every answer that could be given then is printed as a count, by this key or an earlier one."""
    given = {option for option, count in counts.items() if count is not None}
    grouped = question.group.options if question.group and GROUP in counts else ()
    return given == counts.keys() and all(
        option.key in grouped or given.intersection((option.key, *option.was))
        for option in question.options
        if not (option.unknown or option.key in question.now_called or (option.since and not option.was))
    )
