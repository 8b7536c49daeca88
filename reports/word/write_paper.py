"""Writing a paper as .docx, to be filled in, with python-docx; only the worker imports this."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt, RGBColor

from reports.papers.paper import Paper, PaperSection
from reports.pictures.shapes import Colour
from reports.word.document import (
    new_document,
    number_pages,
    packed,
    paragraph_style,
    set_properties,
)
from reports.word.paper_table import add_paper_table
from reports.words.language import Language

BYLINE, POINT = "Byline", "List Bullet"
SIDE, EDGE = Cm(2.2), Cm(1.8)
"""The margins beside the text, and above and below it."""
PAPER_WIDTH = Cm(16.6)


def paper_docx(paper: Paper) -> bytes:
    """Write a paper; the same paper gives the same bytes."""
    language, text = Language(paper.language), paper.text
    document = new_document(language)
    _set_page(document)
    _set_styles(document)
    set_properties(document, text.title, paper.author, language, paper.made)
    document.add_heading(text.title, 1)
    document.add_paragraph(paper.byline, BYLINE)
    for paragraph in text.introduction:
        document.add_paragraph(paragraph)
    for section in text.section:
        _add_section(document, section)
    number_pages(document, language)
    return packed(document)


def _set_page(document: Document) -> None:
    page = document.sections[0]
    page.left_margin = page.right_margin = SIDE
    page.top_margin = page.bottom_margin = EDGE


def _set_styles(document: Document) -> None:
    """Set the styles that a paper has besides: its byline, and points that stand close together."""
    byline = document.styles.add_style(BYLINE, WD_STYLE_TYPE.PARAGRAPH)
    byline.base_style = document.styles["Normal"]
    byline.font.color.rgb = RGBColor.from_string(Colour.SOFT_INK.removeprefix("#"))
    for name, after in (("Normal", Pt(5)), (POINT, Pt(2))):
        paragraphs = paragraph_style(document, name).paragraph_format
        paragraphs.space_after, paragraphs.line_spacing = after, 1.05
    heading = paragraph_style(document, "Heading 2")
    heading.font.size, heading.paragraph_format.space_before = Pt(14), Pt(10)


def _add_section(document: Document, section: PaperSection) -> None:
    document.add_heading(section.heading, 2)
    for paragraph in section.paragraphs:
        document.add_paragraph(paragraph)
    for point in section.points:
        document.add_paragraph(point, POINT)
    if section.table:
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        add_paper_table(document, section.table, PAPER_WIDTH)
        space = document.add_paragraph()
        space.paragraph_format.space_after, space.paragraph_format.line_spacing = Pt(0), Cm(0.3)
    for paragraph in section.closing:
        document.add_paragraph(paragraph)
