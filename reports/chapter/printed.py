"""A chapter as it is printed: every number written, every figure drawn, ready for a template."""

from collections.abc import Iterator

from reports.chapter.captions import KINDS, Caption, Captions
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

    A ``wide`` drawing takes the whole width; ``alternative`` says it in words. ``note`` says what the numbers of a
    table are of.
    """

    key: str
    label: str
    caption: str
    drawing: str = ""
    wide: bool = False
    alternative: str = ""
    headings: tuple[PrintedCell, ...] = ()
    rows: tuple[PrintedRow, ...] = ()
    note: str = ""


class PrintedSection(JobPart):
    """A heading, its paragraphs, and its figures and tables."""

    heading: str
    level: int
    paragraphs: tuple[tuple[PrintedText, ...], ...]
    exhibits: tuple[PrintedExhibit, ...]


class PrintedChapter(JobPart):
    """A whole chapter in one language (`nb-NO`); the first section is the introduction, below the ``notice``.

    ``list`` names all figures and tables, under ``list_heading``, where they are listed.
    """

    title: str
    notice: str
    author: str
    language: str
    page: str
    sections: tuple[PrintedSection, ...]
    list_heading: str
    list: tuple[PrintedText, ...] = ()


def printed(chapter: Chapter) -> PrintedChapter:
    """Print a chapter; places to write in are left out."""
    language = Language(chapter.language)
    captions = Captions(language)
    told = [_section(chapter.introduction, captions, 1)]
    told += [_section(section, captions, section.level) for section in chapter.sections]
    return PrintedChapter(
        title=chapter.introduction.heading,
        notice=chapter.notice,
        author=chapter.author,
        language=TAGS[chapter.language],
        page=language.text("Page {n}", n="{n}"),
        sections=tuple(told),
        list_heading=language.text("Figures and tables"),
        list=tuple(_listed(captions)) if chapter.listed else (),
    )


def _listed(captions: Captions) -> Iterator[PrintedText]:
    """Give each caption as a line of a list: the figures, then the tables."""
    for kind in KINDS:
        for caption in captions.all:
            if caption.kind == kind:
                yield PrintedText(text=f"{captions.label(caption)}. {caption.text}", leads_to=caption.key)


def _section(section: ChapterSection, captions: Captions, level: int) -> PrintedSection:
    named = captions.of(section)
    paragraphs = [[PrintedText(text=text)] for text in section.paragraphs]
    if paragraphs and named:
        paragraphs[0] += [PrintedText(text=" "), *map(_referring, captions.reference(named))]
    exhibits = (
        _exhibit(exhibit, caption, captions) for exhibit, caption in zip(section.exhibits, named, strict=True)
    )
    return PrintedSection(
        heading=section.heading, level=level, paragraphs=tuple(map(tuple, paragraphs)), exhibits=tuple(exhibits)
    )


def _referring(part: str | Caption) -> PrintedText:
    if isinstance(part, Caption):
        return PrintedText(text=str(part.number), leads_to=part.key)
    return PrintedText(text=part)


def _exhibit(exhibit: ChapterFigure | Grid, caption: Caption, captions: Captions) -> PrintedExhibit:
    numbered = PrintedExhibit(key=caption.key, label=captions.label(caption), caption=caption.text)
    if isinstance(exhibit, ChapterFigure):
        drawn = {"drawing": svg(exhibit.chart, captions.language), "wide": exhibit.chart.is_wide}
        return numbered.model_copy(update={**drawn, "alternative": exhibit.alternative})
    headings, rows = printed_headings(exhibit), tuple(printed_rows(exhibit, captions.language))
    return numbered.model_copy(update={"headings": headings, "rows": rows, "note": exhibit.note})
