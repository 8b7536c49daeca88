"""What stands under the picture, and the second message where it does not all fit there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reports.notes import changed, notes, unusual
from reports.tables import Row, Table, added_later, tables
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


def caption(words: Wording, marks: Sequence[str] = ()) -> Caption:
    """Tell everything that the picture shows, in at most 1024 UTF-16 units and, if need be, 4096 more.

    ``marks`` are lines about the period that the figures do not know of.
    """
    headline, figures, beside = list(_headline(words)), list(_figures(words)), [*marks, *notes(words)]
    everything = _paragraphs(headline, figures, beside)
    if units(everything) <= CAPTION_UNITS:
        return Caption(everything, None)
    beside.append(words.language.text("All the figures are in the next message."))
    return Caption(_paragraphs(headline, beside), cut(words, [words.heading, "", *figures]))


def everything(words: Wording) -> str:
    """Tell everything in one text of at most 4096 UTF-16 units."""
    told = _paragraphs(list(_headline(words)), list(_figures(words)), list(notes(words)))
    return cut(words, told.split("\n"))


def _paragraphs(*paragraphs: list[str]) -> str:
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines)


def units(text: str) -> int:
    """Return a text's length as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def cut(words: Wording, parts: list[str], joint: str = "\n") -> str:
    """Join the parts that fit in 4096 UTF-16 units, and say so where some do not."""
    rest = words.language.text("There was no room for the rest.")
    if units(joint.join(parts)) <= MESSAGE_UNITS:
        return joint.join(parts)
    while units(joint.join([*parts, rest])) > MESSAGE_UNITS:
        parts.pop()
    return joint.join([*parts, rest])


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
    summary = words.summary
    ((key, option),) = summary.form.highlight.items()
    part = words.part(summary.now.share(key, option), summary.now.questions[key].base)
    said = ", ".join(filter(None, [words.highlighted(summary.now.highlighted), part]))
    if summary.highlighted_before is None:
        return said
    return f"{said} – {words.change(summary.highlighted_change, summary.highlighted_before, words.by_then)}"


def _figures(words: Wording) -> Iterator[str]:
    told = [*tables(words.summary, words.language), *added_later(words.summary, words.language)]
    if told and words.summary.before:
        yield words.language.text("In parentheses: {period}", period=words.compared_with)
    for table in told:
        yield _line(words, table)
    if words.summary.period.kind != "month" and words.summary.now.total:
        yield _months(words)
    yield from unusual(words)
    if changes := " ".join(changed(words)):
        yield changes


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
    heading += f" ({words.many}/{words.highlight_inside})"
    return f"{heading}: " + _dotted(
        f"{words.language.month_short(month)} {number(counted.total)}"
        + (f"/{number(counted.highlighted)}" if words.highlight_asked(month) else "")
        for month, counted in words.summary.course.items()
    )
