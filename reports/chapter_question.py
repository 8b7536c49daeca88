"""One question of a chapter in a paragraph: who leads, who follows, what is not known, and what has changed."""

from collections.abc import Iterator
from itertools import groupby

from reports.chapter_changes import changes
from reports.chapter_lead import facts, lead, part
from reports.chapter_teller import Answer, Teller
from reports.comparison import SMALL_BASE
from reports.language import capital
from reports.wording import Wording
from storage.question import Question

MOST_NAMED = 8
"""So many answers of a question are named at most; the table has the others."""


MOST_LEADING = 3
"""Of more equal answers than this none leads."""


def paragraph(words: Wording, question: Question) -> str:
    """Tell everything about one question that somebody was asked."""
    teller = Teller(words, question)
    given = teller.given()
    sentences = [
        *(_yes(teller) if teller.by_yes else _answers(teller, given)),
        *([teller.remark] if teller.remark and len(given) > 1 else []),
        *(changes(teller) if given else []),
        *_apart(teller),
    ]
    return " ".join(sentences)


def leading(words: Wording, question: Question) -> str:
    """Say in a few words which answer leads; empty where none does, or where only yes and no are asked."""
    teller = Teller(words, question)
    given = teller.given()
    leaders = _leaders(given)
    return "" if teller.by_yes or not given or len(leaders) > MOST_LEADING else teller.most(leaders)


def _leaders(given: list[Answer]) -> list[Answer]:
    return [answer for answer in given if answer.count == given[0].count and answer.rest == given[0].rest]


def _yes(teller: Teller) -> Iterator[str]:
    (yes,) = teller.answers()
    if not teller.tally.base:
        return
    said = facts(teller, yes)
    if not yes.count:
        yield teller.words.language.text("None of {them} {told}.", **said)
    elif of_them := part(teller, yes):
        yield of_them
    elif yes.share is None:
        yield teller.words.language.text("{n} out of {base} {told}.", **said)
    else:
        yield teller.words.language.text("{share} of {them}, {n} of {base}, {told}.", **said)


def _answers(teller: Teller, given: list[Answer]) -> Iterator[str]:
    """Tell which answer leads and which follow."""
    if not given:
        return
    leaders = _leaders(given)
    if len(leaders) > MOST_LEADING:
        yield teller.words.language.text("No answer leads; they are in the table.")
        return
    of_them = part(teller, given[0]) if len(leaders) == 1 else ""
    yield of_them or lead(teller, leaders)
    others = given[len(leaders) :]
    if of_them and len(others) == 1 and given[0].count + others[0].count == teller.tally.base:
        yield teller.words.language.text("The others, {n} ({share}), {told}.", **facts(teller, others[0]))
        return
    yield from _following(teller, [answer for answer in others if not answer.rest])
    for answer in others:
        if answer.rest:
            yield _left_over(teller, answer)


def _following(teller: Teller, others: list[Answer]) -> Iterator[str]:
    """Say `Deretter følger politiet og NAV med 90 hver (10 %) og helsevesenet med 54 (6 %).`."""
    language = teller.words.language
    told, left = list[str](), MOST_NAMED
    for _, step in groupby(others, key=lambda answer: answer.count):
        alike = list(step)
        left -= len(alike)
        told += [_step(teller, together) for together in _together(teller, alike) if left >= 0]
    if told:
        yield language.text("Then follow {answers}.", answers=language.listed(told))
    if left < 0:
        yield language.text("The other answers are in the table.")


def _together(teller: Teller, alike: list[Answer]) -> list[list[Answer]]:
    """Tell of equal answers together, unless an "and" within a name would make that unclear."""
    joint = teller.words.language.listed(["", ""])
    return [[answer] for answer in alike] if any(joint in answer.name for answer in alike) else [alike]


def _step(teller: Teller, alike: list[Answer]) -> str:
    names = teller.words.language.listed([answer.name for answer in alike])
    return teller.words.language.text("{answers} with {counted}", answers=names, counted=teller.counted(alike))


def _left_over(teller: Teller, answer: Answer) -> str:
    told = capital(answer.name)
    return teller.words.language.text(
        "{answer} account for {counted}.", answer=told, counted=teller.counted([answer])
    )


def _apart(teller: Teller) -> Iterator[str]:
    """Say that one may have several answers, and of how many it is not known."""
    language, unknown = teller.words.language, teller.tally.unknown
    if teller.question.kind == "several":
        yield language.text("Several answers can be given at once.")
    if not unknown:
        return
    calls = teller.words.calls(unknown)
    if teller.of_all or teller.tally.base < SMALL_BASE:
        yield language.plural("Of {calls} it is not known.", "Of {calls} it is not known.", unknown, calls=calls)
    else:
        yield language.plural(
            "Of {calls} it is not known; the percentages leave it out.",
            "Of {calls} it is not known; the percentages leave them out.",
            unknown,
            calls=calls,
        )
