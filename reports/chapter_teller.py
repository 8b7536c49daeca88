"""One question's answers as they stand inside a chapter's sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.chapter_phrases import Phrase, as_told, phrase
from reports.comparison import SMALL_BASE
from reports.language import capital
from reports.tally import QuestionTally
from reports.wording import Wording
from storage.question import Question

REST = "other"
"""The key of what is left over: told of last, since it is no one answer."""


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
    def phrase(self) -> Phrase:
        """How it is told."""
        return phrase(self.words.summary.form, self.question)

    @property
    def them(self) -> str:
        """Say `samtalene`, `privatpersonene`."""
        return self.words.language.text(self.phrase.them)

    @property
    def of_all(self) -> bool:
        """Whether shares are of all records, also of those where it was not asked."""
        return self.question.base == "all" and self.tally.base > self.tally.asked

    @property
    def by_yes(self) -> bool:
        """Whether it is answered by yes or no, so that only the yes is told of."""
        return set(self.tally.options) == {"yes", "no"}

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
                    name=as_told(self.words, self.question, option),
                    count=tally.options[option.key],
                    share=tally.share(option.key) if tally.base >= SMALL_BASE else None,
                    before=before.count(self.question.key, option.key) if before else None,
                    rest=option.key == REST and len(tally.options) > 2,  # noqa: PLR2004 - of two, neither is left over
                )

    def given(self) -> list[Answer]:
        """Return the answers that anybody gave, in the same order."""
        return [answer for answer in self.answers() if answer.count]

    def told(self, names: Sequence[str]) -> str:
        """Say `kom fra barnevernet og NAV`."""
        return self.words.language.text(self.phrase.told, answers=self.words.language.listed(names))

    def most(self, answers: Sequence[Answer]) -> str:
        """Say `Oftest ringte barnevernet`."""
        names = self.words.language.listed([answer.name for answer in answers])
        return capital(self.words.language.text(self.phrase.most, answers=names))

    def percent(self, answer: Answer) -> str:
        """Say `62 %`; nothing on a small base."""
        return "" if answer.share is None else self.words.language.percent(answer.share)

    def counted(self, alike: Sequence[Answer]) -> str:
        """Say `54 (6 %)`, of several equal ones `90 hver (10 %)`."""
        number = self.words.language.number(alike[0].count)
        count = self.words.language.text("{n} each", n=number) if len(alike) > 1 else number
        percent = self.percent(alike[0])
        return f"{count} ({percent})" if percent else count
