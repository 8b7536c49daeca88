"""Questions and answers in words: headings, what shares are of, and names of answers."""

from collections.abc import Iterator

from reports.statements.questions import AnswerStatement, QuestionStatement
from reports.words.wording import Wording
from storage.forms.question import Question

BRIDGED = "*"
"""Marks an answer that includes those given under an earlier key."""


def heading(words: Wording, question: Question) -> str:
    """Return the heading of a question's figures."""
    return (question.short or question.label).in_language(words.language.code)


def heading_with_note(words: Wording, told: QuestionStatement) -> str:
    """Head a question's figures and say what the shares are of: `Instans (andel av alle)`."""
    said = note(words, told)
    return heading(words, told.question) + (f" ({said})" if said else "")


def note(words: Wording, told: QuestionStatement) -> str:
    """Say what the shares are of where that is not every registered record with a known answer."""
    if told.question.later:
        return words.language.text("of {calls}", calls=words.calls(told.base)) if told.base else ""
    return ", ".join(_notes(words, told))


def _notes(words: Wording, told: QuestionStatement) -> Iterator[str]:
    if told.question.kind == "several":
        yield words.language.text("several answers possible")
    if told.partly and told.question.base == "all":
        yield words.language.text("shares of all")
    elif told.partly:
        yield words.language.plural("{n} answer", "{n} answers", told.base)


def remark(words: Wording, told: QuestionStatement) -> str:
    """Say how a question relates to the one that it adds to; empty for others."""
    if not told.question.besides:
        return ""
    main = heading(words, words.summary.form.by_key[told.question.besides])
    return words.language.text("The main answer stands under “{question}”; these came in addition.", question=main)


def label(words: Wording, answer: AnswerStatement) -> str:
    """Name an answer before its figures."""
    return answer.option.label.in_language(words.language.code) + BRIDGED * answer.bridged


def spoken(words: Wording, answer: AnswerStatement) -> str:
    """Name an answer as it stands inside a sentence: `kvinner`, or `«Kvinne»` where the form has no word."""
    option, code = answer.option, words.language.code
    if option.spoken or option.unknown:
        return (option.spoken or option.label).in_language(code)
    return words.language.quoted(option.label.in_language(code))


def percent(words: Wording, answer: AnswerStatement) -> str:
    """Say `62 %`; nothing on a small base."""
    return "" if answer.share is None else words.language.percent(answer.share)


def figures(words: Wording, answer: AnswerStatement) -> str:
    """Say `Kvinne 24, 33 % (22)`."""
    number = words.language.number
    before = "" if answer.before is None else f" ({number(answer.before)})"
    said = ", ".join(filter(None, [number(answer.count), percent(words, answer)]))
    return f"{label(words, answer)} {said}{before}"
