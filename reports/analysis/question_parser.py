"""Finding questions by the names that people write, and the two of a cross table in a line of words."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storage.forms.form import Form
from storage.forms.question import Question

BETWEEN = re.compile(r"\s*[×✕*]\s*|\s(?:x|mot|by|vs\.?)\s", re.IGNORECASE)
"""What stands between the names of two questions."""

BEFORE_YEAR = re.compile(r"^(?:i|for|in) (?=\d)", re.IGNORECASE)
LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss"})


@dataclass(frozen=True)
class PairAsked:
    """The questions of the rows and the columns that were asked for, and the words of a period, maybe empty."""

    rows: Question
    columns: Question
    period: str


def is_of_pair(text: str) -> bool:
    """Tell whether a text sets one thing against another."""
    return bool(BETWEEN.search(text))


def questions_called(form: Form, text: str) -> list[Question]:
    """Return the questions with this key, label or short label, or else those with one that begins so.

    Case, accents and blanks do not matter. More than one means that the text is ambiguous.
    """
    wanted = _folded(text)
    names = {question.key: set(map(_folded, _names(question))) for question in form.crossable}
    same = [question for question in form.crossable if wanted in names[question.key]]
    if same or not wanted:
        return same
    return [q for q in form.crossable if any(name.startswith(wanted) for name in names[q.key])]


def pair_asked(form: Form, text: str) -> PairAsked | None:
    """Read `2026 instans × årsak`, the period first or last; None where two questions cannot be made out."""
    for between in BETWEEN.finditer(text):
        before, after = (
            part.replace(",", " ").split() for part in (text[: between.start()], text[between.end() :])
        )
        rows = _named(form, [(before[place:], before[:place]) for place in range(len(before))])
        columns = _named(form, [(after[:place], after[place:]) for place in range(len(after), 0, -1)])
        period = " ".join([*rows[1], *columns[1]]) if rows and columns else ""
        if rows and columns and not is_of_pair(f" {period} "):
            return PairAsked(rows[0], columns[0], BEFORE_YEAR.sub("", period))
    return None


def _named(form: Form, ways: Sequence[tuple[list[str], list[str]]]) -> tuple[Question, list[str]] | None:
    """Return the question that the first possible way of parting the words names, and the words left over."""
    for name, left in ways:
        called = questions_called(form, " ".join(name))
        if len(called) == 1:
            return called[0], left
    return None


def _names(question: Question) -> Iterator[str]:
    yield question.key
    for words in (question.label, question.short):
        if words:
            yield from words.texts


def _folded(text: str) -> str:
    """Return a text without case, accents, and blanks or underscores in excess."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS).replace("_", " "))
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
