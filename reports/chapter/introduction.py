"""How a chapter introduces a register: the total, the highlighted part, and what has changed."""

from collections.abc import Iterator
from itertools import chain

from reports.chapter.notes import definitions
from reports.chapter.opening import form_name, no_base, total_said
from reports.words.about import LINES
from reports.words.changes import share_change_sentence
from reports.words.coverage import outgoing_calls
from reports.words.story import registration, shares_changed, trends
from reports.words.title import title
from reports.words.unchanged import unchanged
from reports.words.wording import Wording


def register_title(words: Wording) -> str:
    """Head a register: `Telefontjenesten i 2016`, or without a heading in the form `Samtaler ut i 2016`."""
    return f"{register_name(words)} {words.when_in_full}"


def register_name(words: Wording) -> str:
    """Name a register: `Telefontjenesten`, or without a heading in the form `Samtaler ut`."""
    chapter = words.summary.form.chapter
    return chapter.in_language(words.language.code) if chapter else form_name(words)


def introduction(words: Wording) -> Iterator[str]:
    """Say what is counted, the total, the highlighted part, and whether a year before is known."""
    about = [words.language.text(LINES[0])] if words.summary.form.telephone == "in" else []
    if not words.summary.now.total:
        yield " ".join([*about, f"{title(words)}."])
        return
    yield " ".join([*about, total_said(words), *_highlighted(words), *no_base(words), *outgoing_calls(words)])
    yield " ".join(definitions(words, words.summary.highlighted_questions if words.highlight else []))
    told = (shares_changed(words), unchanged(words), trends(words), registration(words))
    yield " ".join(chain(*told))


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
    if change := share_change_sentence(words, told):
        yield change
