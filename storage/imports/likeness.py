"""How alike two short texts are that people write for the same thing."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from storage.imports.folding import folded

WORD = re.compile(r"[^\W_]+")
SMALL = re.compile(r"og|om|i|pa|av|til|for|en|ein|ei|et|eit|a|an|the|of|and|or")
"""Words that tell nothing."""
FEWEST_LETTERS, MOST_ENDING = 4, 4
"""A word of so many letters is another one that only goes on with an ending of no more than that."""
FEWEST_TYPED, TYPED_ALIKE = 6, 0.84
"""Words of so many letters are the same where so much of them is: the rest is a slip."""
LONGEST_START, COMPOUND = 8, 0.7
"""A heading that another begins with counts so much of a word, and so does so long a beginning in common."""


@dataclass(frozen=True)
class Likeness:
    """Compares texts by their words; ``generic`` ones tell nothing.

    Where ``begins`` is set, texts are headings, which are cut short.
    """

    generic: Collection[str] = ()
    begins: bool = False

    def best(self, text: str, others: Iterable[str]) -> float:
        """Return how alike a text is to the most similar of others, from 0 to 1."""
        return max((self._shared(text, other) for other in others), default=0.0)

    def _shared(self, text: str, other: str) -> float:
        if folded(text) == folded(other):
            return 1.0
        some, others = self._telling(text), self._telling(other)
        if not some or not others or len(some) > len(others) * 2:
            return 0.0
        found = sum(max(self._alike(word, of_other) for of_other in others) for word in some)
        return 2 * min(found, len(others)) / (len(some) + len(others))

    def _telling(self, text: str) -> list[str]:
        words = [
            word for word in WORD.findall(folded(text)) if not SMALL.fullmatch(word) and word not in self.generic
        ]
        return [word for word in words if not word.isdecimal()] or words

    def _alike(self, word: str, other: str) -> float:
        short, long = sorted((word, other), key=len)
        if word == other:
            return 1.0
        if len(short) >= FEWEST_LETTERS and long.startswith(short) and len(long) - len(short) <= MOST_ENDING:
            return 1.0
        if self.begins and _begins(word, other):
            return COMPOUND
        return float(_is_slip(short, long))


def _begins(heading: str, word: str) -> bool:
    start = heading[:LONGEST_START]
    return (
        len(start) >= FEWEST_LETTERS
        and word.startswith(start)
        and (start == heading or len(start) == LONGEST_START)
    )


@lru_cache(maxsize=1 << 14)
def _is_slip(short: str, long: str) -> bool:
    if len(short) < FEWEST_TYPED or short[0] != long[0] or len(long) - len(short) > 1:
        return False
    return SequenceMatcher(None, short, long, autojunk=False).ratio() >= TYPED_ALIKE
