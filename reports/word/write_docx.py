"""From a chapter to .docx bytes, with python-docx; only the worker imports this."""

from datetime import datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx as python_docx
from docx.document import Document
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from reports.documents import Chapter, Figure, Grid
from reports.language import TAGS, Language
from reports.pictures.draw_png import png
from reports.word.style import PICTURE_WIDTH, styled
from reports.word.table import add_table

TALLEST = Cm(15.5)
"""So high is a picture at most, so that its caption and what leads up to it find room beside it."""

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every part in the file: the same chapter gives the same bytes."""

THUMBNAIL = "docProps/thumbnail.jpeg"


def docx(chapter: Chapter) -> bytes:
    """Write a chapter; the same chapter gives the same bytes."""
    document = python_docx.Document()
    styled(document, TAGS[chapter.language])
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


def _properties(document: Document, chapter: Chapter) -> None:
    properties = document.core_properties
    properties.title, properties.language = chapter.title, TAGS[chapter.language]
    properties.author = properties.last_modified_by = chapter.author
    properties.created = properties.modified = datetime.combine(chapter.made, time())
    properties.comments = ""


def _add_figure(document: Document, figure: Figure, language: Language) -> None:
    """Put the picture over its caption, and the table below."""
    _add_picture(document.add_paragraph(), figure)
    document.add_paragraph(figure.caption, "Caption")
    _add_grid(document, figure.grid, language)


def _add_grid(document: Document, grid: Grid, language: Language) -> None:
    """Put the table under its heading, and its note below."""
    heading = document.add_paragraph(grid.heading, "Caption")
    heading.paragraph_format.keep_with_next = True
    add_table(document, grid, language)
    if grid.note:
        document.add_paragraph(grid.note, "Caption")


def _add_picture(paragraph: Paragraph, figure: Figure) -> None:
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
