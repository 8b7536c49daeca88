"""How a chapter looks: an A4 page, dark text on white, and built-in styles in the chapter's own language."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from reports.pictures.shapes import INK, NAVY

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
"""What stands above a paragraph and below it."""


def styled(document: Document, language: str) -> None:
    """Set page, language and the styles that a chapter uses."""
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    for name, size in SIZES.items():
        style = document.styles[name]
        if not isinstance(style, ParagraphStyle):
            raise TypeError(name)
        _set(style, size, heading=name.startswith("Heading"))
    for element in (document.styles.element, document.settings.element):
        for tag in element.iter(qn("w:lang"), qn("w:themeFontLang")):
            tag.set(qn("w:val"), language)


def _set(style: ParagraphStyle, size: Pt, *, heading: bool) -> None:
    style.font.size, style.font.bold = size, heading
    style.font.color.rgb = RGBColor.from_string((NAVY if heading else INK).removeprefix("#"))
    style.paragraph_format.space_before, style.paragraph_format.space_after = SPACES[style.name or ""]
    style.paragraph_format.keep_with_next = heading
    style.paragraph_format.line_spacing = 1.15
    _one_font(style.element)


def _one_font(style: BaseOxmlElement) -> None:
    """Name the font itself, for every script, instead of the theme's."""
    fonts = style.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
