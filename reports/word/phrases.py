"""One question's answers as they stand inside a chapter's sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.statements.questions import AnswerStatement, QuestionStatement
from reports.words.answers import percent, spoken
from reports.words.language import upper_first
from reports.words.wording import Wording
from storage.forms.rules import ANSWERS


@dataclass(frozen=True)
class AnswerPhrases:
    """The phrases for one question: the form's own, or general ones."""

    words: Wording
    told: QuestionStatement

    def named(self, answers: Sequence[AnswerStatement]) -> str:
        """Say `barnevernet og NAV`."""
        return self.words.language.listed([spoken(self.words, answer) for answer in answers])

    def gave(self, answers: str) -> str:
        """Say of those who gave the answers what is true of them: `kom fra barnevernet og NAV`."""
        question, language = self.told.question, self.words.language
        if question.is_yes_or_no and question.yes:
            return question.yes.in_language(language.code)
        if question.verb and not question.is_yes_or_no:
            return f"{question.verb.in_language(language.code)} {answers}"
        return language.text("have the answer {answers}", answers=answers)

    def most(self, answers: Sequence[AnswerStatement]) -> str:
        """Say `Flest samtaler kom fra barnevernet`."""
        question, language, named = self.told.question, self.words.language, self.named(answers)
        if question.most:
            return upper_first(question.most.in_language(language.code).replace(ANSWERS, named))
        if question.verb:
            verb = question.verb.in_language(language.code)
            return language.text("Most {many} {verb} {answers}", many=self.words.many, verb=verb, answers=named)
        return language.text("Most often the answer is {answers}", answers=named)

    def counted(self, alike: Sequence[AnswerStatement]) -> str:
        """Say `54 (6 %)`, of several equal ones `90 hver (10 %)`."""
        number = self.words.language.number(alike[0].count)
        count = self.words.language.text("{n} each", n=number) if len(alike) > 1 else number
        share = percent(self.words, alike[0])
        return f"{count} ({share})" if share else count

    def facts(self, answer: AnswerStatement) -> dict[str, str]:
        """Return the facts for a sentence about one answer."""
        number, they = self.words.language.number, self.told.question.they
        return {
            "n": number(answer.count),
            "base": number(self.told.base),
            "share": percent(self.words, answer),
            "them": they.in_language(self.words.language.code) if they else self.words.all_calls,
            "told": self.gave(self.named([answer])),
        }


def changes(phrases: AnswerPhrases) -> Iterator[str]:
    """Say which answers were given clearly more or less often than a year before."""
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
    """Say that the other answers are about as before; name them where some cannot be compared."""
    text, then, told = phrases.words.language.text, phrases.words.then_in_full, phrases.told
    if not told.same:
        return
    if any(answer.before is None for answer in told.known):
        names = phrases.named(told.same)
        yield upper_first(text("{answers} are about the same as {then}.", answers=names, then=then))
    elif told.more or told.fewer:
        yield text("Otherwise the figures are about the same as {then}.", then=then)
    else:
        yield text("The figures are about the same as {then}.", then=then)


def _gave(phrases: AnswerPhrases, changed: Sequence[AnswerStatement]) -> str:
    """Say `kom fra barnevernet (126, mot 63, opp 100 %)`."""
    words = phrases.words
    return phrases.gave(
        words.language.listed([f"{spoken(words, answer)} ({_difference(words, answer)})" for answer in changed])
    )


def _difference(words: Wording, answer: AnswerStatement) -> str:
    number = words.language.number
    against = words.language.text("against {before}", before=number(answer.before or 0))
    return ", ".join(filter(None, [number(answer.count), against, words.percent_change(answer)]))
