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

    A ``wide`` drawing takes the whole width, and has a ``narrow`` one beside it where phones show the chapter;
    ``alternative`` says it in words. ``note`` says what the numbers of a table are of.
    """

    key: str
    label: str
    caption: str
    drawing: str = ""
    wide: bool = False
    narrow: str = ""
    alternative: str = ""
    headings: tuple[PrintedCell, ...] = ()
    rows: tuple[PrintedRow, ...] = ()
    note: str = ""

    @property
    def is_worded(self) -> bool:
        """Whether it is a table of texts alone, whose rows a phone shows below each other."""
        return bool(self.headings) and not any(heading.number for heading in self.headings)


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


def printed(chapter: Chapter, *, on_phones: bool = False) -> PrintedChapter:
    """Print a chapter, where asked for so that it can be read ``on_phones``; places to write in are left out."""
    language = Language(chapter.language)
    captions = Captions(language)
    sections = [(chapter.introduction, 1), *((section, section.level) for section in chapter.sections)]
    told = [_section(section, captions, level, on_phones=on_phones) for section, level in sections]
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


def _section(section: ChapterSection, captions: Captions, level: int, *, on_phones: bool) -> PrintedSection:
    named = captions.of(section)
    paragraphs = [[PrintedText(text=text)] for text in section.paragraphs]
    if paragraphs and named:
        paragraphs[0] += [PrintedText(text=" "), *map(_referring, captions.reference(named))]
    exhibits = (
        _exhibit(exhibit, caption, captions, on_phones=on_phones)
        for exhibit, caption in zip(section.exhibits, named, strict=True)
    )
    return PrintedSection(
        heading=section.heading, level=level, paragraphs=tuple(map(tuple, paragraphs)), exhibits=tuple(exhibits)
    )


def _referring(part: str | Caption) -> PrintedText:
    if isinstance(part, Caption):
        return PrintedText(text=str(part.number), leads_to=part.key)
    return PrintedText(text=part)


def _exhibit(
    exhibit: ChapterFigure | Grid, caption: Caption, captions: Captions, *, on_phones: bool
) -> PrintedExhibit:
    numbered = PrintedExhibit(key=caption.key, label=captions.label(caption), caption=caption.text)
    if isinstance(exhibit, ChapterFigure):
        chart, language = exhibit.chart, captions.language
        drawn = {
            "drawing": svg(chart, language),
            "wide": chart.is_wide,
            "narrow": svg(chart, language, narrow=True) if on_phones and chart.is_wide else "",
            "alternative": exhibit.alternative,
        }
        return numbered.model_copy(update=drawn)
    headings, rows = printed_headings(exhibit), tuple(printed_rows(exhibit, captions.language))
    return numbered.model_copy(update={"headings": headings, "rows": rows, "note": exhibit.note})
