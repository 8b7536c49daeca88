"""What was added to calls after they were registered, as sections of a chapter: a sentence and a table each."""

from collections.abc import Iterator

from reports.documents import Section
from reports.statements.questions import AnswerStatement, QuestionStatement
from reports.word.grids import answers_grid
from reports.words.answers import BRIDGED, heading, inside, remark
from reports.words.wording import Wording


def later_sections(words: Wording, number: int) -> Iterator[Section]:
    """Give each question that is asked later a section, its table counted on from ``number``."""
    for place, told in enumerate(words.statements.added if words.summary.now.total else (), number):
        head = heading(words, told.question)
        yield Section(
            heading=head,
            paragraphs=(" ".join(filter(None, [_said(words, told), remark(words, told)])),),
            tables=(answers_grid(words, place, f"{head} {words.when_in_full}", [told]),),
        )


def _said(words: Wording, told: QuestionStatement) -> str:
    """Say `I tillegg ble dette nevnt: konkret om vold 12 ganger og råd og veiledning 5 ganger.`."""
    answers = "; ".join(_times(words, answer) for answer in told.ranked)
    return words.language.text("Added to the calls afterwards: {answers}.", answers=answers) if answers else ""


def _times(words: Wording, answer: AnswerStatement) -> str:
    named = inside(words, answer) + BRIDGED * answer.bridged
    return words.language.plural("{answer} {n} time", "{answer} {n} times", answer.count, answer=named)
