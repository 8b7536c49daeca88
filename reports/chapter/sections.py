"""The sections of a chapter: the questions, the months, the years, other registers, cross tables, and notes."""

from collections.abc import Iterator, Sequence

from reports.analysis.cross_table import CrossTable
from reports.chapter.beside import beside_section
from reports.chapter.cross_section import cross_sections
from reports.chapter.explanation import explanation_of
from reports.chapter.figures import answers_figure, months_figure
from reports.chapter.months import month_paragraphs
from reports.chapter.notes import definitions, note_paragraphs
from reports.chapter.question import paragraph
from reports.chapter.tables import answers_grid, months_grid
from reports.documents import ChapterFigure, ChapterSection
from reports.public_grids import public_tables
from reports.statements.answers import AnswerStatement
from reports.statements.questions import QuestionStatement
from reports.words.answers import BRIDGED, heading, remark, spoken
from reports.words.report_wording import ReportWording
from reports.words.wording import Wording
from reports.year_grids import year_grids

MOST_IN_WORDS = 2
"""So many answers, such as yes and no, need no figure."""


def sections(report: ReportWording, crossed: Sequence[CrossTable]) -> Iterator[ChapterSection]:
    """Give the sections of the leading register, one for each that is told with it, tables, and notes."""
    words = report.main
    if words.summary.now.total:
        yield from (_questions(words, group) for group in _groups(words))
        if words.summary.period.kind != "month":
            yield from _months(words, months_figure(words))
    yield from _years(words)
    yield from _later(words)
    yield from cross_sections(crossed, words.language)
    yield from _public_tables(report)
    yield from (beside_section(words, report) for words in report.beside)
    notes = tuple(said for part in report.parts for said in note_paragraphs(part, led_by=words))
    if report.hidden:
        yield ChapterSection(heading=words.language.text("Hidden figures"), paragraphs=tuple(report.hidden))
    yield ChapterSection(heading=words.language.text("About the figures"), paragraphs=notes)


def _public_tables(report: ReportWording) -> Iterator[ChapterSection]:
    """Give each cross table of a public report a section."""
    for table in public_tables(report):
        said = " ".join(table.said)
        yield ChapterSection(heading=table.pair, paragraphs=(said,), exhibits=(table.grid,))


def _questions(words: Wording, group: Sequence[QuestionStatement]) -> ChapterSection:
    """Tell a question, and those that depend on it."""
    first, *following = group
    said = (
        paragraph(words, first),
        *(_following(words, told) for told in following),
        " ".join(definitions(words, [told.question for told in group])),
    )
    shown = group if following or len(first.known) > MOST_IN_WORDS else ()
    return ChapterSection(
        heading=heading(words, first.question),
        paragraphs=tuple(filter(None, said)),
        exhibits=tuple(
            part
            for told in shown
            for part in (answers_figure(words, told), answers_grid(words, told))
            if part is not None
        ),
        explanation=explanation_of(words, [told.question for told in group]),
    )


def _months(words: Wording, figure: ChapterFigure | None) -> Iterator[ChapterSection]:
    paragraphs = tuple(month_paragraphs(words))
    if paragraphs or figure:
        yield ChapterSection(
            heading=words.language.text("Month by month"),
            paragraphs=paragraphs,
            exhibits=(figure, months_grid(words)) if figure else (),
        )


def _years(words: Wording) -> Iterator[ChapterSection]:
    """Tell the line of years: counts and shares, in two tables."""
    if tables := year_grids(words):
        years, text = words.statements.years, words.language.text
        first, last = years[0].period.name, years[-1].period.name
        said = text("The years from {first} to {last} stand side by side here.", first=first, last=last)
        yield ChapterSection(heading=text("The years"), paragraphs=(said,), exhibits=tables)


def _following(words: Wording, told: QuestionStatement) -> str:
    """Tell of a question without a section of its own; name it where the form has no phrase for it."""
    said, question = paragraph(words, told), told.question
    return f"{heading(words, question)}: {said}" if said and not question.is_spoken_of else said


def _groups(words: Wording) -> list[list[QuestionStatement]]:
    """Group the questions with the one that they depend on, directly or indirectly."""
    groups: list[list[QuestionStatement]] = []
    for told in words.statements.questions:
        # A question depends on earlier ones only, so the group already exists if it is to be told.
        parent = next(iter(told.question.when), None)
        above = next((group for group in groups if parent in {other.question.key for other in group}), None)
        if above is None:
            groups.append([told])
        else:
            above.append(told)
    return groups


def _later(words: Wording) -> Iterator[ChapterSection]:
    """Give each question that is asked later a section."""
    for told in words.statements.added if words.summary.now.total else ():
        yield ChapterSection(
            heading=heading(words, told.question),
            paragraphs=(" ".join(filter(None, [_said(words, told), remark(words, told)])),),
            exhibits=(answers_grid(words, told),),
        )


def _said(words: Wording, told: QuestionStatement) -> str:
    """Say `I tillegg ble dette nevnt: konkret om vold 12 ganger og råd og veiledning 5 ganger.`."""
    answers = "; ".join(_times(words, answer) for answer in told.ranked)
    return words.language.text("Added to the calls afterwards: {answers}.", answers=answers) if answers else ""


def _times(words: Wording, answer: AnswerStatement) -> str:
    named = spoken(words, answer) + BRIDGED * answer.bridged
    return words.language.plural("{answer} {n} time", "{answer} {n} times", answer.count, answer=named)
