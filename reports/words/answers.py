"""Questions and answers in words: headings, what shares are of, and names of answers."""

from collections.abc import Iterator

from reports.analysis.baseline import EarlierFigure
from reports.analysis.hidden import HIDDEN
from reports.statements.answers import AnswerStatement
from reports.statements.counts import ShareStatement
from reports.statements.questions import QuestionStatement
from reports.words.wording import Wording
from storage.forms.question import Question

BRIDGED = "*"
"""Marks an answer that includes those given under an earlier key."""


def heading(words: Wording, question: Question) -> str:
    """Return the heading of a question's figures."""
    return question.heading.in_language(words.language.code)


def heading_with_note(words: Wording, told: QuestionStatement) -> str:
    """Head a question's figures and say what the shares are of: `Instans (andel av alle)`."""
    said = note(words, told, known=False)
    return heading(words, told.question) + (f" ({said})" if said else "")


def note(words: Wording, told: QuestionStatement, *, known: bool = True) -> str:
    """Say what the shares are of where that is not every registered record.

    Where every record was asked, how many answers are ``known`` is left out if "not known" stands beside it.
    """
    if told.question.later:
        return words.language.text("of {calls}", calls=words.calls(told.base)) if told.base else ""
    return ", ".join(_notes(words, told, known=known))


def _notes(words: Wording, told: QuestionStatement, *, known: bool) -> Iterator[str]:
    if told.question.takes_several:
        yield words.language.text("several answers possible")
    if told.of_all:
        if told.has_shares:
            yield words.language.text("shares of all {n}", n=words.language.number(told.base))
    elif told.hides_base:
        return
    elif told.partly and not known:
        yield words.language.plural("{n} answer", "{n} answers", told.base)
    elif told.partly or (known and told.unknown and told.has_shares):
        yield words.language.plural("{n} known answer", "{n} known answers", told.base)


def remark(words: Wording, told: QuestionStatement) -> str:
    """Say how a question relates to the one that it adds to; empty for others."""
    if not told.question.besides:
        return ""
    main = heading(words, words.summary.form.by_key[told.question.besides])
    return words.language.text("The main answer stands under “{question}”; these came in addition.", question=main)


def label(words: Wording, answer: AnswerStatement) -> str:
    """Name an answer before its figures."""
    return answer.option.label.in_language(words.language.code) + BRIDGED * answer.bridged


def group_label(words: Wording, told: QuestionStatement) -> str:
    """Name the answers that are told of together before their figures; empty where there are none."""
    group = told.question.group
    if group is None:
        return ""
    return group.label.in_language(words.language.code) + BRIDGED * any(a.bridged for a in told.grouped)


def spoken(words: Wording, answer: AnswerStatement) -> str:
    """Name an answer as it stands inside a sentence: `kvinner`, or `«Kvinne»` where the form has no word."""
    option, code = answer.option, words.language.code
    if option.spoken or option.unknown:
        return (option.spoken or option.label).in_language(code)
    return words.language.quoted(option.label.in_language(code))


def count(words: Wording, answer: AnswerStatement) -> str:
    """Say how many gave an answer: `24`, or `:` where that is hidden."""
    return HIDDEN if answer.hidden else words.language.number(answer.count)


def percent(words: Wording, told: ShareStatement) -> str:
    """Say `62 %`; nothing on a small base."""
    return "" if told.share is None else words.language.percent(told.share)


def figures(words: Wording, answer: AnswerStatement) -> str:
    """Say `Kvinne 24 · 33 % (31 %)`, as the picture does."""
    before = before_said(words, answer) or HIDDEN * answer.hides_before
    said = " · ".join(filter(None, [count(words, answer), percent(words, answer)]))
    return f"{label(words, answer)} {said}" + (f" ({before})" if before else "")


def before_said(words: Wording, told: ShareStatement) -> str:
    """Say the share of the year before, as an earlier report prints it, or else the count; empty where unknown."""
    if told.earlier and told.share_before is not None and (told.share is not None or told.before is None):
        return printed(words, told.earlier)
    if told.earlier is None or told.before is None or told.earlier.base == 0:
        return ""
    if told.share is None:
        return words.language.number(told.before)
    # Beside a share a bare count would be taken for one.
    base = told.earlier.base
    return (
        words.calls(told.before)
        if base is None
        else words.language.text(
            "{n} of {base}", n=words.language.number(told.before), base=words.language.number(base)
        )
    )


def printed(words: Wording, figure: EarlierFigure) -> str:
    """Say a share as an earlier report prints it, or in whole per cent."""
    if figure.percent is not None:
        return words.language.printed_percent(figure.percent)
    return words.language.percent(figure.share or 0)
