"""Writing a chapter as .docx, with python-docx; only the worker imports this."""

from dataclasses import dataclass
from datetime import date

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from reports.chapter.captions import Caption, Captions
from reports.documents import Chapter, ChapterFigure, ChapterSection, Grid
from reports.pictures.shapes import Colour
from reports.word.captions import CaptionWriter
from reports.word.content_control import make_writable
from reports.word.document import TEXT_WIDTH, new_document, number_pages, packed, set_properties
from reports.word.embedded_chart import add_chart
from reports.word.table import add_table
from reports.words.language import Language

ABOVE_FIGURE = Pt(12)
"""The room above a figure, which may follow a table."""

NOTICE, EXPLANATION, LIST = "Notice", "Explanation", "Table of Figures"
"""Styles that the library's own document lacks; the last is Word's name for the lines of a list of figures."""


def docx(chapter: Chapter) -> bytes:
    """Write a chapter; the same chapter gives the same bytes."""
    language = Language(chapter.language)
    document = new_document(language)
    _add_styles(document)
    set_properties(document, chapter.introduction.heading, chapter.author, language, chapter.made)
    captions = CaptionWriter(Captions(language), f"{chapter.made:%Y%m%d}")
    writer = _Writer(document, language, captions, chapter.made)
    if chapter.notice:
        document.add_paragraph(chapter.notice, NOTICE)
    writer.section(chapter.introduction, 1)
    for section in chapter.sections:
        writer.section(section, section.level)
    writer.list_captions()
    number_pages(document, language)
    return packed(document)


@dataclass(frozen=True)
class _Writer:
    """Writes the sections of one document."""

    document: Document
    language: Language
    captions: CaptionWriter
    made: date

    def section(self, section: ChapterSection, level: int) -> None:
        """Write heading and paragraphs, the place for an explanation, then figures and tables."""
        self.document.add_heading(section.heading, level)
        captions = self.captions.captions.of(section)
        for place, text in enumerate(section.paragraphs):
            paragraph = self.document.add_paragraph(text)
            if not place:
                self.captions.refer(paragraph, captions)
        if section.explanation:
            paragraph = self.document.add_paragraph(section.explanation, EXPLANATION)
            make_writable(paragraph, self.language.text("Your explanation"))
        for exhibit, caption in zip(section.exhibits, captions, strict=True):
            if isinstance(exhibit, ChapterFigure):
                self._figure(exhibit, caption)
            else:
                self._table(exhibit, caption)

    def _figure(self, figure: ChapterFigure, caption: Caption) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = ABOVE_FIGURE
        add_chart(self.document, paragraph, figure.chart, figure.alternative, self.made)
        self.captions.write(self.document.add_paragraph(style="Caption"), caption)

    def _table(self, grid: Grid, caption: Caption) -> None:
        heading = self.document.add_paragraph(style="Caption")
        self.captions.write(heading, caption)
        heading.paragraph_format.keep_with_next = True
        add_table(self.document, grid, self.language, TEXT_WIDTH)
        if grid.note:
            self.document.add_paragraph(grid.note, "Caption")

    def list_captions(self) -> None:
        """List all figures and tables at the end."""
        if self.captions.captions.all:
            self.document.add_heading(self.language.text("Figures and tables"), 2)
            self.captions.list_all(self.document, LIST)


def _add_styles(document: Document) -> None:
    """Add the styles of a notice, of a place to write in, which stands out by a line, and of a list of figures."""
    for name in (NOTICE, EXPLANATION, LIST):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        if name == LIST:
            style.paragraph_format.space_after = Pt(2)
            continue
        if name == NOTICE:
            style.font.bold = True
            continue
        style.font.italic, style.font.color.rgb = True, RGBColor.from_string(Colour.SOFT_INK.removeprefix("#"))
        style.paragraph_format.left_indent = Cm(0.5)
        edges, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
        for key, value in {"val": "single", "sz": "24", "space": "8", "color": Colour.ORANGE[1:]}.items():
            left.set(qn(f"w:{key}"), value)
        edges.append(left)
        style.element.get_or_add_pPr().insert_element_before(
            edges, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
        )
