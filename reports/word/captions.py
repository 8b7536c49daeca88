"""Captions in a Word document: numbers that are fields, references to them, and the list of all."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.text.paragraph import Paragraph

from reports.chapter.captions import KINDS, Caption, Captions
from reports.word.fields import add_field, add_link, begin_field, bookmark, end_field


@dataclass(frozen=True)
class CaptionWriter:
    """Writes captions; their bookmarks are named after the ``series``, so that chapters can be pasted together."""

    captions: Captions
    series: str

    def write(self, paragraph: Paragraph, caption: Caption) -> None:
        """Write a caption whose number is a field."""
        name = self.captions.name(caption.kind)
        paragraph.add_run(f"{name} ")
        with bookmark(paragraph, self._mark(caption), self.captions.all.index(caption)):
            add_field(paragraph, f"SEQ {name} \\* ARABIC", str(caption.number))
        paragraph.add_run(f". {caption.text}")

    def refer(self, paragraph: Paragraph, captions: Sequence[Caption]) -> None:
        """End a paragraph with `Se figur 2 og tabell 2–4.`, each number a field; nothing without captions."""
        if captions:
            paragraph.add_run(" ")
        for part in self.captions.reference(captions):
            if isinstance(part, Caption):
                add_field(paragraph, f"REF {self._mark(part)} \\h", str(part.number))
            else:
                paragraph.add_run(part)

    def list_all(self, document: Document, style: str) -> None:
        """List all figures, then all tables, each a field that leads to its place."""
        for kind in KINDS:
            told = [caption for caption in self.captions.all if caption.kind == kind]
            lines = [document.add_paragraph(style=style) for _ in told]
            for caption, line in zip(told, lines, strict=True):
                if line is lines[0]:
                    begin_field(line, f'TOC \\h \\z \\n \\c "{self.captions.name(kind)}"')
                add_link(line, self._mark(caption), f"{self.captions.label(caption)}. {caption.text}")
            if lines:
                end_field(lines[-1])

    def _mark(self, caption: Caption) -> str:
        return f"_Ref{self.series}{caption.key}"
