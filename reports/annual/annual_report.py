"""The whole annual report: an introduction, then every register in use, the house after those who live in it."""

from collections.abc import Iterator

from reports.annual.annual_wording import AnnualWording
from reports.annual.house_section import heads_section, house_sections
from reports.annual.national import national_section
from reports.annual.opening import opening
from reports.annual.told_house import ToldHouse
from reports.chapter.beside import beside_section
from reports.chapter.explanation import explanation_of_total
from reports.chapter.introduction import introduction, register_title
from reports.chapter.notes import note_paragraphs
from reports.chapter.register import register_sections
from reports.chapter.sections import public_table_sections
from reports.documents import Chapter, ChapterFigure, ChapterSection, Grid
from reports.words.wording import Wording

BELOW = {"level": 3}


def annual_report(told: AnnualWording, centre: str) -> Chapter:
    """Return the report of a period, by the ``centre``; the registers that nothing is known of are left out."""
    first = told.parts[0]
    return Chapter(
        made=first.summary.now.days.last,
        author=centre,
        language=first.language.code,
        notice=told.notice,
        listed=True,
        introduction=opening(told.parts, centre),
        sections=tuple(_sections(told)),
    )


def _sections(told: AnnualWording) -> Iterator[ChapterSection]:
    if telephone := told.telephone:
        yield from _register(telephone.main)
        for words in telephone.beside:
            yield beside_section(words, telephone).model_copy(update=BELOW)
    for words in told.at_home:
        yield from _register(words, told.house if words == told.at_home[0] else None)
    if told.house and told.at_home:
        yield from house_sections(told.house, told.at_home[0])
    for words in told.others:
        if words not in told.at_home:
            yield from _register(words)
    if told.published:
        yield from (section.model_copy(update=BELOW) for section in public_table_sections(told.published))
    elif told.parts[0].summary.period.kind == "year":
        yield national_section(told)
    notes = tuple(said for part in told.parts for said in note_paragraphs(part, led_by=told.parts[0]))
    text, hidden = told.parts[0].language.text, told.hidden
    if hidden:
        yield ChapterSection(heading=text("Hidden figures"), paragraphs=tuple(hidden))
    yield ChapterSection(heading=text("About the figures"), paragraphs=notes)


def _register(words: Wording, house: ToldHouse | None = None) -> Iterator[ChapterSection]:
    """Tell a register: its total and what has changed, who stayed in the ``house``, then every question."""
    title = register_title(words)
    place = words.language.text(
        "{title}: write here what the figures do not say, or delete this line.", title=title
    )
    yield ChapterSection(
        heading=title,
        paragraphs=tuple(filter(None, introduction(words))),
        explanation=explanation_of_total(words) or place,
    )
    if house:
        yield heads_section(house, words)
    for section in register_sections(words, over_years=True):
        exhibits = tuple(_named(exhibit, words) for exhibit in section.exhibits)
        yield section.model_copy(update={**BELOW, "exhibits": exhibits})


def _named(exhibit: ChapterFigure | Grid, words: Wording) -> ChapterFigure | Grid:
    """Name a table by its register too: `Alder i 2016 (barneopphold)`; a figure's caption tells that."""
    if isinstance(exhibit, ChapterFigure) or words.many in exhibit.heading.lower():
        return exhibit
    return exhibit.model_copy(update={"heading": f"{exhibit.heading} ({words.many})"})
