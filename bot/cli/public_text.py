"""Public figures as text in columns, as JSON or as CSV."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields, replace
from decimal import ROUND_HALF_EVEN, Decimal

from bot.cli.output import Written
from reports.analysis.hidden import HIDDEN, Hidden
from reports.analysis.period import Period
from reports.analysis.tally import head_json
from reports.documents import Value
from reports.public_grids import public_grid
from reports.publication.cross_cells import CrossCells
from reports.statements.tidy_counts import Share, TidyCount
from reports.tidy_files import csv_text, written_cell
from reports.words.hidden import WHY
from reports.words.language import Language
from storage.forms.form import Form

COLUMNS = tuple(field.name for field in fields(TidyCount))
CROSS_COLUMNS = ("row", "column", "count")
PER_CENT = Decimal("0.01")
BETWEEN = 2
"""Blanks between two columns."""


def public_text(
    form: Form, period: Period, rows: Sequence[TidyCount], written: Written, language: Language
) -> str:
    """Write a period's public figures, shares in whole per cent, as fractions of 1."""
    match written:
        case "csv":
            return csv_text(COLUMNS, (map(written_cell, astuple(_rounded(row))) for row in rows))
        case "json":
            return json.dumps(_json(form, period, rows), ensure_ascii=False)
    return _with_note([line for row in rows for line in _told(form, row, language)], language)


def public_cross_text(cells: CrossCells, written: Written, language: Language) -> str:
    """Write a cross table's public counts."""
    rows, columns = (question.counted_options for question in (cells.rows, cells.columns))
    match written:
        case "csv":
            told = ((row.key, column.key, cells.count(row, column)) for row in rows for column in columns)
            return csv_text(CROSS_COLUMNS, told)
        case "json":
            return json.dumps(_cross_json(cells), ensure_ascii=False)
    grid = public_grid(cells, language)
    lines = [[str(name), *(_number(count, language) for count in counts)] for name, *counts in grid.rows]
    return _with_note([["", *(column.heading for column in grid.columns[1:])], *lines], language)


def _told(form: Form, row: TidyCount, language: Language) -> Iterator[list[str]]:
    if not row.question:
        yield [language.text("In all"), _number(row.count, language), ""]
        return
    question = form.by_key[row.question]
    if row.option == question.option_keys[0]:
        yield ["", "", ""]
        yield [question.label.in_language(language.code), "", ""]
    share = row.share if row.share in {None, HIDDEN} else language.percent(float(row.share or 0))
    label = question.option(row.option).label.in_language(language.code)
    yield [f"  {label}", _number(row.count, language), str(share or "")]


def _rounded(row: TidyCount) -> TidyCount:
    return replace(row, share=_in_per_cent(row.share), share_before=_in_per_cent(row.share_before))


def _in_per_cent(share: Share | Hidden | None) -> Share | Hidden | None:
    if share is None or share == HIDDEN:
        return share
    return Decimal(str(share)).quantize(PER_CENT, rounding=ROUND_HALF_EVEN)


def _number(count: Value, language: Language) -> str:
    return language.number(count) if isinstance(count, int) else str(count or "")


def _with_note(rows: Sequence[Sequence[str]], language: Language) -> str:
    """Write rows in columns, and below them why some figures are hidden."""
    text = "\n".join(_aligned(rows))
    if not any(HIDDEN in row for row in rows):
        return text
    why = language.text(WHY)
    return f"{text}\n\n{why}"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = (cell.rjust(width + BETWEEN) for cell, width in zip(others, widths[1:], strict=True))
        yield f"{first.ljust(widths[0])}{''.join(cells)}".rstrip()


def _json(form: Form, period: Period, rows: Sequence[TidyCount]) -> dict[str, object]:
    questions: dict[str, dict[str, object]] = {}
    for row in rows:
        if row.question:
            questions.setdefault(row.question, {})[row.option] = row.count
    return {**head_json(form.key, period), "total": rows[0].count, "questions": questions}


def _cross_json(cells: CrossCells) -> dict[str, object]:
    rows, columns = cells.rows.counted_options, cells.columns.counted_options
    return {
        **head_json(cells.release.form.key, cells.release.now.period),
        "rows": cells.rows.key,
        "columns": cells.columns.key,
        "counts": {row.key: {column.key: cells.count(row, column) for column in columns} for row in rows},
        "row_totals": {row.key: cells.count(row, None) for row in rows},
        "column_totals": {column.key: cells.count(None, column) for column in columns},
        "total": cells.count(None, None),
    }
