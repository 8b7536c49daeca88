"""Writing a guide as .docx of one page, with python-docx; only the worker imports this."""

from io import BytesIO

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph

from reports.papers.guide import Guide, GuideStep, Picture
from reports.pdf.guide_picture import picture_png
from reports.pictures.shapes import Colour
from reports.word.document import new_document, packed, paragraph_style, set_properties
from reports.words.language import Language

LEAD, BYLINE = "Lead", "Byline"
MARGIN = Cm(1.7)
WIDTHS = {"form": Cm(16.8), "pages": Cm(6.8), "places": Cm(14.4), "card": Cm(5.8), "code": Cm(3), "chart": Cm(7.4)}
"""How wide each kind of picture stands on the page."""


def guide_docx(guide: Guide) -> bytes:
    """Write a guide; the same guide gives the same bytes."""
    language = Language(guide.language)
    document = new_document(language)
    _set_styles(document)
    set_properties(document, guide.title, guide.author, language, guide.made)
    document.add_heading(guide.title, 1)
    document.add_paragraph(guide.lead, LEAD)
    for number, step in enumerate(guide.steps, start=1):
        _add_step(document, number, step)
    if guide.beside:
        _add_picture(document, guide.beside)
    _mark(document.add_paragraph(), guide.closing)
    document.add_paragraph(guide.byline, BYLINE)
    return packed(document)


def _set_styles(document: Document) -> None:
    page = document.sections[0]
    page.left_margin = page.right_margin = MARGIN
    page.top_margin = page.bottom_margin = Cm(1.3)
    for name, size in ((LEAD, Pt(13)), (BYLINE, Pt(9))):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size, style.font.color.rgb = size, RGBColor.from_string(Colour.SOFT_INK.removeprefix("#"))
    spaces = {
        "Normal": (Pt(11), Pt(0), Pt(4)),
        "Heading 1": (Pt(30), Pt(0), Pt(2)),
        "Heading 2": (Pt(14), Pt(8), Pt(2)),
    }
    for name, (size, before, after) in spaces.items():
        style = paragraph_style(document, name)
        style.font.size = size
        style.paragraph_format.space_before, style.paragraph_format.space_after = before, after
        style.paragraph_format.line_spacing = 1.0


def _add_step(document: Document, number: int, step: GuideStep) -> None:
    document.add_heading(f"{number}. {step.heading}", 2)
    _mark(document.add_paragraph(), step.text)
    if step.picture:
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        _add_picture(document, step.picture)


def _mark(paragraph: Paragraph, words: str) -> None:
    """Write a text, in bold what stands between backticks."""
    for place, part in enumerate(words.split("`")):
        paragraph.add_run(part).bold = place % 2 == 1 or None


def _add_picture(document: Document, picture: Picture) -> None:
    paragraph = document.add_paragraph()
    if picture.kind == "chart":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    width: Length = WIDTHS[picture.kind]
    shape = paragraph.add_run().add_picture(BytesIO(picture_png(picture)), width=width)
    inline = shape._inline  # noqa: SLF001 - the library has no name for these
    inline.docPr.set("descr", picture.alternative)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")  # some programs keep a distance where none is told
