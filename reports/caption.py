"""What stands under the picture, and the second message where it does not all fit there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.language import small
from reports.tables import Row, Table, tables
from reports.title import peaks, title
from reports.wording import Wording

CAPTION_UNITS = 1024
MESSAGE_UNITS = 4096
"""How many UTF-16 units Telegram lets a caption and a message have."""


@dataclass(frozen=True)
class Caption:
    """The text under the picture, and a second one with every figure where they do not fit in the first."""

    text: str
    figures: str | None


def caption(words: Wording) -> Caption:
    """Tell everything that the picture shows, in at most 1024 UTF-16 units and, if need be, 4096 more."""
    headline, figures, notes = list(_headline(words)), list(_figures(words)), list(_notes(words))
    everything = _paragraphs(headline, figures, notes)
    if _units(everything) <= CAPTION_UNITS:
        return Caption(everything, None)
    notes.append(words.language.text("All the figures are in the next message."))
    return Caption(_paragraphs(headline, notes), _cut(words, [words.heading, "", *figures]))


def _paragraphs(*paragraphs: list[str]) -> str:
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(words: Wording, lines: list[str]) -> str:
    """Keep the lines that fit, and say so where some do not."""
    rest = words.language.text("There was no room for the rest.")
    if _units("\n".join(lines)) <= MESSAGE_UNITS:
        return "\n".join(lines)
    while _units("\n".join([*lines, rest])) > MESSAGE_UNITS:
        lines.pop()
    return "\n".join([*lines, rest])


def _headline(words: Wording) -> Iterator[str]:
    summary, now = words.summary, words.summary.now
    yield words.heading
    if not now.total:
        yield title(words)
        return
    yield f"{words.calls(now.total)} – {words.total_change(summary.period_counts, words.then)}"
    if words.highlight:
        yield highlighted(words)
    if told := peaks(words):
        yield told


def highlighted(words: Wording) -> str:
    """Say `12 krisetelefoner, 1 av 6 – omtrent som i fjor (13)`."""
    against, before = words.summary.period_counts, words.summary.before
    now = against.now
    ((key, option),) = words.summary.form.highlight.items()
    part = words.part(now.share(key, option), now.questions[key].base)
    said = ", ".join(filter(None, [words.highlighted(now.highlighted), part]))
    if before is None:
        return said
    return f"{said} – {words.change(against.highlighted, before.highlighted, words.by_then)}"


def _figures(words: Wording) -> Iterator[str]:
    told = tables(words.summary, words.language)
    if told and words.summary.before:
        yield words.language.text("In parentheses: {period}", period=words.compared_with)
    for table in told:
        yield _line(words, table)
    if words.summary.period.kind != "month" and words.summary.now.total:
        yield _months(words)


def _line(words: Wording, table: Table) -> str:
    note = f" ({table.note})" if table.note else ""
    return f"{table.heading}{note}: {_dotted(row_text(words, row) for row in table.rows)}"


def _dotted(parts: Iterable[str]) -> str:
    return " · ".join(parts)


def row_text(words: Wording, row: Row) -> str:
    """Say `Kvinne 24, 33 % (22)`."""
    share = "" if row.share is None else f", {words.language.percent(row.share)}"
    before = "" if row.before is None else f" ({words.language.number(row.before)})"
    return f"{row.label} {words.language.number(row.count)}{share}{before}"


def _months(words: Wording) -> str:
    number, heading = words.language.number, words.language.text("Per month")
    if not words.highlight:
        counts = ((month, number(counted.total)) for month, counted in words.summary.course.items())
        return f"{heading}: {_dotted(f'{words.language.month_short(m)} {count}' for m, count in counts)}"
    heading += f" ({words.many}/{small(words.highlight)})"
    return f"{heading}: " + _dotted(
        f"{words.language.month_short(month)} {number(counted.total)}/{number(counted.highlighted)}"
        for month, counted in words.summary.course.items()
    )


def _notes(words: Wording) -> Iterator[str]:
    text, outcomes = words.language.text, words.summary.now.outcomes
    if words.summary.year:
        yield _year_so_far(words)
    if lacking := outcomes["unspecified"]:
        calls = words.calls(lacking)
        yield words.language.plural(
            "{calls} without details is not in the breakdowns.",
            "{calls} without details are not in the breakdowns.",
            lacking,
            calls=calls,
        )
    if apart := list(_apart(words)):
        yield text("Not in the figures: {parts}.", parts=", ".join(apart))
    if words.summary.now.total:
        yield text("The figures are not verified. Small numbers swing.")


def _apart(words: Wording) -> Iterator[str]:
    plural, outcomes = words.language.plural, words.summary.now.outcomes
    if declined := outcomes["declined"]:
        yield plural("{n} did not want to be registered", "{n} did not want to be registered", declined)
    if irrelevant := outcomes["irrelevant"]:
        yield plural("{n} was about something else", "{n} were about something else", irrelevant)


def _year_so_far(words: Wording) -> str:
    year = words.summary.year
    if year is None:
        raise AssertionError
    heading = words.language.text("So far this year")
    if words.summary.period.first.year != words.summary.today.year:
        last = words.language.month(year.now.days.months[-1])
        heading = words.language.text("The year up to {month}", month=last)
    return f"{heading}: {words.language.number(year.now.total)} – {words.total_change(year, words.by_then)}"
