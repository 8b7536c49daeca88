"""What of one question is clearly otherwise than a year before."""

from collections.abc import Iterator, Sequence

from reports.language import capital
from reports.statements.questions import AnswerStatement
from reports.word.answers import AnswerPhrases
from reports.words.answers import inside
from reports.words.wording import Wording


def changes(phrases: AnswerPhrases) -> Iterator[str]:
    """Say which answers clearly more or fewer gave than a year before; nothing where that cannot be compared."""
    more, fewer = phrases.told.more, phrases.told.fewer
    text, then = phrases.words.language.text, phrases.words.then_in_full
    if more:
        yield text("Clearly more than {then} {told}.", then=then, told=_gave(phrases, more))
    if more and fewer:
        yield text("Clearly fewer {told}.", told=_gave(phrases, fewer))
    elif fewer:
        yield text("Clearly fewer than {then} {told}.", then=then, told=_gave(phrases, fewer))
    yield from _about(phrases)


def _about(phrases: AnswerPhrases) -> Iterator[str]:
    """Say that the other answers are about as before: all, or by name where of some nothing is known."""
    text, then, told = phrases.words.language.text, phrases.words.then_in_full, phrases.told
    if not told.same:
        return
    if any(answer.before is None for answer in told.known):
        names = phrases.named(told.same)
        yield capital(text("{answers} are about the same as {then}.", answers=names, then=then))
    elif told.more or told.fewer:
        yield text("Otherwise the figures are about the same as {then}.", then=then)
    else:
        yield text("The figures are about the same as {then}.", then=then)


def _gave(phrases: AnswerPhrases, changed: Sequence[AnswerStatement]) -> str:
    """Say `kom fra barnevernet (126, mot 63, opp 100 %)`."""
    words = phrases.words
    return phrases.gave(
        words.language.listed([f"{inside(words, answer)} ({_difference(words, answer)})" for answer in changed])
    )


def _difference(words: Wording, answer: AnswerStatement) -> str:
    number = words.language.number
    against = words.language.text("against {before}", before=number(answer.before or 0))
    return ", ".join(filter(None, [number(answer.count), against, words.percent_change(answer)]))
