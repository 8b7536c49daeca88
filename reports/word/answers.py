"""One question's answers as they stand inside a chapter's sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.language import capital
from reports.statements.questions import AnswerStatement, QuestionStatement
from reports.words.answers import inside, percent
from reports.words.wording import Wording
from storage.forms.rules import ANSWERS


@dataclass(frozen=True)
class AnswerPhrases:
    """The turns of phrase for one question: the form's own, or those that fit any."""

    words: Wording
    told: QuestionStatement

    @property
    def they(self) -> str:
        """Say `samtalene`, `privatpersonene`."""
        they = self.told.question.they
        return they.in_language(self.words.language.code) if they else self.words.all_calls

    @property
    def remark(self) -> str:
        """What has to be known to read the answers; may be empty."""
        remark = self.told.question.remark
        return remark.in_language(self.words.language.code) if remark else ""

    def named(self, answers: Sequence[AnswerStatement]) -> str:
        """Say `barnevernet og NAV`."""
        return self.words.language.listed([inside(self.words, answer) for answer in answers])

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
            return capital(question.most.in_language(language.code).replace(ANSWERS, named))
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
        """Return the words for the places of a sentence about one answer."""
        number = self.words.language.number
        return {
            "n": number(answer.count),
            "base": number(self.told.base),
            "share": percent(self.words, answer),
            "them": self.they,
            "told": self.gave(self.named([answer])),
        }
