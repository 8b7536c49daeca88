"""A cross table: how often each answer to one question comes with each answer to another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reports.analysis.form_changes import in_use
from reports.analysis.grouped_answers import GroupedAnswers, PairCounts
from reports.analysis.period import Days, Period
from reports.analysis.tally import SMALL_BASE
from storage.forms.form import Form
from storage.forms.question import Option, Question


@dataclass(frozen=True)
class CrossLine:
    """A row or a column: one option, or several that are told together as the rest."""

    options: tuple[Option, ...]

    @property
    def is_rest(self) -> bool:
        """Whether it stands for several options."""
        return len(self.options) > 1

    @property
    def unknown(self) -> bool:
        """Whether it counts "not known"."""
        return self.options[0].unknown


@dataclass(frozen=True)
class CrossSide:
    """The rows or the columns of a cross table.

    ``options`` are those in use or chosen, in the form's order, "not known" last; ``totals`` counts the table's
    records that chose each. ``bridged`` are the options that include answers given under an earlier key.
    """

    question: Question
    options: tuple[Option, ...]
    totals: Mapping[str, int]
    bridged: frozenset[str]

    @property
    def lines(self) -> list[CrossLine]:
        """A line for each option."""
        return [CrossLine((option,)) for option in self.options]

    def largest(self, most: int) -> list[CrossLine]:
        """Return a line for each option; of more known ones than ``most`` and one, the largest, then the rest."""
        known = [option for option in self.options if not option.unknown]
        if len(known) <= most + 1:
            return self.lines
        ranked = sorted(known, key=lambda option: -self.totals[option.key])
        kept = {option.key for option in ranked[:most]}
        rest = CrossLine(tuple(option for option in known if option.key not in kept))
        own = [line for line in self.lines if line.unknown or line.options[0].key in kept]
        place = sum(not line.unknown for line in own)
        return [*own[:place], rest, *own[place:]]

    def total(self, line: CrossLine) -> int:
        """Count the records of a line; of a rest of several answers each, the answers."""
        return sum(self.totals[option.key] for option in line.options)

    @property
    def unknown(self) -> int:
        """The records of which the answer is not known."""
        return sum(self.totals[option.key] for option in self.options if option.unknown)

    def has_share(self, line: CrossLine) -> bool:
        """Tell whether a line can be a part of something: it is known, and counts no record twice."""
        return not line.unknown and not (line.is_rest and self.question.takes_several)


@dataclass(frozen=True)
class CrossTable:
    """Two questions set against each other, among the ``total`` registered records of the days that hold both.

    ``counts`` are by the keys of row and column; ``asked`` are the records that hold one of the questions or both.
    Shares of a row or column are of its records with a known answer to both; all shares are None on a small base.
    """

    form: Form
    period: Period
    days: Days
    rows: CrossSide
    columns: CrossSide
    counts: Mapping[tuple[str, str], int]
    total: int
    asked: int

    @property
    def left_out(self) -> int:
        """The records that hold only one of the questions."""
        return self.asked - self.total

    def count(self, row: CrossLine, column: CrossLine) -> int:
        """Count a cell."""
        return sum(self.counts[one.key, other.key] for one in row.options for other in column.options)

    def row_share(self, row: CrossLine, column: CrossLine) -> float | None:
        """Return a cell's share of its row."""
        base = self.rows.total(row) - sum(self.count(row, line) for line in self.columns.lines if line.unknown)
        return None if row.unknown else _share(self.count(row, column), base, self.columns, column)

    def column_share(self, row: CrossLine, column: CrossLine) -> float | None:
        """Return a cell's share of its column."""
        base = self.columns.total(column) - sum(
            self.count(line, column) for line in self.rows.lines if line.unknown
        )
        return None if column.unknown else _share(self.count(row, column), base, self.rows, row)

    def share_of_all(self, side: CrossSide, line: CrossLine) -> float | None:
        """Return the share that a row or a column has of all records with a known answer to its question."""
        return _share(side.total(line), self.total - side.unknown, side, line)


def _share(count: int, base: int, side: CrossSide, part: CrossLine) -> float | None:
    return count / base if base >= SMALL_BASE and side.has_share(part) else None


def cross_table(
    form: Form, period: Period, days: Days, grouped: GroupedAnswers, counted: PairCounts
) -> CrossTable:
    """Put a table together from what was ``counted`` of the ``grouped`` answers of the days."""
    rows = _side(grouped.rows, counted.row_totals, grouped.bridged, days)
    columns = _side(grouped.columns, counted.column_totals, grouped.bridged, days)
    keys = [[option.key for option in side.counted_options] for side in (grouped.rows, grouped.columns)]
    cells = {
        (row, column): count
        for row, line in zip(keys[0], counted.cells, strict=True)
        for column, count in zip(keys[1], line, strict=True)
    }
    total = sum(pair.calls for pair in grouped.pairs)
    return CrossTable(form, period, days, rows, columns, cells, total, grouped.asked)


def _side(question: Question, totals: Sequence[int], bridged: Iterable[tuple[str, str]], days: Days) -> CrossSide:
    by_key = {option.key: total for option, total in zip(question.counted_options, totals, strict=True)}
    told = [option for option in question.counted_options if by_key[option.key] or in_use(option, days)]
    return CrossSide(
        question=question,
        options=tuple(sorted(told, key=lambda option: option.unknown)),
        totals=by_key,
        bridged=frozenset(option for key, option in bridged if key == question.key),
    )
