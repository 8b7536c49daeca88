"""One question's answers as they stand inside a chapter's sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.statements.answers import AnswerStatement
from reports.statements.questions import QuestionStatement
from reports.words.answers import before_said, percent, spoken
from reports.words.changes import points
from reports.words.language import upper_first
from reports.words.wording import Wording
from storage.fault import N_
from storage.forms.rules import ANSWERS

LARGER, SMALLER = (
    N_("The share that {told} became clearly larger: {now}, against {before} {then} ({points})."),
    N_("The share that {told} became clearly smaller: {now}, against {before} {then} ({points})."),
)


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
    """Say which shares have clearly changed since a year before."""
    if not phrases.told.registration:
        yield from (_changed(phrases, answer) for answer in phrases.told.changed)


def _changed(phrases: AnswerPhrases, answer: AnswerStatement) -> str:
    """Say `Andelen som kom fra barnevernet ble tydelig større: 14 %, mot 7 % i 2015 (opp 7 prosentpoeng).`."""
    words = phrases.words
    message = LARGER if answer.verdict == "more" else SMALLER
    return words.language.text(
        message,
        told=phrases.gave(phrases.named([answer])),
        now=percent(words, answer),
        before=before_said(words, answer),
        then=words.then_in_full,
        points=points(words, answer),
    )
