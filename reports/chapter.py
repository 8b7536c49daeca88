"""The chapter of an annual report: a summary in flowing sentences, with its figures and tables."""

from collections.abc import Iterator

from reports.about import LINES
from reports.chapter_figures import Draughtsman, Told
from reports.chapter_later import later_sections
from reports.chapter_months import month_paragraphs
from reports.chapter_notes import note_paragraphs
from reports.chapter_phrases import chapter_title
from reports.chapter_question import paragraph
from reports.composition import panel
from reports.coverage import told_of_outgoing
from reports.documents import Chapter, Figure, Section
from reports.language import capital
from reports.tables import Table, tables
from reports.title import title
from reports.wording import Wording
from storage.question import Question


def chapter(words: Wording, centre: str) -> Chapter:
    """Tell a summary as a chapter by the ``centre``; every number in it is in the summary's tallies."""
    return Chapter(
        title=chapter_title(words),
        author=centre,
        language=words.language.code,
        made=words.summary.now.days.last,
        introduction=tuple(_introduction(words)),
        sections=tuple(_sections(words, Draughtsman(words, centre))),
    )


def _introduction(words: Wording) -> Iterator[str]:
    """Say what is counted, how many there were, which part was highlighted, and where no year before is known."""
    about = [words.language.text(LINES[0])] if words.summary.form.telephone == "in" else []
    if not words.summary.now.total:
        yield " ".join([*about, f"{title(words)}."])
        return
    yield " ".join([*about, _total(words), *_highlighted(words), *_no_base(words), *told_of_outgoing(words)])


def _total(words: Wording) -> str:
    summary, language = words.summary, words.language
    n = summary.now.total
    facts = {"calls": words.calls(n), "when": capital(words.when_in_full)}
    if summary.running:
        said = language.plural(
            "{when}, {calls} has been registered", "{when}, {calls} have been registered", n, **facts
        )
    else:
        said = language.plural("{when}, {calls} was registered", "{when}, {calls} were registered", n, **facts)
    if summary.before and summary.before.total is not None:
        said += f", {words.total_change(summary.period_counts, words.then_in_full)}"
    return f"{said}."


def _highlighted(words: Wording) -> Iterator[str]:
    """Say how many were highlighted, which part that is, and how it stands to the year before."""
    summary, language = words.summary, words.language
    if not words.highlight:
        return
    ((key, option),) = summary.form.highlight.items()
    n, asked = summary.now.highlighted, summary.now.questions[key]
    if summary.form.highlighted and not n:
        said = language.text("None of them were {many}", many=words.highlight_inside)
    elif summary.form.highlighted:
        said = language.plural("Among them was {said}", "Among them were {said}", n, said=words.highlighted(n))
    else:
        facts = {"what": words.highlight}
        said = language.plural("{n} of them is noted as “{what}”", "{n} of them are noted as “{what}”", n, **facts)
    if part := words.part(asked.share(option), asked.base):
        said = language.text("{said}, that is {part}", said=said, part=part)
    yield f"{said}."
    if summary.highlighted_before is not None:
        change = words.change(summary.highlighted_change, summary.highlighted_before, words.then_in_full)
        yield language.text("That is {change}.", change=change)


def _no_base(words: Wording) -> Iterator[str]:
    if not words.summary.before:
        before = words.name(words.summary.period.a_year_before)
        yield words.language.text("From {before} there are no figures to compare with.", before=before)


def _sections(words: Wording, draughtsman: Draughtsman) -> Iterator[Section]:
    """Give each question that stands alone a section, together with those that follow from its answers."""
    number = 1
    for group in _groups(words) if words.summary.now.total else []:
        drawn = len(group) > 1 or _has_several(group[0].table)
        figures = (draughtsman.answers(number, group),) if drawn else ()
        said = (paragraph(words, group[0].question), *(_following(words, told) for told in group[1:]))
        yield Section(heading=group[0].table.heading, paragraphs=tuple(filter(None, said)), figures=figures)
        number += len(figures)
    if words.summary.now.total and words.summary.period.kind != "month":
        figure = draughtsman.months(number)
        yield from _months(words, figure)
        number += figure is not None
    yield from later_sections(words, number)
    yield Section(heading=words.language.text("About the figures"), paragraphs=tuple(note_paragraphs(words)))


def _months(words: Wording, figure: Figure | None) -> Iterator[Section]:
    paragraphs = tuple(month_paragraphs(words))
    if paragraphs or figure:
        heading = words.language.text("Month by month")
        yield Section(heading=heading, paragraphs=paragraphs, figures=(figure,) if figure else ())


def _following(words: Wording, told: Told) -> str:
    """Tell of a question that has no heading of its own; one that the form has no words for is named."""
    said = paragraph(words, told.question)
    return f"{told.table.heading}: {said}" if said and not told.question.is_spoken_of else said


def _has_several(table: Table) -> bool:
    """Tell whether there are more answers than a sentence holds, as it does of yes and no."""
    return sum(not row.unknown for row in table.rows) > 2  # noqa: PLR2004


def _groups(words: Wording) -> Iterator[list[Told]]:
    told = list(_told(words))
    keys = {one.question.key for one in told}
    roots = {one.question.key: _root(words, one.question, keys) for one in told}
    for root in dict.fromkeys(roots.values()):
        yield [one for one in told if roots[one.question.key] == root]


def _root(words: Wording, question: Question, keys: set[str]) -> str:
    """Return the question that another one hangs on, over however many steps, among those told of."""
    first = next(iter(question.when), "")
    return _root(words, words.summary.form.by_key[first], keys) if first in keys else question.key


def _told(words: Wording) -> Iterator[Told]:
    for table in tables(words.summary, words.language):
        yield Told(words.summary.form.by_key[table.key], table, panel(words, table))
