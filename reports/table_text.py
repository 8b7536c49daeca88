"""Every figure of a summary as lines of text, made to be read aloud."""

from collections.abc import Iterator

from reports.caption import cut
from reports.coverage import coverage_notes, unanswered
from reports.form_changes import comparable
from reports.language import capital, small
from reports.notes import changed, outside, unusual, year_heading
from reports.period import Period
from reports.summary import Summary
from reports.tables import Row, added_later, tables
from reports.wording import Wording


def table_text(words: Wording) -> str:
    """Tell every figure, one a line under headings of their own, in at most 4096 UTF-16 units."""
    text = "\n\n".join("\n".join(lines) for lines in _paragraphs(words) if lines)
    return cut(words, text.split("\n"))


def _paragraphs(words: Wording) -> Iterator[list[str]]:
    yield [words.heading]
    yield list(_totals(words))
    for table in (*tables(words.summary, words.language), *added_later(words.summary, words.language)):
        note = f" ({table.note})" if table.note else ""
        remark = [table.remark] if table.remark else []
        yield [f"{table.heading}{note}", *(_row(words, row) for row in table.rows), *remark]
    yield [*outside(words), *coverage_notes(words), *unanswered(words)]
    yield [*unusual(words), *changed(words)]
    yield from _months(words)


def _totals(words: Wording) -> Iterator[str]:
    summary = words.summary
    now, before = summary.now, summary.before
    yield _line(words, capital(words.many), now.total, before.total if before else None)
    if words.highlight:
        yield _line(words, words.highlight, now.highlighted, summary.highlighted_before)
    if year := summary.year:
        yield _line(words, year_heading(words), year.now.total, year.before.total if year.before else None)


def _row(words: Wording, row: Row) -> str:
    return _line(words, row.label, row.count, row.before, row.share)


def _line(words: Wording, label: str, count: int, before: int | None, share: float | None = None) -> str:
    """Say `Kvinne: 24, 33 %, i fjor 22`."""
    number = words.language.number
    parts = [f"{label}: {number(count)}"]
    if share is not None:
        parts.append(words.language.percent(share))
    if before is not None:
        parts.append(f"{words.by_then} {number(before)}")
    return ", ".join(parts)


def _months(words: Wording) -> Iterator[list[str]]:
    """Say `November 2025: 70, året før 66` of each month, and then the same of the highlighted calls."""
    summary, heading = words.summary, words.language.text("Per month")
    months = [(name, now, summary.course_before[name]) for name, now in summary.course_known.items()]
    if months:
        yield [heading, *(_month(words, name, now.total, then.total or None) for name, now, then in months)]
    if months and words.highlight:
        heading = f"{words.highlight}, {small(heading)}"
        parts = (
            (n, now, then.highlighted if then.total and _same(summary, n) else None)
            for n, now, then in months
            if words.highlight_asked(n)
        )
        yield [heading, *(_month(words, name, now.highlighted, then) for name, now, then in parts)]


def _same(summary: Summary, month: str) -> bool:
    """Tell whether what is highlighted was asked alike in a month and a year before."""
    days = Period.named(month).days
    return all(comparable(summary.form.by_key[key], days.a_year_before, days) for key in summary.form.highlight)


def _month(words: Wording, name: str, count: int, before: int | None) -> str:
    language = words.language
    line = f"{capital(language.month(name))}: {language.number(count)}"
    if before is None:
        return line
    then = language.text("the year before")
    return f"{line}, {then} {language.number(before)}"
