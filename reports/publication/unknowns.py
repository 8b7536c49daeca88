"""The unknown counts behind the answers of one atom's records, and what the form's rules say of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reports.publication.cells import HOLDS, KNOWN, LACKING, NOT_ASKED, UNKNOWN, Cell, meets
from reports.publication.problem import Relation
from reports.publication.structure import State, Structure
from storage.forms.question import Question

Sum = Mapping[int, int]
"""Unknown counts by number, and how often each is added."""


def added(*sums: Sum, less: Iterable[Sum] = ()) -> Sum:
    """Return the sum of sums, ``less`` others."""
    together = Counter[int]()
    for terms in sums:
        together.update(terms)
    for terms in less:
        together.subtract(terms)
    return {number: times for number, times in together.items() if times}


@dataclass
class System:
    """Unknown counts as they are taken up, and the relations among them."""

    unknowns: int = 0
    relations: list[Relation] = field(default_factory=list)

    def new(self) -> int:
        """Take up one more unknown count and return its number."""
        self.unknowns += 1
        return self.unknowns - 1

    def hold(self, terms: Sum, most: int | None = None) -> None:
        """Let a sum be 0 at least, and ``most`` at most."""
        if terms:
            self.relations.append(Relation(terms=tuple(sorted(terms.items())), least=0, most=most))


@dataclass(frozen=True)
class Group:
    """MonthStates that were asked a question with several answers, alike in what it is set against."""

    state: State
    asked: Sum
    lacking: Sum
    unknown: Sum
    options: Mapping[str, Sum]

    def sum(self, answer: str) -> Sum:
        """Return how many gave an answer, or what a sign stands for."""
        signs = {
            LACKING: self.lacking,
            UNKNOWN: self.unknown,
            HOLDS: added(self.asked, less=[self.lacking]),
            KNOWN: added(self.asked, less=[self.lacking, self.unknown]),
        }
        return signs[answer] if answer in signs else self.options.get(answer, {})


class AtomUnknowns:
    """The unknown counts of one atom: a number for each state of each cluster, and for each of several answers.

    ``used`` are the questions and options that any record can hold; ``registered`` is how many there are.
    """

    def __init__(
        self, structure: Structure, system: System, registered: Sum, used: frozenset[tuple[str, str]]
    ) -> None:
        self._structure, self._system, self._registered = structure, system, registered
        self._used = used
        self._states = [self._cluster(cluster.states) for cluster in structure.clusters]
        self._groups: dict[str, list[Group]] = {}
        for question in structure.several:  # one that depends on another comes after it
            self._groups[question.key] = self._several(question)
        for question in structure.questions:
            if not question.takes_several:
                self._link(question)

    def sum(self, cell: Cell) -> Sum:
        """Return a cell as a sum; its questions must be set against each other, or be one."""
        several = next((c for c in cell if not self._structure.is_one(c.question)), None)
        if several is None:
            states = self._states[self._structure.cluster_of(cell[0].question)]
            return {number: 1 for state, number in states if meets(cell, state)}
        others = tuple(condition for condition in cell if condition != several)
        groups = [group for group in self._groups[several.question] if meets(others, group.state)]
        return added(*(group.sum(several.answer) for group in groups))

    def _can(self, key: str, answer: str) -> bool:
        return (key, answer) in self._used or answer in {UNKNOWN, LACKING, NOT_ASKED}

    def _cluster(self, states: Iterable[State]) -> list[tuple[State, int]]:
        used = [s for s in states if all(self._can(*answer) for answer in s.items())]
        numbered = [(state, self._system.new()) for state in used]
        self._system.hold(added({number: 1 for _, number in numbered}, less=[self._registered]), most=0)
        return numbered

    def _several(self, question: Question) -> list[Group]:
        beside = sorted(self._structure.beside(question))
        groups = [self._group(question, dict(state), asked) for state, asked in self._asked(question, beside)]
        for option in question.option_keys if question.besides else ():
            same = self._same(question, option)
            chosen = [group.sum(option) for group in groups]
            self._system.hold(added(self._registered, less=[same, *chosen]))
        return groups

    def _same(self, question: Question, option: str) -> Sum:
        """Return how many gave an option as their first answer, which is then not given again."""
        key = question.besides or ""
        states = self._states[self._structure.cluster_of(key)]
        return {number: 1 for state, number in states if state[key] == option}

    def _asked(self, question: Question, beside: list[str]) -> Iterator[tuple[tuple[tuple[str, str], ...], Sum]]:
        """Give the groups of those asked a question, by their answers to what it is set against."""
        parents = self._structure.parents(question)
        home = self._structure.home(question)
        if not home:
            yield (), self._bounded(question, self._registered)
            return
        asked: dict[tuple[tuple[str, str], ...], dict[int, int]] = {}
        for state, number in self._states[self._structure.cluster_of(min(home))]:
            group = tuple((key, state[key]) for key in beside)
            applies = all(state[key] in options for key, options in parents.items() if key in state)
            asked.setdefault(group, {})
            if applies:
                asked[group][number] = 1
        for group, terms in asked.items():
            yield group, self._bounded(question, terms)

    def _bounded(self, question: Question, asked: Sum) -> Sum:
        """Return an unknown part of those asked where a question with several answers decides about it too."""
        several = [key for key in self._structure.parents(question) if not self._structure.is_one(key)]
        if not several and not (self._structure.loose and question.when):
            return asked
        part = {self._system.new(): 1}
        self._system.hold(added(asked, less=[part]))
        for key in several:
            self._system.hold(added(self._given(key, self._structure.parents(question)[key]), less=[part]))
        return part

    def _group(self, question: Question, state: State, asked: Sum) -> Group:
        known = {told for told in question.option_keys if not question.option(told).unknown}
        unknown = {self._system.new(): 1} if len(known) < len(question.options) else {}
        lacking = {self._system.new(): 1} if question.key in self._structure.lacking else {}
        options = {
            option.key: {self._system.new(): 1}
            for option in question.counted_options
            if option.key in known and self._can(question.key, option.key)
            and state.get(question.besides or "") != option.key
        }  # fmt: skip
        for chosen in options.values() or [{}]:
            self._system.hold(added(asked, less=[lacking, unknown, chosen]))
        return Group(state, asked, lacking, unknown, options)

    def _given(self, key: str, answers: Iterable[str]) -> Sum:
        """Return how often any of these answers were given; of several, a record may count more than once."""
        return added(*(group.sum(answer) for group in self._groups[key] for answer in answers))

    def _link(self, question: Question) -> None:
        """Hold together who was asked a question and who answered what it depends on, where no cluster does."""
        key, parents = question.key, self._structure.parents(question)
        own = self._states[self._structure.cluster_of(key)]
        asked = {number: 1 for state, number in own if state[key] != NOT_ASKED}
        for parent, options in parents.items():
            alone = len(parents) == 1
            if self._structure.is_one(parent):
                states = self._states[self._structure.cluster_of(parent)]
                applies = {number: 1 for state, number in states if state[parent] in options}
                if states is not own:
                    self._system.hold(added(applies, less=[asked]), most=0 if alone else None)
            elif UNKNOWN not in options:
                given = self._given(parent, options)
                self._system.hold(added(given, less=[asked]), most=0 if alone and len(options) == 1 else None)
                for option in options if alone else ():
                    self._system.hold(added(asked, less=[self._given(parent, [option])]))
                self._system.hold(added(self._given(parent, [KNOWN]), less=[asked]))
