"""A tap on a form that is being filled in or corrected, and its text.

The text is ``form:`` + fingerprint (3) + nonce (10) + hour (4) + screen (1) + press (1) + one character a
question (a `several` question one character per six options), all base64url; ``.`` stands for what is not there
yet. In a correction ``=`` + revision (3) stands for the hour, and what is asked later is carried too.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Self

from handlers.tap.text import ALPHABET, NOTHING, answer_text, answers_of, number_of, number_text
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.forms.question import Answers, Question
from storage.forms.screen import Choices
from storage.hour import Hour

HOUR_LENGTH = 4
REVISIONS = 64**3
BACK, CANCEL, DONE = "<", "!", "="
WHEN, NIGHT, DAYS, DAY, AT = "?", "(", "*", "+", "@"
LEAVING = 1 << 23
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - civil time has no zone

_TEXT = re.compile(
    r"(?P<form>[a-z][a-z0-9_]*):(?P<fingerprint>[\w-]{3})(?P<nonce>[\w-]{10})"
    r"(?:(?P<hour>[\w-]{4})|\.{4}|=(?P<revision>[\w-]{3}))(?P<screen>[\w-])(?P<press>[\w<!=?(*+@-])(?P<answers>[\w.-]*)",
    re.ASCII,
)

Press = int | str
"""The place of a button on its screen; `BACK`, `CANCEL`, `DONE`; or one of `TIMING`."""

TIMING = frozenset({WHEN, NIGHT, DAYS, DAY, AT})
"""Presses about when the call was: the latest hours, the night, the days, a day's hours, and the choice."""


class UnreadableTap(Fault):
    """No button of ours has this text, or none that is offered."""

    def __init__(self) -> None:
        """Say so in one sentence."""
        super().__init__(N_("This button cannot be read."))


class OutdatedTap(Fault):
    """The form has changed since, or is no longer in use; ``nonce`` is that of the tap's record."""

    def __init__(self, nonce: str) -> None:
        """Keep the nonce."""
        super().__init__(N_("The form has changed since this button was made."))
        self.nonce = nonce


@dataclass(frozen=True)
class FormState:
    """A form that is being filled in or corrected, as far as it has come.

    ``hour`` is None until the first tap; ``leaving`` means that the call belongs to the shift that ends in that
    hour, where one does. ``nonce`` becomes the record's identity. ``revision`` is that of a record which is being
    corrected, modulo `REVISIONS`.
    """

    form: Form
    nonce: str
    hour: Hour | None
    screen: int
    answers: Answers
    leaving: bool = False
    revision: int | None = None

    def __hash__(self) -> int:
        """Hash what differs most; forms and answers have no hash of their own."""
        return hash((self.form.key, self.nonce, self.hour, self.screen, frozenset(self.answers.values())))

    @property
    def bare(self) -> Self:
        """The state without what is about one record alone: many records are filled in alike."""
        correcting = None if self.revision is None else 0
        return replace(self, nonce="", hour=None, leaving=False, revision=correcting)

    def of(self, other: Self) -> Self:
        """Return a bare state as one of another state's record."""
        return replace(self, nonce=other.nonce, hour=other.hour, leaving=other.leaving, revision=other.revision)

    @property
    def carried(self) -> Sequence[Question]:
        """The questions whose answers it carries; filling in carries none that are asked later."""
        return [question for question in self.form.questions if self.revision is not None or not question.later]

    @cached_property
    def text(self) -> tuple[str, str]:
        """What a button's text says before and after what is pressed."""
        answers = (answer_text(question, self.answers.get(question.key)) for question in self.carried)
        place = f"{self.form.fingerprint[:3]}{self.nonce}{self._time}{ALPHABET[self.screen]}"
        return f"{self.form.key}:{place}", "".join(answers)

    @property
    def _time(self) -> str:
        if self.revision is not None:
            return f"={number_text(self.revision, HOUR_LENGTH - 1)}"
        if self.hour is None:
            return NOTHING * HOUR_LENGTH
        hours = int((self.hour.start - _EPOCH) / timedelta(hours=1))
        return number_text(hours | self.leaving * LEAVING, HOUR_LENGTH)


@dataclass(frozen=True)
class FormTap:
    """A tap on a form: its whole state so far, and what was pressed."""

    state: FormState
    press: Press

    @property
    def text(self) -> str:
        """The text of its button."""
        before, after = self.state.text
        return f"{before}{ALPHABET[self.press] if isinstance(self.press, int) else self.press}{after}"

    @classmethod
    def read(cls, text: str, forms: Mapping[str, Form]) -> Self:
        """Read the text. Raises `OutdatedTap` for a changed form, `UnreadableTap` for an impossible state."""
        match = _TEXT.fullmatch(text)
        if match is None:
            raise UnreadableTap
        form = forms.get(match["form"])
        if form is None or form.stays_open or form.fingerprint[:3] != match["fingerprint"]:
            raise OutdatedTap(match["nonce"])
        hour = number_of(match["hour"]) if match["hour"] else None
        bare = FormState(
            form=form,
            nonce=match["nonce"],
            hour=None if hour is None else Hour.of(_EPOCH + timedelta(hours=hour & ~LEAVING)),
            screen=ALPHABET.index(match["screen"]),
            answers={},
            leaving=bool((hour or 0) & LEAVING),
            revision=number_of(match["revision"]) if match["revision"] else None,
        )
        state = replace(bare, answers=dict(answers_of(bare.carried, match["answers"])))
        press = match["press"]
        tap = cls(state, ALPHABET.index(press) if press in ALPHABET else press)
        if not tap.is_possible:
            raise UnreadableTap
        return tap

    @property
    def is_possible(self) -> bool:
        """Whether its screen exists and has such a button."""
        state = self.state
        if state.screen >= len(state.form.screens):
            return False
        screen = state.form.screens[state.screen]
        if isinstance(self.press, int):
            return self.press < len(screen.flat)
        if self.press in TIMING - {AT}:
            return state.screen == 0 and not state.answers
        return self.press != DONE or isinstance(screen, Choices)
