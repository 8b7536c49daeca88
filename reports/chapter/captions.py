"""Numbered captions of a chapter's figures and tables, and the sentences that refer to them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from reports.documents import ChapterSection, Grid
from reports.words.language import Language

Kind = Literal["figure", "table"]
KINDS: tuple[Kind, ...] = get_args(Kind)

PAIR = 2
"""Of more captions only the first and the last number are written."""


@dataclass(frozen=True)
class Caption:
    """A numbered caption: which figure or table it is, and its text."""

    kind: Kind
    number: int
    text: str

    @property
    def key(self) -> str:
        """A name that no other in the chapter has: `figure2`."""
        return f"{self.kind}{self.number}"


@dataclass
class Captions:
    """Numbers the captions of one chapter, in the order in which they are asked for."""

    language: Language
    all: list[Caption] = field(default_factory=list)

    def of(self, section: ChapterSection) -> list[Caption]:
        """Return the captions of a section's figures and tables."""
        return [
            self._next("table", f"{exhibit.heading}.")
            if isinstance(exhibit, Grid)
            else self._next("figure", exhibit.caption)
            for exhibit in section.exhibits
        ]

    def _next(self, kind: Kind, text: str) -> Caption:
        number = 1 + sum(caption.kind == kind for caption in self.all)
        self.all.append(Caption(kind, number, text))
        return self.all[-1]

    def name(self, kind: Kind) -> str:
        """Say what the captions of a kind begin with: `Figur`."""
        return self.language.text("Figure") if kind == "figure" else self.language.text("Table")

    def label(self, caption: Caption) -> str:
        """Say `Figur 2`."""
        return f"{self.name(caption.kind)} {caption.number}"

    def reference(self, captions: Sequence[Caption]) -> list[str | Caption]:
        """Say `Se figur 2 og tabell 2–4.`, with the caption itself in the place of each number."""
        told = [[caption for caption in captions if caption.kind == kind] for kind in KINDS]
        if not captions:
            return []
        named = self.language.listed([self._named(part) for part in told if part])
        said = self.language.text("See {references}.", references=named)
        marked = {_mark(caption): caption for caption in captions}
        return [marked.get(part, part) for part in re.split(r"(<\w+>)", said)]

    def _named(self, told: Sequence[Caption]) -> str:
        """Name captions of one kind, that follow each other, with a mark in the place of each number."""
        plural, marks = self.language.plural, [_mark(caption) for caption in told]
        several = len(marks) > PAIR
        numbers = f"{marks[0]}–{marks[-1]}" if several else self.language.listed(marks)
        if told[0].kind == "figure":
            return plural("figure {numbers}", "figures {numbers}", len(marks), numbers=numbers)
        return plural("table {numbers}", "tables {numbers}", len(marks), numbers=numbers)


def _mark(caption: Caption) -> str:
    return f"<{caption.key}>"
