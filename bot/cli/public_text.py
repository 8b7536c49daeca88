"""Public figures as text in columns, as JSON or as CSV, and in words what is hidden."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from itertools import groupby

from bot.cli.output import Written, csv_text
from bot.cli.stats import written_cell
from reports.analysis.period import Period
from reports.analysis.tally import head_json
from reports.publication.cells import TOTAL, Cell
from reports.publication.protected import ProtectedPeriod
from reports.publication.public_counts import HIDDEN, Hidden, PublicCount
from reports.publication.release import Release
from reports.words.language import Language
from storage.fault import N_
from storage.forms.form import Form
from storage.forms.question import Option, Question

COLUMNS = tuple(field.name for field in fields(PublicCount))
CROSS_COLUMNS = ("row", "column", "count")
BETWEEN = 2
"""Blanks between two columns."""


@dataclass(frozen=True)
class CrossCells:
    """The cells of a cross table as a release shows them; None stands for the sum of a row or column."""

    release: Release
    rows: Question
    columns: Question

    def count(self, row: Option | None, column: Option | None) -> int | Hidden:
        """Return what may be printed of a cell."""
        count = self.release.now.cross_count(self.rows, row, self.columns, column)
        return HIDDEN if count is None else count


def public_text(
    form: Form, period: Period, rows: Sequence[PublicCount], written: Written, language: Language
) -> str:
    """Write a period's public figures."""
    match written:
        case "csv":
            return csv_text(COLUMNS, (map(written_cell, astuple(row)) for row in rows))
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
    labels = [_label(option, language) for option in (*columns, None)]
    lines = [
        [_label(row, language), *(_number(cells.count(row, column), language) for column in (*columns, None))]
        for row in (*rows, None)
    ]
    return _with_note([["", *labels], *lines], language)


def hidden_lines(release: Release, language: Language) -> Iterator[str]:
    """Say what a release hides, a line for each question, and never how near it is to anything."""
    yield from _hidden_of(release.now, language)
    if release.before is not None:
        yield from _hidden_of(release.before, language)
    elif release.stands_in_the_way:
        words = N_("Hidden in {period}: everything, since an earlier release stands in the way.")
        yield language.text(words, period=release.now.period.a_year_before.name)


def _hidden_of(told: ProtectedPeriod, language: Language) -> Iterator[str]:
    name = told.period.name
    hidden = [figure.cell for figure in told.hidden if len(figure.records) == len(told.period.months)]
    if TOTAL in hidden:
        yield language.text(N_("Hidden in {period}: the total."), period=name)
    for question, cells in groupby(sorted(hidden), key=lambda cell: cell[0].question):
        if question:
            labels = ", ".join(dict.fromkeys(_words(told.form, cell, language) for cell in cells))
            yield language.text(N_("Hidden in {period}: {figures}."), period=name, figures=labels)


def _words(form: Form, cell: Cell, language: Language) -> str:
    parts = []
    for key, answer in cell:
        question = form.by_key[key]
        option = next((o for o in question.options if answer == o.key or (answer == "?" and o.unknown)), None)
        parts.append(_label(option, language) if option else question.heading.in_language(language.code))
    return " × ".join(parts)


def _told(form: Form, row: PublicCount, language: Language) -> Iterator[list[str]]:
    if not row.question:
        yield [language.text(N_("In all")), _number(row.count, language), ""]
        return
    question = form.by_key[row.question]
    if row.option == question.option_keys[0]:
        yield ["", "", ""]
        yield [question.label.in_language(language.code), "", ""]
    share = row.share if row.share in {None, HIDDEN} else language.percent(float(row.share or 0))
    yield [f"  {_label(question.option(row.option), language)}", _number(row.count, language), str(share or "")]


def _label(option: Option | None, language: Language) -> str:
    return language.text(N_("In all")) if option is None else option.label.in_language(language.code)


def _number(count: int | Hidden | None, language: Language) -> str:
    return language.number(count) if isinstance(count, int) else count or ""


def _with_note(rows: Sequence[Sequence[str]], language: Language) -> str:
    """Write rows in columns, and below them why some figures are hidden."""
    text = "\n".join(_aligned(rows))
    if not any(HIDDEN in row for row in rows):
        return text
    why = language.text(N_("A figure is hidden (:) where few calls stand behind it, or would be known by it."))
    return f"{text}\n\n{why}"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = (cell.rjust(width + BETWEEN) for cell, width in zip(others, widths[1:], strict=True))
        yield f"{first.ljust(widths[0])}{''.join(cells)}".rstrip()


def _json(form: Form, period: Period, rows: Sequence[PublicCount]) -> dict[str, object]:
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
