"""Writing a chapter as .docx, with python-docx; only the worker imports this."""

from datetime import datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx as python_docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from reports.documents import Chapter, ChapterFigure, Grid
from reports.pictures.draw_png import png
from reports.pictures.shapes import Colour
from reports.word.table import add_table
from reports.words.language import TAGS, Language

TALLEST = Cm(15.5)
"""The height of a picture at most, which leaves room for its caption and heading on the page."""

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every part in the file: the same chapter gives the same bytes."""

FONT = "Arial"
PAGE = Cm(21), Cm(29.7)
MARGIN = Cm(2.5)
PICTURE_WIDTH = Cm(16)

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
    document.add_heading(chapter.title, 1)
    for paragraph in chapter.introduction:
        document.add_paragraph(paragraph)
    for section in chapter.sections:
        document.add_heading(section.heading, 2)
        for paragraph in section.paragraphs:
            document.add_paragraph(paragraph)
        for figure in section.figures:
            _add_figure(document, figure, language)
        for grid in section.tables:
            _add_grid(document, grid, language)
    return _packed(document)


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
    for element in (document.styles.element, document.settings.element):
        for tag in element.iter(qn("w:lang"), qn("w:themeFontLang")):
            tag.set(qn("w:val"), language)


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
    properties.title, properties.language = chapter.title, TAGS[chapter.language]
    properties.author = properties.last_modified_by = chapter.author
    properties.created = properties.modified = datetime.combine(chapter.made, time())
    properties.comments = ""


def _add_figure(document: Document, figure: ChapterFigure, language: Language) -> None:
    """Add the picture, its caption, and the table below."""
    _add_picture(document.add_paragraph(), figure)
    document.add_paragraph(figure.caption, "Caption")
    _add_grid(document, figure.grid, language)


def _add_grid(document: Document, grid: Grid, language: Language) -> None:
    """Add the table under its heading, and its note below."""
    heading = document.add_paragraph(grid.heading, "Caption")
    heading.paragraph_format.keep_with_next = True
    add_table(document, grid, language, PICTURE_WIDTH)
    if grid.note:
        document.add_paragraph(grid.note, "Caption")


def _add_picture(paragraph: Paragraph, figure: ChapterFigure) -> None:
    picture = paragraph.add_run().add_picture(BytesIO(png(figure.chart)), width=PICTURE_WIDTH)
    if picture.height > TALLEST:
        picture.width, picture.height = round(picture.width * TALLEST / picture.height), TALLEST
    picture._inline.docPr.set("descr", figure.alternative)  # noqa: SLF001 - the library has no name for it
    paragraph.paragraph_format.keep_with_next = True


def _packed(document: Document) -> bytes:
    """Return the file, each part with a fixed time."""
    loose, packed = BytesIO(), BytesIO()
    document.save(loose)
    with ZipFile(loose) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name in parts.namelist():
            file.writestr(ZipInfo(name, NO_TIME), parts.read(name), ZIP_DEFLATED)
    return packed.getvalue()
