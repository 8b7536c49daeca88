"""The tables of a summary: which questions and options are told of, in which order, with which shares."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.comparison import SMALL_BASE
from reports.form_changes import in_use
from reports.language import Language
from reports.summary import Summary
from reports.wording import Wording
from storage.form import Form
from storage.question import Option, Question

BRIDGED = "*"
"""Stands behind an answer among which those with an earlier key are counted."""


@dataclass(frozen=True)
class Row:
    """One answer: how many gave it, their share (None on a small base), and how many a year before.

    ``inside`` is its name inside a sentence.
    """

    label: str
    inside: str
    count: int
    share: float | None
    before: int | None
    unknown: bool = False


@dataclass(frozen=True)
class Table:
    """One question's answers in the form's order, "not known" last; ``note`` says what the shares are of.

    ``key`` is the question's, ``remark`` says how it stands to the other tables, where that has to be known.
    """

    key: str
    heading: str
    note: str
    rows: tuple[Row, ...]
    remark: str = ""


def tables(summary: Summary, language: Language) -> tuple[Table, ...]:
    """Make a table of each question that anybody answered; the highlighted yes or no is told of elsewhere."""
    return tuple(
        Table(
            key=question.key,
            heading=_heading(question, language),
            note=", ".join(_notes(summary, question, language)),
            rows=tuple(_rows(summary, question, language)),
        )
        for question in summary.form.questions
        if summary.now.questions[question.key].asked
        and not question.later
        and not _is_the_headline(summary, question)
    )


def added_later(summary: Summary, language: Language) -> tuple[Table, ...]:
    """Make a table of each question that is asked later, where anybody answered it then or the year before."""
    return tuple(
        Table(
            key=question.key,
            heading=_heading(question, language),
            note=_of_all(summary, question, language),
            rows=tuple(_rows(summary, question, language)),
            remark=_beside(summary.form, question, language),
        )
        for question in summary.form.questions
        if question.later and (summary.now.questions[question.key].asked or _added_before(summary, question))
    )


def _heading(question: Question, language: Language) -> str:
    return (question.short or question.label).in_language(language.code)


def _added_before(summary: Summary, question: Question) -> bool:
    """Tell whether anybody answered it a year before; else it may not have been there to be answered."""
    before = summary.before
    return before is not None and any(before.count(question.key, key) for key in question.option_keys)


def _of_all(summary: Summary, question: Question, language: Language) -> str:
    base = summary.now.questions[question.key].base
    return language.text("of {calls}", calls=Wording(summary, language).calls(base)) if base else ""


def _beside(form: Form, question: Question, language: Language) -> str:
    if not question.besides:
        return ""
    main = _heading(form.by_key[question.besides], language)
    return language.text("The main answer stands under “{question}”; these came in addition.", question=main)


def _is_the_headline(summary: Summary, question: Question) -> bool:
    return question.key in summary.form.highlight and len(_known(question)) <= 2  # noqa: PLR2004 - yes and no


def _known(question: Question) -> list[Option]:
    return [option for option in question.options if not option.unknown and option.key not in question.now_called]


def _rows(summary: Summary, question: Question, language: Language) -> Iterator[Row]:
    now, before = summary.now.questions[question.key], summary.before if _compared(summary, question) else None
    for option in _known(question):
        count, earlier = now.options[option.key], before.count(question.key, option.key) if before else None
        if count or earlier or in_use(option, summary.now.days):
            share = now.share(option.key) if now.base >= SMALL_BASE else None
            bridged = option.key in now.bridged or (
                before is not None and (question.key, option.key) in before.bridged
            )
            label, star = option.label.in_language(language.code), BRIDGED * bridged
            yield Row(label + star, Wording(summary, language).answer(option) + star, count, share, earlier)
    unknown = next((option for option in question.options if option.unknown), None)
    if unknown:
        label = unknown.label.in_language(language.code)
        earlier = before.count(question.key, unknown.key) if before else None
        inside = unknown.spoken.in_language(language.code) if unknown.spoken else label
        yield Row(label, inside, now.unknown, None, earlier, unknown=True)


def _compared(summary: Summary, question: Question) -> bool:
    return summary.comparable(question) and (not question.later or _added_before(summary, question))


def _notes(summary: Summary, question: Question, language: Language) -> Iterator[str]:
    """Say what the shares are of where that is not every registered record with a known answer."""
    now, registered = summary.now.questions[question.key], summary.now.outcomes["registered"]
    if question.kind == "several":
        yield language.text("several answers possible")
    if now.asked < registered and question.base == "all":
        yield language.text("shares of all")
    elif now.asked < registered:
        yield language.plural("{n} answer", "{n} answers", now.base)
