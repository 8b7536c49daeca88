"""One question's answers as they stand inside a chapter's sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.comparison import SMALL_BASE
from reports.language import capital
from reports.tally import QuestionTally
from reports.wording import Wording
from storage.form_rules import ANSWERS
from storage.question import Question


@dataclass(frozen=True)
class Answer:
    """One answer; ``share`` is None on a small base, ``before`` where there is nothing to compare with."""

    name: str
    count: int
    share: float | None
    before: int | None
    rest: bool


@dataclass(frozen=True)
class Teller:
    """Tells of one question."""

    words: Wording
    question: Question

    @property
    def tally(self) -> QuestionTally:
        """What was answered."""
        return self.words.summary.now.questions[self.question.key]

    @property
    def them(self) -> str:
        """Say `samtalene`, `privatpersonene`."""
        they = self.question.they
        return they.in_language(self.words.language.code) if they else self.words.all_calls

    @property
    def remark(self) -> str:
        """What has to be known to read the answers; may be empty."""
        remark = self.question.remark
        return remark.in_language(self.words.language.code) if remark else ""

    @property
    def of_all(self) -> bool:
        """Whether shares are of all records, also of those where it was not asked."""
        return self.question.base == "all" and self.tally.base > self.tally.asked

    @property
    def by_yes(self) -> bool:
        """Whether it is answered by yes or no, so that only the yes is told of."""
        return self.question.is_yes_or_no

    def answers(self) -> list[Answer]:
        """Return the known answers, the largest first and what is left over last."""
        return sorted(self._answers(), key=lambda answer: (answer.rest, -answer.count))

    def _answers(self) -> Iterator[Answer]:
        summary, tally = self.words.summary, self.tally
        before = summary.before if summary.comparable(self.question) else None
        left_out = {"no"} if self.by_yes else {*self.question.now_called}
        for option in self.question.options:
            if not option.unknown and option.key not in left_out:
                yield Answer(
                    name=self.words.answer(option),
                    count=tally.options[option.key],
                    share=tally.share(option.key) if tally.base >= SMALL_BASE else None,
                    before=before.count(self.question.key, option.key) if before else None,
                    rest=option.rest and len(tally.options) > 2,  # noqa: PLR2004 - of two, neither is left over
                )

    def given(self) -> list[Answer]:
        """Return the answers that anybody gave, in the same order."""
        return [answer for answer in self.answers() if answer.count]

    def told(self, names: Sequence[str]) -> str:
        """Say `kom fra barnevernet og NAV`."""
        language, verb, answers = self.words.language, self.question.verb, self.words.language.listed(names)
        if self.by_yes and self.question.yes:
            return self.question.yes.in_language(language.code)
        if verb and not self.by_yes:
            return f"{verb.in_language(language.code)} {answers}"
        return language.text("have the answer {answers}", answers=answers)

    def most(self, answers: Sequence[Answer]) -> str:
        """Say `Oftest ringte barnevernet`."""
        language, question = self.words.language, self.question
        names = language.listed([answer.name for answer in answers])
        if question.most:
            return capital(question.most.in_language(language.code).replace(ANSWERS, names))
        if question.verb:
            verb = question.verb.in_language(language.code)
            return language.text("Most {many} {verb} {answers}", many=self.words.many, verb=verb, answers=names)
        return language.text("Most often the answer is {answers}", answers=names)

    def percent(self, answer: Answer) -> str:
        """Say `62 %`; nothing on a small base."""
        return "" if answer.share is None else self.words.language.percent(answer.share)

    def counted(self, alike: Sequence[Answer]) -> str:
        """Say `54 (6 %)`, of several equal ones `90 hver (10 %)`."""
        number = self.words.language.number(alike[0].count)
        count = self.words.language.text("{n} each", n=number) if len(alike) > 1 else number
        percent = self.percent(alike[0])
        return f"{count} ({percent})" if percent else count
