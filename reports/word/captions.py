"""Numbered captions of figures and tables, references to them, and the list of all."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal, get_args

from docx.document import Document
from docx.text.paragraph import Paragraph

from reports.documents import ChapterSection, Grid
from reports.word.fields import add_field, add_link, begin_field, bookmark, end_field
from reports.words.language import Language

Kind = Literal["figure", "table"]
KINDS: tuple[Kind, ...] = get_args(Kind)

MARK = "<{}>"
"""Stands in a sentence where a number will."""

PAIR = 2
"""Of more captions only the first and the last number are written."""


@dataclass(frozen=True)
class Caption:
    """A numbered caption: `Figur 2` and its text; ``mark`` is the bookmark on its number."""

    kind: Kind
    number: int
    text: str
    mark: str


@dataclass
class Captions:
    """Numbers the captions of one document, in the order in which they are asked for.

    Their bookmarks are named after the ``series``, so that chapters can be pasted together.
    """

    language: Language
    series: str
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
        caption = Caption(kind, number, text, f"_Ref{self.series}{kind}{number}")
        self.all.append(caption)
        return caption

    def name(self, kind: Kind) -> str:
        """Say what the captions of a kind begin with; Word's own sequences have these names."""
        return self.language.text("Figure") if kind == "figure" else self.language.text("Table")

    def label(self, caption: Caption) -> str:
        """Say `Figur 2`."""
        return f"{self.name(caption.kind)} {caption.number}"

    def write(self, paragraph: Paragraph, caption: Caption) -> None:
        """Write a caption whose number is a field."""
        paragraph.add_run(f"{self.name(caption.kind)} ")
        with bookmark(paragraph, caption.mark, self.all.index(caption)):
            add_field(paragraph, f"SEQ {self.name(caption.kind)} \\* ARABIC", str(caption.number))
        paragraph.add_run(f". {caption.text}")

    def refer(self, paragraph: Paragraph, captions: Sequence[Caption]) -> None:
        """End a paragraph with `Se figur 2 og tabell 2–4.`, each number a field; nothing without captions."""
        parts = [[caption for caption in captions if caption.kind == kind] for kind in KINDS]
        named = [self._named(part) for part in parts if part]
        rest = f" {self._see(named)}" if named else ""
        for caption in chain(*parts):
            before, number, after = rest.partition(MARK.format(caption.mark))
            if number:
                paragraph.add_run(before)
                add_field(paragraph, f"REF {caption.mark} \\h", str(caption.number))
                rest = after
        paragraph.add_run(rest)

    def _see(self, named: list[str]) -> str:
        return self.language.text("See {references}.", references=self.language.listed(named))

    def _named(self, told: Sequence[Caption]) -> str:
        """Name captions of one kind, that follow each other, with a mark in the place of each number."""
        plural, marks = self.language.plural, [MARK.format(caption.mark) for caption in told]
        several = len(marks) > PAIR
        numbers = f"{marks[0]}–{marks[-1]}" if several else self.language.listed(marks)
        if told[0].kind == "figure":
            return plural("figure {numbers}", "figures {numbers}", len(marks), numbers=numbers)
        return plural("table {numbers}", "tables {numbers}", len(marks), numbers=numbers)

    def list_all(self, document: Document, style: str) -> None:
        """List all figures, then all tables, each a field that leads to its place."""
        for kind in KINDS:
            told = [caption for caption in self.all if caption.kind == kind]
            lines = [document.add_paragraph(style=style) for _ in told]
            for caption, line in zip(told, lines, strict=True):
                if line is lines[0]:
                    begin_field(line, f'TOC \\h \\z \\n \\c "{self.name(kind)}"')
                add_link(line, caption.mark, f"{self.label(caption)}. {caption.text}")
            if lines:
                end_field(lines[-1])
