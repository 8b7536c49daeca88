"""The tables of a chapter: answers with counts and shares, and the months."""

from collections.abc import Iterator, Sequence

from reports.documents import Column, Grid, Value
from reports.language import capital
from reports.tables import Table
from reports.wording import Wording


def answers_grid(words: Wording, number: int, name: str, tables: Sequence[Table]) -> Grid:
    """Put questions under each other: each answer's count and share, and the count a year before."""
    text, period = words.language.text, words.name(words.summary.period)
    compared = any(row.before is not None for table in tables for row in table.rows)
    several = len(tables) > 1
    columns = [
        *([Column(heading=text("Question"), kind="text")] if several else []),
        Column(heading=text("Answer"), kind="text"),
        Column(heading=f"{capital(words.many)} {period}", kind="count"),
        Column(heading=text("Share"), kind="share"),
        *([Column(heading=f"{capital(words.many)} {words.compared_with}", kind="count")] if compared else []),
    ]
    return Grid(
        heading=_heading(words, number, name),
        note=_note(tables),
        columns=tuple(columns),
        rows=tuple(_rows(tables, several=several, compared=compared)),
    )


def _heading(words: Wording, number: int, name: str) -> str:
    return words.language.text("Table {number}. {name}.", number=words.language.number(number), name=name)


def _note(tables: Sequence[Table]) -> str:
    return " ".join(f"{table.heading}: {table.note}." for table in tables if table.note)


def _rows(tables: Sequence[Table], *, several: bool, compared: bool) -> Iterator[tuple[Value, ...]]:
    for table in tables:
        for row in table.rows:
            names = (table.heading, row.label) if several else (row.label,)
            yield (*names, row.count, row.share, *([row.before] if compared else []))


def months_grid(words: Wording, number: int, name: str) -> Grid:
    """Put the months under each other, with all calls and the highlighted ones, and their sums."""
    summary = words.summary
    heads = [capital(words.many), *([words.highlight] if words.highlight else [])]
    highlighted_before = summary.highlighted_before is not None
    before = heads[: 2 if highlighted_before else 1] if summary.before and not summary.before.typed else []
    periods = [(head, words.name(summary.period)) for head in heads]
    periods += [(head, words.compared_with) for head in before]
    return Grid(
        heading=_heading(words, number, name),
        note="",
        columns=(
            Column(heading=words.language.text("Month"), kind="text"),
            *(Column(heading=f"{head} {period}", kind="count") for head, period in periods),
        ),
        rows=(*_months(words, len(heads), len(before)), _sum(words, len(heads), len(before))),
    )


def _months(words: Wording, now: int, before: int) -> Iterator[tuple[Value, ...]]:
    summary = words.summary
    for name, month in summary.course_known.items():
        earlier = summary.course_before[name]
        counts = (month.total, month.highlighted)[:now] + (earlier.total, earlier.highlighted)[:before]
        yield (capital(words.language.month(name, year=False)), *counts)


def _sum(words: Wording, now: int, before: int) -> tuple[Value, ...]:
    summary = words.summary
    counts = (summary.now.total, summary.now.highlighted)[:now]
    earlier = (summary.before.total, summary.before.highlighted)[:before] if summary.before else ()
    return (words.language.text("All months"), *counts, *earlier)
