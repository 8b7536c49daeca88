"""A tap and its text: the one codec for everything a button carries (`callback_data`, at most 64 bytes).

A filling tap is written ``form:`` + fingerprint (3) + nonce (10) + hour (4) + screen (1) + press (1)
+ one character a question (a `several` question one character per six options), all base64url;
``.`` stands for what is not there yet. In a correction ``=`` + revision (3) stands for the hour, and what is
asked later is carried too. Other taps begin with a capital. Whatever does not decode to exactly one tap is
refused.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from handlers.tap_text import ALPHABET, NOTHING, answer_text, answers_of, number_of, number_text
from storage.fault import N_, Fault
from storage.form import Form
from storage.hour import Hour
from storage.question import Answers, Choices, Question

LONGEST = 64
NONCE_LENGTH = 10
HOUR_LENGTH = 4
REVISIONS = 64**3
BACK, CANCEL, DONE = "<", "!", "="
WHEN, NIGHT, DAYS, DAY, AT = "?", "(", "*", "+", "@"
LEAVING = 1 << 23
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - civil time has no zone

_FILLING = re.compile(
    r"(?P<form>[a-z][a-z0-9_]*):(?P<fingerprint>[\w-]{3})(?P<nonce>[\w-]{10})"
    r"(?:(?P<hour>[\w-]{4})|\.{4}|=(?P<revision>[\w-]{3}))(?P<screen>[\w-])(?P<press>[\w<!=?(*+@-])(?P<answers>[\w.-]*)",
    re.ASCII,
)
_SHORT = re.compile(r"(?P<verb>[A-Z][a-z]+):(?P<subject>[\w-]+)", re.ASCII)

Press = int | str
"""The place of a button on its screen; `BACK`, `CANCEL`, `DONE`; or one of `TIMING`."""

TIMING = frozenset({WHEN, NIGHT, DAYS, DAY, AT})
"""Presses about when the call was: the latest hours, the night, the days, a day's hours, and the choice."""


class UnreadableTap(Fault):
    """The text is no tap of ours."""


class OutdatedTap(Fault):
    """The tap belongs to a form that has changed since, or is no longer there; ``nonce`` is of its record."""

    def __init__(self, nonce: str) -> None:
        """Be about this record."""
        super().__init__(N_("The form has changed since this button was made."))
        self.nonce = nonce


class FormTooLong(Fault):
    """A form's taps would outgrow what a button can carry."""


@dataclass(frozen=True)
class Filling:
    """A tap while a form is being filled: the whole state so far, and what was pressed.

    ``hour`` is None until the first tap; ``leaving`` means that the call belongs to the shift that ends in that
    hour, where one does. ``nonce`` becomes the record's identity. ``revision`` is that of a record which is being
    corrected, modulo `REVISIONS`.
    """

    form: Form
    nonce: str
    hour: Hour | None
    screen: int
    press: Press
    answers: Answers
    leaving: bool = False
    revision: int | None = None

    @property
    def carried(self) -> Sequence[Question]:
        """The questions whose answers it carries: what is asked later is not asked while filling in."""
        return [question for question in self.form.questions if self.revision is not None or not question.later]


@dataclass(frozen=True)
class Short:
    """A tap on something else than a form: a verb such as `Undo`, and what it is about."""

    verb: str
    subject: str


def encode(tap: Filling | Short) -> str:
    """Return the text of a tap."""
    if isinstance(tap, Short):
        return f"{tap.verb}:{tap.subject}"
    press = ALPHABET[tap.press] if isinstance(tap.press, int) else tap.press
    answers = (answer_text(question, tap.answers.get(question.key)) for question in tap.carried)
    state = f"{tap.form.fingerprint[:3]}{tap.nonce}{_time_text(tap)}{ALPHABET[tap.screen]}{press}"
    return f"{tap.form.key}:{state}{''.join(answers)}"


def decode(text: str, forms: Mapping[str, Form]) -> Filling | Short:
    """Read a tap. Raises `UnreadableTap` for what `encode` never wrote, `OutdatedTap` for another shape."""
    if (short := _SHORT.fullmatch(text)) and len(text) <= LONGEST:
        return Short(short["verb"], short["subject"])
    match = _FILLING.fullmatch(text)
    if match is None:
        raise UnreadableTap(N_("This button cannot be read."))
    form = forms.get(match["form"])
    if form is None or form.fingerprint[:3] != match["fingerprint"]:
        raise OutdatedTap(match["nonce"])
    hour = number_of(match["hour"]) if match["hour"] else None
    bare = Filling(
        form=form,
        nonce=match["nonce"],
        hour=None if hour is None else _hour(hour),
        screen=ALPHABET.index(match["screen"]),
        press=ALPHABET.index(match["press"]) if match["press"] in ALPHABET else match["press"],
        answers={},
        leaving=bool((hour or 0) & LEAVING),
        revision=number_of(match["revision"]) if match["revision"] else None,
    )
    tap = replace(bare, answers=dict(answers_of(bare.carried, match["answers"])))
    if not _possible(tap) or encode(tap) != text:
        raise UnreadableTap(N_("This button cannot be read."))
    return tap


def check_length(form: Form) -> None:
    """Raise `FormTooLong` for a form whose taps could outgrow a button, or has too many screens."""
    longest = len(encode(Filling(form, "A" * NONCE_LENGTH, None, 0, 0, {}, revision=0)))
    if longest > LONGEST or len(form.screens) > len(ALPHABET):
        raise FormTooLong(
            N_("The form “{form}” is too long: a button would need {bytes} bytes, and carries {most}."),
            form=form.key,
            bytes=longest,
            most=LONGEST,
        )


def _possible(tap: Filling) -> bool:
    if tap.screen >= len(tap.form.screens):
        return False
    screen = tap.form.screens[tap.screen]
    if isinstance(tap.press, int):
        return tap.press < len(screen.flat)
    if tap.press in TIMING - {AT}:
        return tap.screen == 0 and not tap.answers
    return tap.press != DONE or isinstance(screen, Choices)


def _time_text(tap: Filling) -> str:
    if tap.revision is not None:
        return f"={number_text(tap.revision, HOUR_LENGTH - 1)}"
    if tap.hour is None:
        return NOTHING * HOUR_LENGTH
    return number_text(int((tap.hour.start - _EPOCH) / timedelta(hours=1)) | tap.leaving * LEAVING, HOUR_LENGTH)


def _hour(value: int) -> Hour:
    return Hour.of(_EPOCH + timedelta(hours=value & ~LEAVING))
