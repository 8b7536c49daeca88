"""A Word document on A4: its page, styles, properties, page numbers, and its bytes; for every paper we write."""

from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx as python_docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from reports.pictures.shapes import Colour
from reports.word.fields import add_field
from reports.words.language import TAGS, Language

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every part in the file: the same texts give the same bytes."""

FONT = "Arial"
PAGE = Cm(21), Cm(29.7)
MARGIN = Cm(2.5)
TEXT_WIDTH = Cm(16)

SIZES = {"Normal": Pt(11), "Heading 1": Pt(20), "Heading 2": Pt(15), "Heading 3": Pt(12.5), "Caption": Pt(10)}
SPACES = {
    "Normal": (Pt(0), Pt(8)),
    "Heading 1": (Pt(0), Pt(10)),
    "Heading 2": (Pt(18), Pt(6)),
    "Heading 3": (Pt(14), Pt(4)),
    "Caption": (Pt(4), Pt(8)),
}
"""The space above a paragraph and below it."""


def new_document(language: Language) -> Document:
    """Begin a document, with its page, its language and the styles that it uses."""
    document = python_docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    for name, size in SIZES.items():
        _set_style(paragraph_style(document, name), size, heading=name.startswith("Heading"))
    for element in (document.styles.element, document.settings.element):
        for tag in element.iter(qn("w:lang"), qn("w:themeFontLang")):
            tag.set(qn("w:val"), TAGS[language.code])
    return document


def paragraph_style(document: Document, name: str) -> ParagraphStyle:
    """Return a style of paragraphs that the document has."""
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    return style


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


def set_properties(document: Document, title: str, author: str, language: Language, made: date) -> None:
    """Say what the document is, and that it was made on that day."""
    properties = document.core_properties
    properties.title, properties.language = title, TAGS[language.code]
    properties.author = properties.last_modified_by = author
    properties.created = properties.modified = datetime.combine(made, time())
    properties.comments = ""


def number_pages(document: Document, language: Language) -> None:
    """Write the page's number at the foot of every page."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, _, after = language.text("Page {n}", n="\n").partition("\n")
    foot.add_run(before)
    add_field(foot, "PAGE", "1")
    foot.add_run(after)


def packed(document: Document) -> bytes:
    """Return the file, each part with a fixed time."""
    loose, packed = BytesIO(), BytesIO()
    document.save(loose)
    with ZipFile(loose) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name in parts.namelist():
            file.writestr(ZipInfo(name, NO_TIME), parts.read(name), ZIP_DEFLATED)
    return packed.getvalue()
