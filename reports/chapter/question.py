"""A chapter's paragraph on one question: the ranking of answers, what is not known, and what has changed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from reports.chapter.phrases import AnswerPhrases, changes
from reports.statements.answers import AnswerStatement
from reports.statements.counts import Proportion
from reports.statements.questions import QuestionStatement
from reports.words.answers import heading, percent, spoken
from reports.words.changes import share_change_sentence
from reports.words.language import lower_first
from reports.words.wording import Wording
from storage.fault import N_

MOST_NAMED = 8
"""At most this many answers of a question are named; the table has the others."""

PROPORTIONS: Mapping[Proportion, str] = {
    "all": N_("All {them} ({n}) {told}."),
    "half": N_("About half of {them}, {n} of {base} ({share}), {told}."),
    "third": N_("About a third of {them}, {n} of {base} ({share}), {told}."),
    "two_thirds": N_("About two thirds of {them}, {n} of {base} ({share}), {told}."),
    "quarter": N_("About a quarter of {them}, {n} of {base} ({share}), {told}."),
    "three_quarters": N_("About three quarters of {them}, {n} of {base} ({share}), {told}."),
    "most": N_("Most of {them}, {n} of {base} ({share}), {told}."),
}


def paragraph(words: Wording, told: QuestionStatement) -> str:
    """Tell everything about one question that somebody was asked."""
    phrases = AnswerPhrases(words, told)
    said = _yes(phrases) if told.question.is_yes_or_no else _answers(phrases)
    return " ".join([*_hidden(phrases), *said, *_apart(phrases)])


def _hidden(phrases: AnswerPhrases) -> Iterator[str]:
    """Say which answers are hidden, so that what follows is about the others."""
    hidden, language = (
        [answer for answer in phrases.told.hidden if not answer.option.unknown],
        phrases.words.language,
    )
    if not hidden:
        return
    if not phrases.told.ranked:
        asked = heading(phrases.words, phrases.told.question)
        yield language.text("{question}: how many gave each answer is hidden.", question=asked)
    elif len(hidden) > MOST_NAMED:
        yield language.plural(
            "{n} answer is hidden; this is about the others.",
            "{n} answers are hidden; this is about the others.",
            len(hidden),
        )
    else:
        yield language.plural(
            "{answers} is hidden; this is about the others.",
            "{answers} are hidden; this is about the others.",
            len(hidden),
            answers=phrases.named(hidden),
        )


def in_one_sentence(words: Wording, told: QuestionStatement) -> str:
    """Tell the ranking of a question's answers, or how many answered yes; empty where that takes a table."""
    phrases, is_yes = AnswerPhrases(words, told), told.question.is_yes_or_no
    if not told.ranked or not (is_yes or (told.leaders and len(told.ranked) <= MOST_NAMED)):
        return ""
    sentences = _of_yes(phrases) if is_yes else _ranking(phrases, told.ranked)
    said = [sentence.removesuffix(".") for sentence in sentences]
    if told.unknown:
        said.append(_not_known(words, told.unknown).removesuffix("."))
    first, *others = said
    return f"{'; '.join([first, *map(lower_first, others)])}."


def _not_known(words: Wording, n: int) -> str:
    calls = words.calls(n)
    return words.language.plural("Of {calls} it is not known.", "Of {calls} it is not known.", n, calls=calls)


def leading(words: Wording, told: QuestionStatement) -> str:
    """Say in a few words which answer leads; empty where none does, of yes or no, and where any is hidden."""
    silent = told.question.is_yes_or_no or told.hidden or not told.leaders
    return "" if silent else AnswerPhrases(words, told).most(told.leaders)


def _yes(phrases: AnswerPhrases) -> Iterator[str]:
    """Tell how many answered yes, and how that compares with a year before."""
    yield from _of_yes(phrases)
    told, yes = phrases.told, phrases.told.yes
    if not yes or not told.base or told.registration:
        return
    if change := share_change_sentence(phrases.words, yes):
        yield change


