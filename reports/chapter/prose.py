"""A summary as sentences to paste into a report; it names no causes."""

from collections.abc import Iterator, Sequence

from reports.chapter.question import in_one_sentence
from reports.statements.answers import AnswerStatement
from reports.statements.counts import CountStatement
from reports.statements.questions import QuestionStatement
from reports.words.answers import heading_with_note, label, percent, remark, spoken
from reports.words.changes import count_change, share_change
from reports.words.coverage import coverage_notes
from reports.words.language import lower_first, upper_first
from reports.words.limits import Limits, cut
from reports.words.notes import form_change_notes, unspecified, year_heading
from reports.words.story import story
from reports.words.title import highest_and_lowest
from reports.words.wording import Wording

SENTENCES = 8


def prose(words: Wording, limits: Limits) -> str:
    """Tell a summary in one text of at most eight sentences.

    Where there are more questions than room, those with the most answers are chosen.
    """
    beginning = [_total(words), *_highlighted(words)]
    end = [*form_change_notes(words), *_reservation(words)]
    told = [*story(words)][: max(0, SENTENCES - len(beginning) - len(end))] if words.summary.now.total else []
    end = [*told, *end]
    room = max(0, SENTENCES - len(beginning) - len(end))
    questions = [_sentence(words, told) for told in words.statements.most_answered(room)]
    return cut([*beginning, *questions, *end], limits.text, words.language, joint=" ")


def _total(words: Wording) -> str:
    total, year = words.statements.total, words.statements.year
    if not total.count:
        return (
            f"{words.language.text('No {many} are registered {when}', many=words.many, when=words.when_in_full)}."
        )
    sentence = words.language.plural(
        "{calls} was registered {when}{change}",
        "{calls} were registered {when}{change}",
        total.count,
        when=words.when_in_full,
        calls=words.calls(total.count),
        change=_change(words, total, words.then_in_full),
    )
    if year:
        change = "" if year.before is None else _change(words, year, words.by_then)
        sentence += f"; {lower_first(year_heading(words))} {words.language.number(year.count)}{change}"
    elif told := highest_and_lowest(words):
        sentence += f"; {lower_first(told)}"
    return f"{sentence}."


def _change(words: Wording, told: CountStatement, then: str) -> str:
    said = count_change(words, told, then)
    return said and (" – " if told.before is None else ", ") + said


def _highlighted(words: Wording) -> Iterator[str]:
    told = words.statements.highlight
    if not told or not words.summary.now.total:
        return
    said = words.highlighted(told.count)
    if words.summary.form.highlighted:
        said = words.language.plural("There was {said}", "There were {said}", told.count, said=said)
    change = share_change(words, told, words.then_in_full)
    yield f"{', '.join(filter(None, [said, words.part(told), change]))}."


def _sentence(words: Wording, told: QuestionStatement) -> str:
    """Tell of a question as the chapter does, of few answers or added ones as a list."""
    if told.has_shares and told.question.is_spoken_of and not told.question.later:
        return in_one_sentence(words, told) or _question(words, told)
    return _question(words, told)


def _question(words: Wording, told: QuestionStatement) -> str:
    """Say `Hvem ringte: Hjelpeapparatet 45 (62 %), Kvinne 24 (33 %) og Mann 4 (5 %); ikke kjent 2.`."""
    strange = [
        f"{spoken(words, answer)} {words.language.number(answer.count)}"
        for answer in told.answers
        if answer.count and answer.option.unknown
    ]
    beside = lower_first(remark(words, told)).removesuffix(".")
    parts = filter(None, [_named(words, told), *strange, beside])
    return f"{heading_with_note(words, told)}: {'; '.join(parts)}."


def _named(words: Wording, told: QuestionStatement) -> str:
    """Name all answers, or of many those that lead."""
    given, foremost = len(told.ranked), told.foremost
    if len(foremost) == given:
        return _listed(words, foremost)
    if foremost:
        return words.language.text("most often {answers}", answers=_listed(words, foremost))
    return words.language.text("spread over {n} answers", n=words.language.number(given))


def _listed(words: Wording, answers: Sequence[AnswerStatement]) -> str:
    return words.language.listed([_answer(words, answer) for answer in answers])


def _answer(words: Wording, answer: AnswerStatement) -> str:
    share = percent(words, answer)
    return f"{label(words, answer)} {words.language.number(answer.count)}" + (f" ({share})" if share else "")


def _reservation(words: Wording) -> Iterator[str]:
    if not words.summary.now.total:
        return
    unverified = words.language.text("the figures are not verified, and small numbers swing")
    said = [lower_first(line.removesuffix(".")) for line in (*coverage_notes(words), *unspecified(words))]
    yield f"{upper_first('; '.join([*said, unverified]))}."
