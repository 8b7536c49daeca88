"""Writing a chapter as .docx, with python-docx; only the worker imports this."""

from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx as python_docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from reports.chapter.captions import Caption, Captions
from reports.documents import Chapter, ChapterFigure, ChapterSection, Grid
from reports.pictures.shapes import Colour
from reports.word.captions import CaptionWriter
from reports.word.content_control import make_writable
from reports.word.embedded_chart import add_chart
from reports.word.fields import add_field
from reports.word.table import add_table
from reports.words.language import TAGS, Language

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every part in the file: the same chapter gives the same bytes."""

FONT = "Arial"
PAGE = Cm(21), Cm(29.7)
MARGIN = Cm(2.5)
PICTURE_WIDTH = Cm(16)

NOTICE, EXPLANATION, LIST = "Notice", "Explanation", "Table of Figures"
"""Styles that the library's own document lacks; the last is Word's name for the lines of a list of figures."""

SIZES = {"Normal": Pt(11), "Heading 1": Pt(20), "Heading 2": Pt(15), "Caption": Pt(10)}
SPACES = {
    "Normal": (Pt(0), Pt(8)),
    "Heading 1": (Pt(0), Pt(10)),
    "Heading 2": (Pt(18), Pt(6)),
    "Caption": (Pt(4), Pt(8)),
}
"""The space above a paragraph and below it."""


def docx(chapter: Chapter) -> bytes:
    """Write a chapter; the same chapter gives the same bytes."""
    document = python_docx.Document()
    _set_styles(document, TAGS[chapter.language])
    language = Language(chapter.language)
    _properties(document, chapter)
    captions = CaptionWriter(Captions(language), f"{chapter.made:%Y%m%d}")
    writer = _Writer(document, language, captions, chapter.made)
    if chapter.notice:
        document.add_paragraph(chapter.notice, NOTICE)
    writer.section(chapter.introduction, 1)
    for section in chapter.sections:
        writer.section(section, 2)
    writer.list_captions()
    writer.number_pages()
    return _packed(document)


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
        add_chart(self.document, paragraph, figure.chart, figure.alternative, self.made)
        self.captions.write(self.document.add_paragraph(style="Caption"), caption)

    def _table(self, grid: Grid, caption: Caption) -> None:
        heading = self.document.add_paragraph(style="Caption")
        self.captions.write(heading, caption)
        heading.paragraph_format.keep_with_next = True
        add_table(self.document, grid, self.language, PICTURE_WIDTH)
        if grid.note:
            self.document.add_paragraph(grid.note, "Caption")

    def list_captions(self) -> None:
        """List all figures and tables at the end."""
        if self.captions.captions.all:
            self.document.add_heading(self.language.text("Figures and tables"), 2)
            self.captions.list_all(self.document, LIST)

    def number_pages(self) -> None:
        """Write the page's number at the foot of every page."""
        foot = self.document.sections[0].footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        before, _, after = self.language.text("Page {n}", n="\n").partition("\n")
        foot.add_run(before)
        add_field(foot, "PAGE", "1")
        foot.add_run(after)


def _set_styles(document: Document, language: str) -> None:
    """Set page, language and the styles that a chapter uses."""
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    for name, size in SIZES.items():
        style = document.styles[name]
        if not isinstance(style, ParagraphStyle):
            raise TypeError(name)
        _set_style(style, size, heading=name.startswith("Heading"))
    _add_styles(document)
    for element in (document.styles.element, document.settings.element):
        for tag in element.iter(qn("w:lang"), qn("w:themeFontLang")):
            tag.set(qn("w:val"), language)


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


def _set_style(style: ParagraphStyle, size: Pt, *, heading: bool) -> None:
    style.font.size, style.font.bold = size, heading
    style.font.color.rgb = RGBColor.from_string((Colour.NAVY if heading else Colour.INK).removeprefix("#"))
    style.paragraph_format.space_before, style.paragraph_format.space_after = SPACES[style.name or ""]
    style.paragraph_format.keep_with_next = heading
    style.paragraph_format.line_spacing = 1.15
    # The font itself is named for every script, instead of the theme's.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)


def _properties(document: Document, chapter: Chapter) -> None:
    properties = document.core_properties
    properties.title, properties.language = chapter.introduction.heading, TAGS[chapter.language]
    properties.author = properties.last_modified_by = chapter.author
    properties.created = properties.modified = datetime.combine(chapter.made, time())
    properties.comments = ""


def _packed(document: Document) -> bytes:
    """Return the file, each part with a fixed time."""
    loose, packed = BytesIO(), BytesIO()
    document.save(loose)
    with ZipFile(loose) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name in parts.namelist():
            file.writestr(ZipInfo(name, NO_TIME), parts.read(name), ZIP_DEFLATED)
    return packed.getvalue()
