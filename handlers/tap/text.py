"""How numbers, answers and the fields of actions are written on a button.

Numbers and answers are base64url, with ``.`` for what is not there yet.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reports.analysis.period import Period
from storage.deliveries.chats import REPORTS
from storage.forms.form import Form
from storage.forms.question import Answer, Question
from storage.hour import Hour
from storage.people.seat import ROLES
from storage.shifts.corrections import FIGURES

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
NOTHING = "."
BITS = 6
FURTHEST = 100_000
NOT_KNOWN = "x"
STRETCH = re.compile(2 * r"(\d{4})(\d\d)(\d\d)", re.ASCII)


def number_text(value: int, width: int) -> str:
    """Write a number in so many characters, the highest first."""
    return "".join(ALPHABET[value >> shift & 63] for shift in range(BITS * (width - 1), -1, -BITS))


def number_of(text: str) -> int:
    """Read a number."""
    value = 0
    for character in text:
        value = value << BITS | ALPHABET.index(character)
    return value


def answer_text(question: Question, answer: Answer | None) -> str:
    """Write an answer: one character, or one per six options for a `several` question."""
    if answer is None:
        return NOTHING * _width(question)
    if isinstance(answer, str):
        return ALPHABET[question.option_keys.index(answer)]
    return number_text(sum(1 << question.option_keys.index(key) for key in answer), _width(question))


def answers_of(questions: Sequence[Question], text: str) -> Iterator[tuple[str, Answer]]:
    """Read the answers to these questions; a character that stands for no option gives none."""
    place = 0
    for question in questions:
        written = text[place : place + _width(question)]
        place += len(written)
        if NOTHING in written:
            continue
        value = number_of(written)
        keys = question.option_keys
        if not question.takes_several:
            yield from ((question.key, key) for key in keys[value : value + 1])
        else:
            yield question.key, tuple(key for bit, key in enumerate(keys) if value >> bit & 1)


def _width(question: Question) -> int:
    return -(-len(question.options) // BITS) if question.takes_several else 1


@dataclass(frozen=True)
class Field:
    """How a value is matched, written and read; `decode` refuses a text that ``read`` raises an error for."""

    pattern: str
    write: Callable[[Any], str]
    read: Callable[[str, Mapping[str, Form]], object]


def _number(text: str, most: int) -> int:
    number = int(text)
    if number > most:
        raise ValueError
    return number


def _period_text(period: Period) -> str:
    """Write a period by its name, and a stretch of days shorter, since a button carries little."""
    return f"{period.first:%Y%m%d}{period.days.last:%Y%m%d}" if period.kind == "days" else period.name


def _period_of(text: str) -> Period:
    if stretch := STRETCH.fullmatch(text):
        return Period.named("{}-{}-{}--{}-{}-{}".format(*stretch.groups()))
    return Period.named(text)


PLACE = Field(r"[\w-]", ALPHABET.__getitem__, lambda text, _: ALPHABET.index(text))
# Three digits hold `MOST_OF_A_SHIFT`.
CALLS = Field(
    pattern=rf"\d{{1,3}}|{NOT_KNOWN}",
    write=lambda calls: NOT_KNOWN if calls is None else str(calls),
    read=lambda text, _: None if text == NOT_KNOWN else int(text),
)
NUMBER = Field(r"\d{1,9}", str, lambda text, _: int(text))
LOWEST = Field(r"\d{1,3}", str, lambda text, _: int(text))

FIELDS: Mapping[str, Field] = {
    "source": Field(r"[\w-]+", str, lambda text, _: text),
    "place": PLACE,
    "rows": PLACE,
    "columns": PLACE,
    "skipped": Field(r"\d{1,6}", str, lambda text, _: _number(text, FURTHEST)),
    "form": Field(r"[a-z][a-z0-9_]*", lambda form: str(form.key), lambda text, forms: forms[text]),
    "period": Field(r"[\dTQ-]+", _period_text, lambda text, _: _period_of(text)),
    "shift": Field(
        pattern=r"\d{4}-\d\d-\d\dT\d{4}",
        write=lambda key: str(key).replace(":", ""),
        read=lambda text, _: f"{text[:-2]}:{text[-2:]}",
    ),
    "hour": Field(
        pattern=rf"\d{{4}}-\d\d-\d\dT\d\d|{NOT_KNOWN}",
        write=lambda hour: NOT_KNOWN if hour is None else str(hour),
        read=lambda text, _: None if text == NOT_KNOWN else Hour.parse(text),
    ),
    "n": CALLS,
    "figure": Field("|".join(FIGURES), str, lambda text, _: text),
    "calls": CALLS,
    "lowest": LOWEST,
    "first": LOWEST,
    "shown": LOWEST,
    "change": Field(r"\d{1,4}", str, lambda text, _: int(text)),
    "chat": NUMBER,
    "seat": NUMBER,
    "browser": NUMBER,
    "invite": NUMBER,
    "restore": NUMBER,
    "role": Field("|".join(ROLES), str, lambda text, _: text),
    "name": Field(r"[a-z_0-9]{1,20}", str, lambda text, _: text),
    "report": Field("|".join(REPORTS), str, lambda text, _: text),
}
"""The fields of actions by name; each is written alike in every action."""
