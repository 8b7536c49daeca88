"""What everybody can know of a form's answers before anything is published: how its file has them hang together.

Questions whose answers hang together are put in one cluster, whose states are the combinations a record can have.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from reports.publication.cells import LACKING, NOT_ASKED, UNKNOWN, Cell, meets
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.forms.question import Question
from storage.forms.screen import Screen

MOST_STATES = 3000
"""More combinations than these take too long to look through."""

State = Mapping[str, str]
"""An answer, or the sign of its absence, to each question of a cluster."""


class TooManyCombinations(Fault):
    """The questions that hang together have too many combinations of answers."""


class NotCrossable(Fault):
    """Two questions are set against each other that cannot be, where it is published."""


@dataclass(frozen=True)
class Cluster:
    """Questions with one answer each that hang together, and the combinations that a record can have."""

    questions: frozenset[str]
    states: tuple[State, ...]


@dataclass(frozen=True)
class Structure:
    """How a form's answers hang together, given the pairs of questions that are ``crossed`` in any release.

    ``lacking`` are the questions that a record may lack an answer to though one should have been given. Where the
    records are known to break the form's own rules it is ``loose``: only sums within a question are relied on.
    Where they hold what no button of a screen can answer, ``buttons`` tell nothing.
    """

    form: Form
    crossed: frozenset[tuple[str, str]] = frozenset()
    lacking: frozenset[str] = frozenset()
    buttons: bool = True
    loose: bool = False

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that a registered record can answer."""
        return self.form.crossable

    @cached_property
    def several(self) -> tuple[Question, ...]:
        """Those with several answers."""
        return tuple(question for question in self.questions if question.takes_several)

    def is_one(self, key: str) -> bool:
        """Tell whether a question has one answer."""
        return not self.form.by_key[key].takes_several

    def parents(self, question: Question) -> Mapping[str, frozenset[str]]:
        """Return the questions that decide whether this one is asked, and the answers with which it is."""
        if self.loose or question.later:
            return {}
        return {
            key: frozenset(told(self.form.by_key[key], option) for option in options)
            for key, options in question.when.items()
        }

    def beside(self, several: Question) -> frozenset[str]:
        """Return the questions that a question with several answers is set against."""
        pairs = [pair for pair in self.crossed if several.key in pair]
        return frozenset(key for pair in pairs for key in pair if key != several.key)

    def home(self, several: Question) -> frozenset[str]:
        """Return the questions with one answer that tell who was asked a question, and that it is set against."""
        return self.beside(several) | {key for key in self.parents(several) if self.is_one(key)}

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """All clusters, each question with one answer in one of them. Raises a `Fault`."""
        groups = _joined([{q.key} for q in self.questions if not q.takes_several], self._together())
        while (closed := self._circle(groups)) is not None:
            groups = _joined(groups, [closed])
        return tuple(Cluster(frozenset(group), tuple(self._states(group))) for group in groups)

    def allows(self, cell: Cell) -> bool:
        """Tell whether any record can belong to a cell of one question, or of two set against each other."""
        several = [self.form.by_key[c.question] for c in cell if not self.is_one(c.question)]
        ones = tuple(condition for condition in cell if self.is_one(condition.question))
        if not ones:
            return True
        return any(
            meets(ones, state)
            and all(state.get(key) in options for q in several for key, options in self.parents(q).items())
            for state in self.clusters[self.cluster_of(ones[0].question)].states
        )

    def cluster_of(self, key: str) -> int:
        """Return the place of the cluster of a question with one answer."""
        return next(place for place, cluster in enumerate(self.clusters) if key in cluster.questions)

    @cached_property
    def _tangled(self) -> frozenset[str]:
        """The questions that hang together by `when` with one that several answers at once decide about."""
        ties = [{question.key, *question.when} for question in self.questions]
        several = {question.key for question in self.several}
        groups = _joined([{question.key} for question in self.questions], ties)
        decided = [q.key for q in self.questions if several & q.when.keys()]
        return frozenset().union(*(group for group in groups if group.intersection(decided)))

    def _together(self) -> Iterator[set[str]]:
        """Give the questions whose combinations matter."""
        for one, other in sorted(self.crossed):
            if self.form.by_key[one].later or self.form.by_key[other].later:
                raise NotCrossable(N_("What is asked later cannot be published in a cross table."))
            if {one, other} & self._tangled:
                # Who was asked can be told from what several answers were given, group by group.
                raise NotCrossable(
                    N_(
                        "“{one}” and “{other}” cannot be published in a cross table: several answers at once"
                        " decide what is asked."
                    ),
                    one=one,
                    other=other,
                )
            if self.is_one(one) and self.is_one(other):
                yield {one, other}
            elif not (self.is_one(one) or self.is_one(other)):
                raise NotCrossable(
                    N_("“{one}” and “{other}” both have several answers: their table cannot be published."),
                    one=one,
                    other=other,
                )
        for question in self.several:
            yield set(self.home(question))
        for question in self.questions:
            parents = self.parents(question)
            if not question.takes_several and len(parents) > 1 and all(map(self.is_one, parents)):
                yield {question.key, *parents}
        yield from (set(combinations[0]) for combinations in self._screens)

    @cached_property
    def _screens(self) -> tuple[list[State], ...]:
        """The combinations of each screen whose buttons answer several questions, but not in all combinations."""
        return tuple(filter(None, map(self._combinations, self.form.screens))) if self.buttons else ()

    def _combinations(self, screen: Screen) -> list[State]:
        keys = sorted(screen.questions & self.form.asked)
        elsewhere = {key for other in self.form.screens if other != screen for key in other.questions}
        if len(keys) < 2 or elsewhere.intersection(keys) or self.lacking.intersection(keys):  # noqa: PLR2004 - a pair
            return []
        told_of = [
            {key: told(self.form.by_key[key], b.set[key]) if key in b.set else NOT_ASKED for key in keys}
            for b in screen.flat
            if b.outcome in {None, "registered"}
        ]
        if all(self.form.by_key[key].when for key in keys):
            told_of.append(dict.fromkeys(keys, NOT_ASKED))
        distinct = {tuple(state.values()) for state in told_of}
        every = product(*({state[key] for state in told_of} for key in keys))
        return (
            [dict(zip(keys, state, strict=True)) for state in sorted(distinct)] if distinct != set(every) else []
        )

    def _circle(self, groups: list[set[str]]) -> set[str] | None:
        """Return the questions of clusters that their `when` ties to each other in more than one way."""
        trees = [set(group) for group in groups]
        for question in self.questions:
            for key in self.parents(question) if not question.takes_several else ():
                if self.is_one(key) and not any({key, question.key} <= group for group in groups):
                    if any({key, question.key} <= tree for tree in trees):
                        return next(tree for tree in trees if key in tree)
                    trees = _joined(trees, [{key, question.key}])
        return None

    def _states(self, group: set[str]) -> Iterator[State]:
        states: list[dict[str, str]] = [{}]
        for question in self.questions:
            if question.key in group:
                states = [{**state, question.key: a} for state in states for a in self._answers(question, state)]
                done = [s for s in self._screens if question.key in s[0] and set(s[0]) <= states[0].keys()]
                for allowed in done:
                    states = [state for state in states if any(one.items() <= state.items() for one in allowed)]
            if len(states) > MOST_STATES:
                names = ", ".join(sorted(group))
                words = N_("{questions} hang together: with these cross tables they are too many to publish.")
                raise TooManyCombinations(words, questions=names)
        yield from states

    def _answers(self, question: Question, state: State) -> Iterator[str]:
        """Give what a record can hold of a question, given its answers to those before it in the cluster."""
        parents = self.parents(question)
        here = {key: options for key, options in parents.items() if key in state}
        if all(state[key] in options for key, options in here.items()):
            yield from dict.fromkeys(told(question, option.key) for option in question.counted_options)
            if question.key in self.lacking:
                yield LACKING
            if len(here) < len(parents) or (self.loose and question.when):
                yield NOT_ASKED
        else:
            yield NOT_ASKED


def told(question: Question, option: str) -> str:
    """Return an option by its present key; all that mean "not known" are one."""
    key = question.now_called.get(option, option)
    return UNKNOWN if question.option(key).unknown else key


def _joined(groups: Iterable[set[str]], together: Iterable[set[str]]) -> list[set[str]]:
    """Join the groups that share any of the questions that belong together."""
    joined = [set(group) for group in groups]
    for keys in together:
        touched = [group for group in joined if group & keys]
        if len(touched) > 1:
            joined = [group for group in joined if not group & keys] + [set().union(*touched)]
    return joined
