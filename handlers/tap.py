"""A tap and its text: the one codec for everything a button carries (`callback_data`, at most 64 bytes).

A filling tap is written ``form:`` + fingerprint (3) + nonce (10) + hour (4) + screen (1) + press (1)
+ one character a question (a `several` question one character per six options), all base64url;
``.`` stands for what is not there yet. Other taps begin with a capital. Whatever does not decode to
exactly one tap is refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.fault import N_, Fault
from storage.form import Form
from storage.hour import Hour
from storage.question import Answer, Answers, Choices, Question

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
NOTHING = "."
LONGEST = 64
NONCE_LENGTH = 10
BACK, CANCEL, DONE = "<", "!", "="
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - civil time has no zone
_BITS = 6

_FILLING = re.compile(
    r"(?P<form>[a-z][a-z0-9_]*):(?P<fingerprint>[\w-]{3})(?P<nonce>[\w-]{10})(?P<hour>[\w-]{4}|\.{4})"
    r"(?P<screen>[\w-])(?P<press>[\w<!=-])(?P<answers>[\w.-]*)",
    re.ASCII,
)
_SHORT = re.compile(r"(?P<verb>[A-Z][a-z]+):(?P<subject>[\w-]+)", re.ASCII)

Press = int | str
"""The place of a button on its screen, or `BACK`, `CANCEL`, `DONE`."""


class UnreadableTap(Fault):
    """The text is no tap of ours."""


class OutdatedTap(Fault):
    """The tap belongs to a form that has changed since, or is no longer there."""


class FormTooLong(Fault):
    """A form's taps would outgrow what a button can carry."""


@dataclass(frozen=True)
class Filling:
    """A tap while a form is being filled: the whole state so far, and what was pressed.

    ``hour`` is None until the first tap. ``nonce`` becomes the record's identity.
    """

    form: Form
    nonce: str
    hour: Hour | None
    screen: int
    press: Press
    answers: Answers


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
    return "".join(
        [
            f"{tap.form.key}:{tap.form.fingerprint[:3]}{tap.nonce}",
            _number(int((tap.hour.start - _EPOCH) / timedelta(hours=1)), 4) if tap.hour else NOTHING * 4,
            ALPHABET[tap.screen] + press,
            *(_answer_text(question, tap.answers.get(question.key)) for question in tap.form.questions),
        ]
    )


def decode(text: str, forms: Mapping[str, Form]) -> Filling | Short:
    """Read a tap. Raises `UnreadableTap` for what `encode` never wrote, `OutdatedTap` for another shape."""
    if (short := _SHORT.fullmatch(text)) and len(text) <= LONGEST:
        return Short(short["verb"], short["subject"])
    match = _FILLING.fullmatch(text)
    if match is None:
        raise UnreadableTap(N_("This button cannot be read."))
    form = forms.get(match["form"])
    if form is None or form.fingerprint[:3] != match["fingerprint"]:
        raise OutdatedTap(N_("The form has changed since this button was made."))
    tap = Filling(
        form=form,
        nonce=match["nonce"],
        hour=None if match["hour"] == NOTHING * 4 else _hour(match["hour"]),
        screen=ALPHABET.index(match["screen"]),
        press=match["press"] if match["press"] in BACK + CANCEL + DONE else ALPHABET.index(match["press"]),
        answers=dict(_answers(form, match["answers"])),
    )
    if not _possible(tap) or encode(tap) != text:
        raise UnreadableTap(N_("This button cannot be read."))
    return tap


def check_length(form: Form) -> None:
    """Raise `FormTooLong` for a form whose taps could outgrow a button, or has too many screens."""
    longest = len(encode(Filling(form, "A" * NONCE_LENGTH, None, 0, 0, {})))
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
    return tap.press != DONE or isinstance(screen, Choices)


def _number(value: int, width: int) -> str:
    return "".join(ALPHABET[value >> shift & 63] for shift in range(_BITS * (width - 1), -1, -_BITS))


def _value(text: str) -> int:
    value = 0
    for character in text:
        value = value << _BITS | ALPHABET.index(character)
    return value


def _hour(text: str) -> Hour:
    return Hour.of(_EPOCH + timedelta(hours=_value(text)))


def _width(question: Question) -> int:
    return 1 if question.kind == "one" else -(-len(question.options) // _BITS)


def _answer_text(question: Question, answer: Answer | None) -> str:
    if answer is None:
        return NOTHING * _width(question)
    if isinstance(answer, str):
        return ALPHABET[question.option_keys.index(answer)]
    return _number(sum(1 << question.option_keys.index(key) for key in answer), _width(question))


def _answers(form: Form, text: str) -> Iterator[tuple[str, Answer]]:
    place = 0
    for question in form.questions:
        written = text[place : place + _width(question)]
        place += len(written)
        if NOTHING in written:
            continue
        value = _value(written)
        keys = question.option_keys
        if question.kind == "one":
            yield from ((question.key, key) for key in keys[value : value + 1])
        else:
            yield question.key, tuple(key for bit, key in enumerate(keys) if value >> bit & 1)
