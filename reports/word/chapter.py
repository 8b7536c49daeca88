"""The chapter of an annual report: a summary in flowing sentences, with its figures and tables."""

from collections.abc import Iterator, Sequence

from reports.documents import Chapter, Figure, Section
from reports.language import capital
from reports.pictures.card import compose
from reports.statements.questions import QuestionStatement
from reports.word.figures import Figures
from reports.word.later import later_sections
from reports.word.months import month_paragraphs
from reports.word.names import chapter_title
from reports.word.notes import note_paragraphs
from reports.word.question import paragraph
from reports.words.about import LINES
from reports.words.answers import heading
from reports.words.coverage import told_of_outgoing
from reports.words.title import title
from reports.words.wording import Wording


def chapter(words: Wording, centre: str) -> Chapter:
    """Tell a summary as a chapter by the ``centre``; every number in it is in the summary's tallies."""
    return Chapter(
        title=chapter_title(words),
        author=centre,
        language=words.language.code,
        made=words.summary.now.days.last,
        introduction=tuple(_introduction(words)),
        sections=tuple(_sections(words, Figures(words, compose(words, centre)))),
    )


def _introduction(words: Wording) -> Iterator[str]:
    """Say what is counted, how many there were, which part was highlighted, and where no year before is known."""
    about = [words.language.text(LINES[0])] if words.summary.form.telephone == "in" else []
    if not words.summary.now.total:
        yield " ".join([*about, f"{title(words)}."])
        return
    yield " ".join([*about, _total(words), *_highlighted(words), *_no_base(words), *told_of_outgoing(words)])


def _total(words: Wording) -> str:
    total, plural = words.statements.total, words.language.plural
    facts = {"calls": words.calls(total.count), "when": capital(words.when_in_full)}
    if words.summary.running:
        said = plural(
            "{when}, {calls} has been registered", "{when}, {calls} have been registered", total.count, **facts
        )
    else:
        said = plural("{when}, {calls} was registered", "{when}, {calls} were registered", total.count, **facts)
    return f"{said}." if total.before is None else f"{said}, {words.change(total, words.then_in_full)}."


def _highlighted(words: Wording) -> Iterator[str]:
    """Say how many were highlighted, which part that is, and how it stands to the year before."""
    told, language, noun = words.statements.highlight, words.language, words.summary.form.highlighted
    if told is None:
        return
    if noun and not told.count:
        said = language.text("None of them were {many}", many=words.highlight_inside)
    elif noun:
        counted = words.highlighted(told.count)
        said = language.plural("Among them was {said}", "Among them were {said}", told.count, said=counted)
    else:
        facts = {"what": words.highlight}
        said = language.plural(
            "{n} of them is noted as “{what}”", "{n} of them are noted as “{what}”", told.count, **facts
        )
    if part := words.part(told):
        said = language.text("{said}, that is {part}", said=said, part=part)
    yield f"{said}."
    if told.before is not None:
        yield language.text("That is {change}.", change=words.change(told, words.then_in_full))


def _no_base(words: Wording) -> Iterator[str]:
    if not words.summary.before:
        before = words.name(words.summary.period.a_year_before)
        yield words.language.text("From {before} there are no figures to compare with.", before=before)


def _sections(words: Wording, figures: Figures) -> Iterator[Section]:
    """Give each question that stands alone a section, together with those that follow from its answers."""
    number = 1
    for group in _groups(words) if words.summary.now.total else []:
        first, *following = group
        drawn = (figures.answers(number, group),) if following or _has_several(first) else ()
        said = (paragraph(words, first), *(_following(words, told) for told in following))
        head = heading(words, first.question)
        yield Section(heading=head, paragraphs=tuple(filter(None, said)), figures=drawn)
        number += len(drawn)
    if words.summary.now.total and words.summary.period.kind != "month":
        figure = figures.months(number)
        yield from _months(words, figure)
        number += figure is not None
    yield from later_sections(words, number)
    yield Section(heading=words.language.text("About the figures"), paragraphs=tuple(note_paragraphs(words)))


def _months(words: Wording, figure: Figure | None) -> Iterator[Section]:
    paragraphs = tuple(month_paragraphs(words))
    if paragraphs or figure:
        heading = words.language.text("Month by month")
        yield Section(heading=heading, paragraphs=paragraphs, figures=(figure,) if figure else ())


def _following(words: Wording, told: QuestionStatement) -> str:
    """Tell of a question that has no heading of its own; one that the form has no words for is named."""
    said, question = paragraph(words, told), told.question
    return f"{heading(words, question)}: {said}" if said and not question.is_spoken_of else said


def _has_several(told: QuestionStatement) -> bool:
    """Tell whether there are more answers than a sentence holds, as it does of yes and no."""
    return len(told.known) > 2  # noqa: PLR2004


def _groups(words: Wording) -> list[list[QuestionStatement]]:
    """Put the questions together with the one that they hang on, over however many steps."""
    groups: list[list[QuestionStatement]] = []
    for told in words.statements.questions:
        # A question hangs on an earlier one, so that its group is there already, where it is told of.
        above = next((group for group in groups if _hangs_on(told, group)), None)
        if above is None:
            groups.append([told])
        else:
            above.append(told)
    return groups


def _hangs_on(told: QuestionStatement, group: Sequence[QuestionStatement]) -> bool:
    return any(next(iter(told.question.when), None) == other.question.key for other in group)
