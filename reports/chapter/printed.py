"""A chapter as it is printed: every number written, every figure drawn, ready for a template."""

from reports.chapter.captions import Caption, Captions
from reports.chapter.draw_svg import svg
from reports.chapter.printed_table import PrintedCell, PrintedRow, printed_headings, printed_rows
from reports.documents import Chapter, ChapterFigure, ChapterSection, Grid
from reports.job_part import JobPart
from reports.words.language import TAGS, Language


class PrintedText(JobPart):
    """A piece of a sentence; ``leads_to`` is the key of the figure or table that it refers to, or empty."""

    text: str
    leads_to: str = ""


class PrintedExhibit(JobPart):
    """A figure with its drawing, or a table, with its number and caption.

    ``alternative`` says a drawing in words; ``note`` what a table's numbers are of.
    """

    key: str
    label: str
    caption: str
    drawing: str = ""
    alternative: str = ""
    headings: tuple[PrintedCell, ...] = ()
    rows: tuple[PrintedRow, ...] = ()
    note: str = ""


class PrintedSection(JobPart):
    """A heading, its paragraphs, and its figures and tables."""

    heading: str
    paragraphs: tuple[tuple[PrintedText, ...], ...]
    exhibits: tuple[PrintedExhibit, ...]


class PrintedChapter(JobPart):
    """A whole chapter in one language (`nb-NO`); the first section is the introduction, below the ``notice``."""

    title: str
    notice: str
    author: str
    language: str
    page: str
    sections: tuple[PrintedSection, ...]


def printed(chapter: Chapter) -> PrintedChapter:
    """Print a chapter; places to write in are left out."""
    language = Language(chapter.language)
    captions = Captions(language)
    told = (chapter.introduction, *chapter.sections)
    return PrintedChapter(
        title=chapter.introduction.heading,
        notice=chapter.notice,
        author=chapter.author,
        language=TAGS[chapter.language],
        page=language.text("Page {n}", n="{n}"),
        sections=tuple(_section(section, captions) for section in told),
    )


def _section(section: ChapterSection, captions: Captions) -> PrintedSection:
    named = captions.of(section)
    paragraphs = [[PrintedText(text=text)] for text in section.paragraphs]
    if paragraphs and named:
        paragraphs[0] += [PrintedText(text=" "), *map(_referring, captions.reference(named))]
    exhibits = (
        _exhibit(exhibit, caption, captions) for exhibit, caption in zip(section.exhibits, named, strict=True)
    )
    return PrintedSection(
        heading=section.heading, paragraphs=tuple(map(tuple, paragraphs)), exhibits=tuple(exhibits)
    )


def _referring(part: str | Caption) -> PrintedText:
    if isinstance(part, Caption):
        return PrintedText(text=str(part.number), leads_to=part.key)
    return PrintedText(text=part)


def _exhibit(exhibit: ChapterFigure | Grid, caption: Caption, captions: Captions) -> PrintedExhibit:
    numbered = PrintedExhibit(key=caption.key, label=captions.label(caption), caption=caption.text)
    if isinstance(exhibit, ChapterFigure):
        drawing = svg(exhibit.chart, captions.language)
        return numbered.model_copy(update={"drawing": drawing, "alternative": exhibit.alternative})
    headings, rows = printed_headings(exhibit), tuple(printed_rows(exhibit, captions.language))
    return numbered.model_copy(update={"headings": headings, "rows": rows, "note": exhibit.note})
