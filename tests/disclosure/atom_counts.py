"""The unknown counts behind some months, for an attacker who knows how a form is tapped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Protocol

import numpy as np

from reports.publication.cells import MonthStates
from storage.forms.form import Form
from storage.forms.question import Question

Unknowns = Mapping[int, int]
"""Unknown counts by number, and how often each is added."""

Answers = Mapping[str, str]


class Equations(Protocol):
    """What an attacker writes his unknown counts into."""

    def new(self) -> int:
        """Take up another unknown count."""

    def bound(self, terms: Unknowns, least: float, most: float = np.inf) -> None:
        """Learn that a sum lies between two numbers."""


@dataclass
class AtomCounts:
    """The complete sets of answers that the calls of some months can have, and how many have each."""

    equations: Equations
    records: MonthStates
    form: Form
    unspecified: int = field(init=False)
    calls: list[tuple[Answers, int]] = field(init=False)
    given: dict[tuple[str, str, int], int] = field(init=False)

    def __post_init__(self) -> None:
        self.unspecified = self.equations.new()
        self.calls = [(answers, self.equations.new()) for answers in _complete(self.form)]
        self.given = {}
        for question in self.form.questions:
            if question.kind == "several":
                self._several(question)

    def _several(self, question: Question) -> None:
        """Of the calls with the same other answers, each option is chosen by some; "not known" excludes them."""
        for answers, number in self.calls:
            strange = {self.equations.new(): 1} if question.not_known else {}
            for option in question.options:
                if not option.unknown and answers.get(question.besides or "") != option.key:
                    chosen = self.equations.new()
                    self.given[question.key, option.key, number] = chosen
                    self.equations.bound({number: 1, chosen: -1, **dict.fromkeys(strange, -1)}, 0)
                elif option.unknown:
                    self.given[question.key, option.key, number] = next(iter(strange))

    def sum(self, question: str, option: str, other: tuple[str, str]) -> Unknowns:
        """Return the calls that gave an answer, and another one to another question."""
        if not question:
            every = {"": [self.unspecified], "unspecified": [self.unspecified], "registered": []}[option]
            numbers = [] if option == "unspecified" else [number for _, number in self.calls]
            return dict.fromkeys([*every, *numbers], 1)
        wanted = [(key, answer) for key, answer in ((question, option), other) if key]
        several = [(key, answer) for key, answer in wanted if self.form.by_key[key].kind == "several"]
        calls = [
            number
            for answers, number in self.calls
            if all(_has(answers, *answer) for answer in wanted if answer not in several)
        ]
        for key, answer in several:
            if answer != "*":
                return {self.given[key, answer, n]: 1 for n in calls if (key, answer, n) in self.given}
        return dict.fromkeys(calls, 1)


def _has(answers: Answers, key: str, answer: str) -> bool:
    return key in answers if answer == "*" else answers.get(key) == answer


def _complete(form: Form) -> Iterator[Answers]:
    """Give every set of answers to the questions with one answer that can be tapped."""
    ones = [question for question in form.questions if question.kind == "one"]
    for chosen in product(*([*question.option_keys, None] for question in ones)):
        answers = {q.key: option for q, option in zip(ones, chosen, strict=True) if option is not None}
        if all((q.key in answers) == q.applies(answers) for q in ones) and all(
            any(button.set.items() <= answers.items() for button in screen.flat) for screen in form.own_screens
        ):
            yield answers
