"""The sections of a chapter on one register: its questions, its months, its years, and what was added later."""

from collections.abc import Iterator, Sequence

from reports.chapter.explanation import explanation_of
from reports.chapter.figures import answers_figure, months_figure
from reports.chapter.months import month_paragraphs
from reports.chapter.moves import moves_sections
from reports.chapter.notes import definitions
from reports.chapter.phrases import AnswerPhrases
from reports.chapter.question import paragraph
from reports.chapter.tables import answers_grid, months_grid, years_grid
from reports.documents import ChapterFigure, ChapterSection, Grid
from reports.statements.answers import AnswerStatement
from reports.statements.groups import group_statement
from reports.statements.questions import QuestionStatement
from reports.words.answers import BRIDGED, heading, remark, spoken
from reports.words.report_wording import group_share
from reports.words.wording import Wording
from reports.year_grids import year_grids

MOST_IN_WORDS = 2
"""So many answers, such as yes and no, need no figure."""


def register_sections(words: Wording, *, over_years: bool = False) -> Iterator[ChapterSection]:
    """Give a section for each question, and those of months and years.

    ``over_years`` shows each answer in several years instead of two, where they are known, and has no table of
    years besides.
    """
    if words.summary.now.total:
        yield from (_questions(words, group, over_years=over_years) for group in _groups(words))
        yield from _by_month(words, over_years=over_years)
    if not over_years:
        yield from _years(words)
    yield from _later(words)


def _questions(words: Wording, group: Sequence[QuestionStatement], *, over_years: bool) -> ChapterSection:
    """Tell a question, and those that depend on it."""
    first, *following = group
    said = (
        " ".join([paragraph(words, first), *_together(words, first)]),
        *(_following(words, told) for told in following),
        " ".join(definitions(words, [told.question for told in group])),
    )
    shown = group if following or len(first.known) > MOST_IN_WORDS else ()
    return ChapterSection(
        heading=heading(words, first.question),
        paragraphs=tuple(filter(None, said)),
        exhibits=tuple(
            part for told in shown for part in _exhibits(words, told, over_years=over_years) if part is not None
        ),
        explanation=explanation_of(words, [told.question for told in group]),
    )


def _together(words: Wording, told: QuestionStatement) -> Iterator[str]:
    """Say how many gave one of the answers that the form tells of together as well."""
    group, share = told.question.group, group_statement(told)
    if group and share:
        gave = AnswerPhrases(words, told).gave(group.spoken.in_language(words.language.code))
        calls, said = words.calls(share.count), group_share(words, share, words.then_in_full)
        yield words.language.text("Altogether {calls} {gave}: {share}.", calls=calls, gave=gave, share=said)


def _exhibits(
    words: Wording, told: QuestionStatement, *, over_years: bool
) -> tuple[ChapterFigure | Grid | None, Grid]:
    """Show a question as a figure and a table, over the years where that is asked for and they are known."""
    figure = answers_figure(words, told, over_years=over_years)
    return figure, (years_grid(words, told) if over_years else None) or answers_grid(words, told)


def _by_month(words: Wording, *, over_years: bool) -> Iterator[ChapterSection]:
    """Tell the months; those of a house stand in a report over years in its own sections."""
    if not words.summary.form.stays_open:
        if words.summary.period.kind != "month":
            yield from _months(words, months_figure(words))
    elif not (over_years and words.summary.form.house):
        yield from moves_sections(words)


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
