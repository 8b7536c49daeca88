"""Every figure of a summary as lines of text, made to be read aloud."""

from collections.abc import Iterator

from reports.caption import cut
from reports.language import capital, small
from reports.notes import outside, year_heading
from reports.tables import Row, tables
from reports.wording import Wording


def table_text(words: Wording) -> str:
    """Tell every figure, one a line under headings of their own, in at most 4096 UTF-16 units."""
    text = "\n\n".join("\n".join(lines) for lines in _paragraphs(words) if lines)
    return cut(words, text.split("\n"))


def _paragraphs(words: Wording) -> Iterator[list[str]]:
    yield [words.heading]
    yield list(_totals(words))
    for table in tables(words.summary, words.language):
        note = f" ({table.note})" if table.note else ""
        yield [f"{table.heading}{note}", *(_row(words, row) for row in table.rows)]
    yield list(outside(words))
    yield from _months(words)


def _totals(words: Wording) -> Iterator[str]:
    summary = words.summary
    against, before = summary.period_counts, summary.before
    yield _line(words, capital(words.many), against.now.total, before.total if before else None)
    if words.highlight:
        yield _line(words, words.highlight, against.now.highlighted, before.highlighted if before else None)
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
    summary = words.summary
    pairs = {name: (month, summary.course_before[name]) for name, month in summary.course_known.items()}
    if not pairs:
        return
    heading = words.language.text("Per month")
    yield [heading, *(_month(words, name, now.total, then.total) for name, (now, then) in pairs.items())]
    if words.highlight:
        heading = f"{words.highlight}, {small(heading)}"
        yield [
            heading,
            *(_month(words, name, now.highlighted, then.highlighted) for name, (now, then) in pairs.items()),
        ]


def _month(words: Wording, name: str, count: int, before: int) -> str:
    language = words.language
    parts = [f"{capital(language.month(name))}: {language.number(count)}"]
    if words.summary.course_before[name].total:
        then = language.text("the year before")
        parts.append(f"{then} {language.number(before)}")
    return ", ".join(parts)
