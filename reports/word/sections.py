"""The sections of a chapter: the questions, the months, what was added later, cross tables, and notes."""

from collections.abc import Iterator, Sequence

from reports.analysis.cross_table import CrossTable
from reports.documents import ChapterFigure, ChapterSection
from reports.pictures.chart import Chart
from reports.statements.months import ExtremesStatement
from reports.statements.questions import AnswerStatement, QuestionStatement
from reports.word.cross_section import cross_sections
from reports.word.figures import Figures, answers_grid
from reports.word.notes import note_paragraphs
from reports.word.question import paragraph
from reports.words.answers import BRIDGED, heading, remark, spoken
from reports.words.title import months_named
from reports.words.wording import Wording
from reports.year_grids import year_grids

MOST_IN_WORDS = 2
"""So many answers, such as yes and no, need no figure."""


def sections(words: Wording, drawn: Chart, crossed: Sequence[CrossTable] = ()) -> Iterator[ChapterSection]:
    """Give the sections: questions with those that depend on them, months, later additions, tables, notes."""
    figures, number = Figures(words, drawn), 1
    for group in _groups(words) if words.summary.now.total else []:
        first, *following = group
        pictures = (figures.answers(number, group),) if following or len(first.known) > MOST_IN_WORDS else ()
        said = (paragraph(words, first), *(_following(words, told) for told in following))
        head = heading(words, first.question)
        yield ChapterSection(heading=head, paragraphs=tuple(filter(None, said)), figures=pictures)
        number += len(pictures)
    if words.summary.now.total and words.summary.period.kind != "month":
        figure = figures.months(number)
        yield from _months(words, figure)
        number += figure is not None
    yield from _years(words)
    later = list(_later(words, number))
    yield from later
    yield from cross_sections(crossed, words.language, number + len(later))
    yield ChapterSection(
        heading=words.language.text("About the figures"), paragraphs=tuple(note_paragraphs(words))
    )


def _months(words: Wording, figure: ChapterFigure | None) -> Iterator[ChapterSection]:
    paragraphs = tuple(_month_paragraphs(words))
    if paragraphs or figure:
        heading = words.language.text("Month by month")
        yield ChapterSection(heading=heading, paragraphs=paragraphs, figures=(figure,) if figure else ())


def _years(words: Wording) -> Iterator[ChapterSection]:
    """Tell the line of years: counts and shares, in two tables."""
    if tables := year_grids(words):
        yield ChapterSection(heading=words.language.text("The years"), paragraphs=(), tables=tables)


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


def _month_paragraphs(words: Wording) -> Iterator[str]:
    """Name the highest and lowest months, of all calls and of the highlighted ones."""
    kinds = [(words.many, words.statements.extremes)]
    if words.highlight:
        kinds.append((words.highlighted_many, words.statements.highlighted_extremes))
    told = [(_extremes(words, kind, many), kind.beyond_chance) for many, kind in kinds if kind and kind.most]
    verdicts = {beyond_chance for _, beyond_chance in told}
    if len(verdicts) == 1:
        yield " ".join([*(said for said, _ in told), _swing(words, beyond_chance=verdicts.pop())])
    else:
        yield from (f"{said} {_swing(words, beyond_chance=beyond_chance)}" for said, beyond_chance in told)


def _extremes(words: Wording, told: ExtremesStatement, many: str) -> str:
    """Say `Det kom flest samtaler i juli (98), fulgt av september (88), og færrest i februar (58).`."""
    text, most = words.language.text, months_named(words, told, told.most)
    said = text("There were most {many} {most}", many=many, most=most)
    if told.followers:
        language = words.language
        followers = [
            f"{language.month(month, year=False)} ({language.number(told.counts[month])})"
            for month in told.followers
        ]
        then = language.listed(followers)
        said = text("There were most {many} {most}, followed by {then}", many=many, most=most, then=then)
    if told.fewest:
        said = text("{said}, and fewest {fewest}", said=said, fewest=months_named(words, told, told.fewest))
    return f"{said}."


def _swing(words: Wording, *, beyond_chance: bool) -> str:
    if beyond_chance:
        return words.language.text("The differences from month to month are larger than the usual swing.")
    return words.language.text("The differences from month to month are within the usual swing.")


def _later(words: Wording, number: int) -> Iterator[ChapterSection]:
    """Give each question that is asked later a section, its table counted on from ``number``."""
    for place, told in enumerate(words.statements.added if words.summary.now.total else (), number):
        head = heading(words, told.question)
        yield ChapterSection(
            heading=head,
            paragraphs=(" ".join(filter(None, [_said(words, told), remark(words, told)])),),
            tables=(answers_grid(words, place, f"{head} {words.when_in_full}", [told]),),
        )


def _said(words: Wording, told: QuestionStatement) -> str:
    """Say `I tillegg ble dette nevnt: konkret om vold 12 ganger og råd og veiledning 5 ganger.`."""
    answers = "; ".join(_times(words, answer) for answer in told.ranked)
    return words.language.text("Added to the calls afterwards: {answers}.", answers=answers) if answers else ""


def _times(words: Wording, answer: AnswerStatement) -> str:
    named = spoken(words, answer) + BRIDGED * answer.bridged
    return words.language.plural("{answer} {n} time", "{answer} {n} times", answer.count, answer=named)
