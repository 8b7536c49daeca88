"""Every figure of a summary as lines of text, which a screen reader can read aloud."""

from collections.abc import Iterator

from reports.statements.answers import AnswerStatement
from reports.statements.counts import CountStatement, ShareStatement
from reports.statements.groups import group_statement
from reports.statements.questions import QuestionStatement
from reports.words.answers import before_said, count, group_label, heading_with_note, label, percent, remark
from reports.words.coverage import coverage_notes, unanswered_shifts
from reports.words.house import house_lines
from reports.words.language import lower_first, upper_first
from reports.words.limits import Limits, cut
from reports.words.notes import form_change_notes, outside, unusual_months, year_heading
from reports.words.story import story
from reports.words.wording import Wording


def table_text(words: Wording, limits: Limits) -> str:
    """Tell every figure on a line of its own, under headings."""
    text = "\n\n".join("\n".join(lines) for lines in _paragraphs(words) if lines)
    return cut(text.split("\n"), limits.text, words.language)


def _paragraphs(words: Wording) -> Iterator[list[str]]:
    yield [words.heading]
    yield [*_totals(words), *house_lines(words)]
    yield list(story(words))
    for told in (*words.statements.questions, *words.statements.added):
        rows = [answer_line(words, answer) for answer in told.answers]
        yield list(filter(None, [heading_with_note(words, told), *rows, remark(words, told)]))
    yield [*outside(words), *coverage_notes(words), *unanswered_shifts(words)]
    yield [*unusual_months(words), *form_change_notes(words)]
    yield from _months(words)


def _totals(words: Wording) -> Iterator[str]:
    told = words.statements
    yield _count(words, upper_first(words.many), told.total)
    if told.highlight:
        yield _count(words, words.highlight, told.highlight)
    if told.year:
        yield _count(words, year_heading(words), told.year)


def _count(words: Wording, name: str, told: CountStatement | ShareStatement) -> str:
    return _line(words, name, told.count, _before(words, words.by_then, told.before))


def answer_line(words: Wording, answer: AnswerStatement) -> str:
    """Say `Kvinne: 24, 33 %, i fjor 31 % (22)`."""
    return _share_line(words, f"{label(words, answer)}: {count(words, answer)}", answer)


def group_line(words: Wording, told: QuestionStatement) -> str:
    """Say the same of the answers that are told of together; empty where there are none."""
    share = group_statement(told)
    if share is None:
        return ""
    return _share_line(words, f"{group_label(words, told)}: {words.language.number(share.count)}", share)


def _share_line(words: Wording, counted: str, told: ShareStatement) -> str:
    said = before_said(words, told)
    before = f"{words.by_then} {said}" if said else ""
    if told.share is not None and told.share_before is not None and told.before is not None:
        before += f" ({words.language.number(told.before)})"
    return ", ".join(filter(None, [counted, percent(words, told), before]))


def _months(words: Wording) -> Iterator[list[str]]:
    """Say `November 2025: 70, året før 66` of each month, and then the same of the highlighted calls."""
    heading, months = words.language.text("Per month"), words.statements.months
    if not months:
        return
    yield [heading, *(_month(words, month.name, month.total, month.total_before) for month in months)]
    if words.highlight:
        yield [
            f"{words.highlight}, {lower_first(heading)}",
            *(
                _month(words, month.name, month.highlighted, month.highlighted_before)
                for month in months
                if month.highlighted is not None
            ),
        ]


def _month(words: Wording, name: str, count: int, before: int | None) -> str:
    then = _before(words, words.language.text("the year before"), before)
    return _line(words, upper_first(words.language.month(name)), count, then)


def _before(words: Wording, then: str, before: int | None) -> str:
    return "" if before is None else f"{then} {words.language.number(before)}"


def _line(words: Wording, name: str, count: int, *beside: str) -> str:
    return ", ".join(filter(None, [f"{name}: {words.language.number(count)}", *beside]))
