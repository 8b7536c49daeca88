"""The section of a chapter on a register that is told with the leading one: calls out, planned talks."""

from collections.abc import Iterator

from reports.chapter.explanation import explanation_of, explanation_of_total
from reports.chapter.figures import answers_figure, months_figure
from reports.chapter.notes import definitions
from reports.chapter.opening import form_name, no_base, total_said
from reports.chapter.phrases import AnswerPhrases
from reports.chapter.question import paragraph
from reports.chapter.tables import answers_grid, months_grid
from reports.documents import ChapterFigure, ChapterSection, Grid
from reports.words.language import lower_first
from reports.words.report_wording import ReportWording, calls_ratio, group_share, groups_of, ratio_said
from reports.words.story import trends
from reports.words.unchanged import unchanged
from reports.words.wording import Wording
from reports.year_grids import year_grids


def beside_section(words: Wording, report: ReportWording) -> ChapterSection:
    """Tell all of a register in one section."""
    questions = words.statements.questions
    asked = [told.question for told in questions]
    said = [" ".join(_opening(words, report)), *(paragraph(words, told) for told in questions)]
    explanations = (explanation_of_total(words), explanation_of(words, asked))
    return ChapterSection(
        heading=form_name(words),
        paragraphs=tuple(filter(None, [*said, " ".join(definitions(words, asked))])),
        exhibits=tuple(_exhibits(words)),
        explanation=" ".join(filter(None, explanations)),
    )


def _opening(words: Wording, report: ReportWording) -> Iterator[str]:
    """Say how many there were, how many for each call in, how many gave a grouped answer, and the trends."""
    yield total_said(words)
    if ratio := calls_ratio(words, report.main):
        yield words.language.text("That is {ratio}.", ratio=ratio_said(words, ratio, words.then_in_full))
    for question, group, told in groups_of(words):
        gave = AnswerPhrases(words, question).gave(group.spoken.in_language(words.language.code))
        share = group_share(words, told, words.then_in_full)
        calls = words.calls(told.count)
        yield words.language.text("Altogether {calls} {gave}: {share}.", calls=calls, gave=gave, share=share)
    yield from no_base(words)
    yield from unchanged(words)
    yield from trends(words)


def _exhibits(words: Wording) -> Iterator[ChapterFigure | Grid]:
    """Give each question's figure and table, then those of the months, then the years."""
    for told in words.statements.questions:
        yield from filter(None, (answers_figure(words, told), answers_grid(words, told)))
    if months := months_figure(words):
        yield from (months, months_grid(words))
    for grid in year_grids(words):
        yield grid.model_copy(update={"heading": f"{form_name(words)}: {lower_first(grid.heading)}"})
