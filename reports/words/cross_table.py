"""A cross table in words: its title, its labels, and what its figures are of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reports.analysis.cross_table import CrossLine, CrossSide, CrossTable
from reports.analysis.tally import SMALL_BASE
from reports.words.about import reservation
from reports.words.answers import BRIDGED
from reports.words.counted import counted
from reports.words.language import Language, lower_first
from reports.words.period_name import period_name
from storage.forms.question import Question

MOST_ROWS, MOST_COLUMNS = 10, 6
"""Of more known answers than this and one, only the largest are told on a phone, and the rest together."""


def pair_name(rows: Question, columns: Question, language: Language) -> str:
    """Name two questions that are set against each other: `Instans × årsak`."""
    first, second = (question.heading.in_language(language.code) for question in (rows, columns))
    return f"{first} × {lower_first(second)}"


@dataclass(frozen=True)
class CrossFigures:
    """What a row of a table tells, or the row of sums: its name, each cell's count and share, and its sum."""

    name: str
    cells: Sequence[tuple[int, float | None]]
    total: int


@dataclass(frozen=True)
class CrossWording:
    """One cross table in one language; ``rows`` and ``columns`` are those that there is room for on a phone."""

    table: CrossTable
    language: Language

    @cached_property
    def rows(self) -> list[CrossLine]:
        """The rows to tell."""
        return self.table.rows.largest(MOST_ROWS)

    @cached_property
    def columns(self) -> list[CrossLine]:
        """The columns to tell."""
        return self.table.columns.largest(MOST_COLUMNS)

    @property
    def pair(self) -> str:
        """Name the questions: `Instans × årsak`."""
        return pair_name(self.table.rows.question, self.table.columns.question, self.language)

    def heading(self, question: Question) -> str:
        """Name a question."""
        return question.heading.in_language(self.language.code)

    @property
    def title(self) -> str:
        """Name what is shown: `Instans × årsak, 2026`."""
        return f"{self.pair}, {self._period}"

    @property
    def _period(self) -> str:
        name, days = period_name(self.table.period, self.language), self.table.days
        if days == self.table.period.days:
            return name
        return self.language.text("{period}, up to {day}", period=name, day=self.language.day_of_month(days.last))

    def label(self, side: CrossSide, line: CrossLine) -> str:
        """Name a row or a column."""
        if line.is_rest:
            return self.language.plural("{n} other answer", "{n} other answers", len(line.options))
        option = line.options[0]
        return option.label.in_language(self.language.code) + BRIDGED * (option.key in side.bridged)

    def figures(self, rows: Sequence[CrossLine], columns: Sequence[CrossLine]) -> Iterator[CrossFigures]:
        """Give the figures of these rows in these columns, shares of the row; those of all records last."""
        table = self.table
        for row in rows:
            cells = [(table.count(row, line), table.row_share(row, line)) for line in columns]
            yield CrossFigures(self.label(table.rows, row), cells, table.rows.total(row))
        sums = [(table.columns.total(line), table.share_of_all(table.columns, line)) for line in columns]
        yield CrossFigures(self.in_all, sums, table.total)

    @property
    def in_all(self) -> str:
        """Name the sums."""
        return self.language.text("In all")

    def base(self) -> Iterator[str]:
        """Say how many records the table holds, and how many it leaves out."""
        table, plural = self.table, self.language.plural
        yield plural(
            "{calls} has an answer to both questions.",
            "{calls} have answers to both questions.",
            table.total,
            calls=counted(table.form, table.total, self.language),
        )
        if table.left_out:
            yield plural(
                "{calls} has an answer to only one of them, and is not in the table.",
                "{calls} have an answer to only one of them, and are not in the table.",
                table.left_out,
                calls=counted(table.form, table.left_out, self.language),
            )

    def notes(self) -> Iterator[str]:
        """Say what the shares of rows are of, and the `cautions`; nothing of an empty table."""
        if self.table.total and any(self._shares):
            yield self.language.text("Percentages are of the row, among known answers.")
        yield from self.cautions()

    def cautions(self) -> Iterator[str]:
        """Say what else has to be known to read the figures, a sentence each."""
        if not self.table.total:
            return
        text, sides = self.language.text, (self.table.rows, self.table.columns)
        if any(side.question.takes_several for side in sides):
            yield text(
                "Several answers can be given at once. Each is counted, so percentages can add up to more than"
                " 100%; the sums count each only once."
            )
        if not all(self._shares):
            yield text("There are no percentages of fewer than {n}.", n=SMALL_BASE)
        if any(side.bridged for side in sides):
            yield text("* Counted together with earlier answers that it has replaced.")

    @cached_property
    def _shares(self) -> list[bool]:
        """Of each row that could have shares, and of the sums, whether it has."""
        table = self.table
        parts = [line for line in self.columns if table.columns.has_share(line)]
        return [
            *(table.row_share(row, parts[0]) is not None for row in self.rows if parts and not row.unknown),
            *(table.share_of_all(table.columns, line) is not None for line in parts[:1]),
        ]

    def percent(self, share: float | None, *, narrow: bool = False) -> str:
        """Write a share, in a picture a ``narrow`` one; nothing where there is none."""
        return "" if share is None else self.language.percent(share, narrow=narrow)

    @property
    def reservation(self) -> str:
        """Say how certain the figures are."""
        return reservation(self.language)
