"""A form: the whole questionnaire of a register, as its file defines it."""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from storage.forms.house import House
from storage.forms.made_screens import ONE_IN_A_ROW, arranged
from storage.forms.question import Answer, Answers, Key, Outcome, Question, Stage
from storage.forms.screen import AnswerButton, Screen
from storage.forms.words import FormPart, Label, Noun, Words


class Form(FormPart):
    """The questions, the screens, the view's name and the answer that is counted beside the total.

    ``new`` and ``next`` head the first screen, when asked for and when it follows a receipt; ``counted`` and
    ``highlighted`` name the records and the highlighted ones behind a number. ``telephone`` tells that it holds
    the calls in, the calls out, or the planned talks; ``chapter`` heads its chapter of the annual report;
    ``picture`` names the questions to draw, in order, where that is not all of them; ``cross`` the pairs of
    questions that reports set against each other. One without ``chat`` is filled in at the desk alone.

    ``entries`` is all that is asked, in the order of the file. Where a day of arrival and one of departure are
    among it, records stay open from the one to the other; ``house`` then tells whose nights in the house they are.
    """

    key: Key
    title: Label
    view: Key
    new: Words | None = None
    next: Words | None = None
    counted: Noun | None = None
    highlighted: Noun | None = None
    highlight: Annotated[dict[Key, Key], Field(max_length=1)] = Field(default={})
    telephone: Literal["in", "out", "planned"] | None = None
    chapter: Label | None = None
    picture: tuple[Key, ...] = ()
    cross: tuple[tuple[Key, ...], ...] = ()
    chat: bool = True
    house: House | None = None
    entries: Annotated[tuple[Question, ...], Field(alias="question", min_length=1)]
    own_screens: tuple[Screen, ...] = Field(alias="screen", default=())

    def __hash__(self) -> int:
        """Hash the key, which no other form has."""
        return hash(self.key)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that have options."""
        return tuple(question for question in self.entries if question.kind != "day")

    @cached_property
    def days(self) -> tuple[Question, ...]:
        """The days that are asked for."""
        return tuple(question for question in self.entries if question.kind == "day")

    @cached_property
    def arrival(self) -> Question | None:
        """The day on which a record that stays open begins; None where none does."""
        return self._day("arrival")

    @cached_property
    def departure(self) -> Question | None:
        """The day on which a record that stays open ends; None where none does."""
        return self._day("departure")

    @property
    def stays_open(self) -> bool:
        """Whether its records stay open from a day of arrival to one of departure."""
        return self.departure is not None

    @property
    def persons(self) -> tuple[str, ...]:
        """Whose nights in the house are told apart; nobody's where its records are no stays in the house."""
        if self.house is None:
            return ()
        if self.house.by:
            return self.by_key[self.house.by].option_keys
        return (self.house.person.key,) if self.house.person else ()

    @property
    def counted_outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes that its totals count: a house counts the heads of those who declined as well."""
        return ("registered", "unspecified", "declined") if self.stays_open else ("registered", "unspecified")

    @property
    def in_chat(self) -> bool:
        """Whether it is filled in in the chat as well."""
        return self.chat and not self.stays_open

    def _day(self, stage: Stage) -> Question | None:
        return next((day for day in self.days if day.stage == stage), None)

    def asked_at(self, stage: Stage) -> tuple[Question, ...]:
        """Return the questions with options that are asked at a stage; one without a stage is at arrival."""
        return tuple(question for question in self.questions if (question.stage or "arrival") == stage)

    @cached_property
    def by_key(self) -> dict[str, Question]:
        """The questions with options by key, in the order of the file."""
        return {question.key: question for question in self.questions}

    @cached_property
    def screens(self) -> tuple[Screen, ...]:
        """All screens in the order asked: the file's own, and one made for each question left over."""
        return tuple(arranged(self.questions, self.own_screens))

    @cached_property
    def asked(self) -> frozenset[str]:
        """The questions a registered record can answer; the others belong to buttons that end otherwise."""
        buttons = (button for screen in self.screens for button in screen.flat)
        return frozenset(key for b in buttons if b.outcome in {None, "registered"} for key in b.set)

    @cached_property
    def crossable(self) -> tuple[Question, ...]:
        """The questions that a registered record can answer, in the order of the file."""
        return tuple(question for question in self.questions if question.key in self.asked)

    @cached_property
    def cross_pairs(self) -> tuple[tuple[Question, Question], ...]:
        """The pairs of questions that reports set against each other: rows and columns."""
        return tuple((self.by_key[rows], self.by_key[columns]) for rows, columns in self.cross)

    @cached_property
    def fingerprint(self) -> str:
        """Eighteen base64 characters that change whenever the form's shape does; words may change freely."""
        questions = [[q.key, q.kind, list(q.option_keys), sorted(q.when.items())] for q in self.entries]
        screens = [[[sorted(b.set.items()), b.outcome] for b in screen.flat] for screen in self.screens]
        digest = hashlib.sha256(json.dumps([questions, screens]).encode()).digest()
        return base64.urlsafe_b64encode(digest).decode()[:18]

    def name_of(self, screen: Screen) -> Words:
        """Return a screen's short name: its own, or its first question's label, or the short of a long label."""
        asked = next(question for question in self.questions if question.key in screen.questions)
        is_short = all(len(text) <= ONE_IN_A_ROW for text in asked.label.texts)
        return screen.name or (asked.label if is_short else asked.heading)

    def person_in(self, answers: Answers) -> str:
        """Return the key of whose nights a stay with these answers is; empty where no nights are counted."""
        if self.house is None:
            return ""
        if self.house.person:
            return self.house.person.key
        by = self.by_key[self.house.by or ""]
        unknown = by.not_known.key if by.not_known else "unknown"
        return str(answers.get(by.key, unknown))

    def in_order(self, answers: Answers) -> dict[str, Answer]:
        """Return the answers in the form's own order; unknown keys are left out."""
        return {key: answers[key] for key in self.by_key if key in answers}

    def pruned(self, answers: Answers, day: date) -> dict[str, Answer]:
        """Return the answers, in order, whose question applies and is in use on ``day``; drops the others."""
        kept = self.in_order(answers)
        while True:
            questions = (self.by_key[key] for key in kept)
            left = {q.key: kept[q.key] for q in questions if q.in_use(day) and q.applies(kept)}
            if left == kept:
                return dict(self._without_repeats(kept))
            kept = left

    def _without_repeats(self, answers: Answers) -> Iterator[tuple[str, Answer]]:
        """Remove from a later answer the option already given; a later answer left empty is dropped."""
        for key, answer in answers.items():
            question = self.by_key[key]
            same = answers.get(question.besides) if question.besides else None
            left = tuple(option for option in answer if option != same) if question.besides else answer
            if left or not question.later:
                yield key, left

    def offered(self, screen: Screen, answers: Answers, day: date) -> frozenset[int]:
        """Return the places of the buttons to show: in use on ``day``, and asked after these answers.

        Conditions on questions that the screen settles itself do not count.
        """
        return frozenset(
            place for place, button in enumerate(screen.flat) if self._is_offered(button, screen, answers, day)
        )

    def _is_offered(self, button: AnswerButton, screen: Screen, answers: Answers, day: date) -> bool:
        return all(
            (question := self.by_key[key]).in_use(day)
            and question.option(option).in_use(day)
            and answers.get(question.besides or "") != option
            and question.applies(answers, but_for=screen.questions)
            for key, option in button.set.items()
        )

    def is_asked(self, screen: Screen, answers: Answers, day: date) -> bool:
        """Tell whether a screen has a question to ask: a button that answers and goes on."""
        offered = self.offered(screen, answers, day)
        return not self.is_later(screen) and any(screen.flat[place].outcome is None for place in offered)

    def is_later(self, screen: Screen) -> bool:
        """Tell whether a screen is asked from the receipt alone."""
        return any(self.by_key[key].later for key in screen.questions)


def telephone_of(forms: Mapping[str, Form]) -> Form:
    """Return the form of the calls that the telephone itself counts: the one that says so, or else the first.

    Records that stay open are no calls.
    """
    calls = [form for form in forms.values() if not form.stays_open] or list(forms.values())
    return next((form for form in calls if form.telephone == "in"), calls[0])


def telephone_forms(forms: Mapping[str, Form]) -> list[Form]:
    """Return the forms that one telephone report holds: the calls in, then what else went by telephone."""
    first = telephone_of(forms)
    return [first, *(form for form in forms.values() if form.telephone and form != first)]
