"""What a tap is about, as a button carries it: a field of each name is written alike in every verb."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from handlers.tap.text import ALPHABET
from reports.analysis.period import Period
from storage.deliveries.chats import REPORTS
from storage.forms.form import Form

FURTHEST = 100_000
MOST_CALLS = 500
NOT_KNOWN = "x"


@dataclass(frozen=True)
class Field:
    """How a value is found (``pattern``), written and read again; `decode` refuses what `read` raises."""

    pattern: str
    write: Callable[[Any], str]
    read: Callable[[str, Mapping[str, Form]], object]


def _number(most: int) -> Callable[[str, Mapping[str, Form]], int]:
    def read(text: str, _: Mapping[str, Form]) -> int:
        number = int(text)
        if number > most:
            raise ValueError
        return number

    return read


def _count(text: str, forms: Mapping[str, Form]) -> int | None:
    return None if text == NOT_KNOWN else _number(MOST_CALLS)(text, forms)


def _key(shift: str) -> str:
    return shift.replace(":", "")


FIELDS: Mapping[str, Field] = {
    "source": Field(r"[\w-]+", str, lambda text, _: text),
    "place": Field(r"[\w-]", ALPHABET.__getitem__, lambda text, _: ALPHABET.index(text)),
    "skipped": Field(r"\d{1,6}", str, _number(FURTHEST)),
    "form": Field(r"[a-z][a-z0-9_]*", lambda form: str(form.key), lambda text, forms: forms[text]),
    "period": Field(r"[\dT-]+", lambda period: str(period.name), lambda text, _: Period.named(text)),
    "shift": Field(r"\d{4}-\d\d-\d\dT\d{4}", _key, lambda text, _: f"{text[:-2]}:{text[-2:]}"),
    "n": Field(r"\d{1,3}|x", lambda n: NOT_KNOWN if n is None else str(n), _count),
    "first": Field(r"\d{1,3}", str, _number(MOST_CALLS)),
    "chat": Field(r"-?\d{1,20}", str, lambda text, _: int(text)),
    "report": Field("|".join(REPORTS), str, lambda text, _: text),
}
"""Each field of `handlers.tap.short` by its name."""