def _of_yes(phrases: AnswerPhrases) -> Iterator[str]:
    """Say how many answered yes."""
    text, yes = phrases.words.language.text, phrases.told.yes
    if not yes or not (phrases.told.base or phrases.told.hides_base):
        return
    said = phrases.facts(yes)
    if phrases.told.hides_base:
        yield text("{n} of {them} {told}.", **said)
    elif not yes.count:
        yield text("None of {them} {told}.", **said)
    elif of_them := _part(phrases, yes):
        yield of_them
    elif yes.share is None:
        yield text("{n} out of {base} {told}.", **said)
    else:
        yield text("{share} of {them}, {n} of {base}, {told}.", **said)


def _answers(phrases: AnswerPhrases) -> Iterator[str]:
    """Tell which answer leads, which follow, and what has clearly changed since a year before."""
    ranked = phrases.told.ranked
    if not ranked:
        return
    yield from _ranking(phrases, ranked)
    if (remark := phrases.told.question.remark) and len(ranked) > 1:
        yield remark.in_language(phrases.words.language.code)
    yield from changes(phrases)


def _ranking(phrases: AnswerPhrases, ranked: Sequence[AnswerStatement]) -> Iterator[str]:
    leaders, text = phrases.told.leaders, phrases.words.language.text
    if not leaders:
        yield text("No answer leads; they are in the table.")
        return
    of_them = _part(phrases, leaders[0]) if len(leaders) == 1 else ""
    yield of_them or _lead(phrases, leaders)
    if of_them and (other := phrases.told.only_other):
        yield text("The others, {n} ({share}), {told}.", **phrases.facts(other))
        return
    yield from _following(phrases, ranked[len(leaders) :])


def _part(phrases: AnswerPhrases, answer: AnswerStatement) -> str:
    """Say `Omtrent halvparten av samtalene, 449 av 899 (50 %), gjaldt …`; empty where no such fraction fits."""
    told_as = None if phrases.told.of_all else answer.proportion
    return phrases.words.language.text(PROPORTIONS[told_as], **phrases.facts(answer)) if told_as else ""


def _lead(phrases: AnswerPhrases, leaders: Sequence[AnswerStatement]) -> str:
    """Say `Flest samtaler gjaldt vold: 126 (34 %).`, of what only some were asked also of what that is a share."""
    words, most, share = phrases.words, phrases.most(leaders), percent(phrases.words, leaders[0])
    if not phrases.told.of_all or not share:
        return f"{most}: {phrases.counted(leaders)}."
    calls = words.calls(leaders[0].count)
    each = words.language.text("{n} each", n=calls) if len(leaders) > 1 else calls
    return words.language.text("{most}: {calls}, which is {share} of all.", most=most, calls=each, share=share)


def _following(phrases: AnswerPhrases, others: Sequence[AnswerStatement]) -> Iterator[str]:
    """Say `Deretter politiet og NAV med 90 hver (10 %) og helsevesenet med 54 (6 %).`."""
    language = phrases.words.language
    told, left = list[str](), MOST_NAMED
    for _, step in groupby(others, key=lambda answer: answer.count):
        alike = list(step)
        left -= len(alike)
        told += [
            language.text("{answers} with {counted}", answers=phrases.named(group), counted=phrases.counted(group))
            for group in _together(phrases, alike)
            if left >= 0
        ]
    if told:
        yield language.text("Then {answers}.", answers=language.listed(told))
    if left < 0:
        yield language.text("The other answers are in the table.")


def _together(phrases: AnswerPhrases, alike: list[AnswerStatement]) -> list[list[AnswerStatement]]:
    """Group equal answers, unless an "and" within a name would make that ambiguous."""
    joint = phrases.words.language.listed(["", ""])
    unclear = any(joint in spoken(phrases.words, answer) for answer in alike)
    return [[answer] for answer in alike] if unclear else [alike]


def _apart(phrases: AnswerPhrases) -> Iterator[str]:
    """Say that one may have several answers, and of how many it is not known."""
    language, told = phrases.words.language, phrases.told
    if told.question.takes_several:
        yield language.text("Several answers can be given at once.")
    if not told.unknown:
        return
    n, calls = told.unknown, phrases.words.calls(told.unknown)
    if told.of_all or not told.has_shares:
        yield _not_known(phrases.words, n)
    else:
        yield language.plural(
            "Of {calls} it is not known; the percentages leave it out.",
            "Of {calls} it is not known; the percentages leave them out.",
            n,
            calls=calls,
        )
