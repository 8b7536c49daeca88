"""How long texts may be, in UTF-16 units, and cutting what is longer."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.words.language import Language


@dataclass(frozen=True)
class Limits:
    """How many UTF-16 units a picture's ``caption`` and a separate ``text`` may have."""

    caption: int
    text: int


def units(text: str) -> int:
    """Return a text's length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def cut(parts: Sequence[str], most: int, language: Language, joint: str = "\n") -> str:
    """Join the parts that fit in so many UTF-16 units, and say so where some do not."""
    told, kept = joint.join(parts), list(parts)
    while units(told) > most:
        kept.pop()
        told = joint.join([*kept, language.text("There was no room for the rest.")])
    return told
