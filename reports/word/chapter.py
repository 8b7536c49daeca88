"""The chapter of an annual report: a summary in sentences, with figures and tables."""

from collections.abc import Iterator, Sequence

from reports.analysis.cross_table import CrossTable
from reports.documents import Chapter
from reports.pictures.card import card
from reports.word.sections import sections
from reports.words.about import LINES
from reports.words.changes import count_change, share_change
from reports.words.coverage import outgoing_calls
from reports.words.language import upper_first
from reports.words.story import story
from reports.words.title import title
from reports.words.wording import Wording


def chapter(words: Wording, centre: str, crossed: Sequence[CrossTable] = ()) -> Chapter:
    """Return the chapter of a summary and its cross tables, by the ``centre``; all its numbers are in these."""
    return Chapter(
        title=_title(words),
        author=centre,
        language=words.language.code,
        made=words.summary.now.days.last,
        introduction=tuple(_introduction(words)),
        sections=tuple(sections(words, card(words, centre), crossed)),
    )


def _title(words: Wording) -> str:
    """Head the chapter: `Telefontjenesten i 2016`, or without a heading in the form `Samtaler ut i 2016`."""
    form, when, code = words.summary.form, words.when_in_full, words.language.code
    if form.chapter:
        return f"{form.chapter.in_language(code)} {when}"
    return f"{upper_first(words.many) if form.counted else form.title.in_language(code)} {when}"


def _introduction(words: Wording) -> Iterator[str]:
    """Say what is counted, the total, the highlighted part, and whether a year before is known."""
    about = [words.language.text(LINES[0])] if words.summary.form.telephone == "in" else []
    if not words.summary.now.total:
        yield " ".join([*about, f"{title(words)}."])
        return
    yield " ".join([*about, _total(words), *_highlighted(words), *_no_base(words), *outgoing_calls(words)])
    if said := " ".join(story(words)):
        yield said


def _total(words: Wording) -> str:
    total, plural = words.statements.total, words.language.plural
    facts = {"calls": words.calls(total.count), "when": upper_first(words.when_in_full)}
    if words.summary.running:
        said = plural(
            "{when}, {calls} has been registered", "{when}, {calls} have been registered", total.count, **facts
        )
    else:
        said = plural("{when}, {calls} was registered", "{when}, {calls} were registered", total.count, **facts)
    change = "" if total.before is None else count_change(words, total, words.then_in_full)
    return f"{', '.join(filter(None, [said, change]))}."


def _highlighted(words: Wording) -> Iterator[str]:
    """Say how many were highlighted, which share that is, and how it compares with the year before."""
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
    if change := share_change(words, told, words.then_in_full):
        yield language.text("That is {change}.", change=change)


def _no_base(words: Wording) -> Iterator[str]:
    if not words.summary.before and not words.summary.interrupted:
        before = words.name(words.summary.period.a_year_before)
        yield words.language.text("From {before} there are no figures to compare with.", before=before)
    elif not words.summary.before:
        yield words.language.text(
            "It is not compared with the year before: the register was not in use all the time."
        )
