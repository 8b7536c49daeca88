"""What a release shows of a period: every renderer asks here whether it may print a figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reports.analysis.period import Period
from reports.publication.cells import HOLDS, KNOWN, TOTAL, UNSPECIFIED, Cell, Condition, MonthStates
from reports.publication.counting import months_of
from reports.publication.listing import bases_of, highlight_of
from reports.publication.structure import told
from storage.forms.form import Form
from storage.forms.question import Option, Outcome, Question


@dataclass(frozen=True)
class ProtectedFigure:
    """A figure of a release: ``value`` is None where it is hidden; ``small`` tells whether a hidden one is.

    One that is ``certain`` is not printed: it counts as known to everybody.
    """

    records: MonthStates
    cell: Cell
    value: int | None
    small: bool
    certain: bool


@dataclass(frozen=True)
class ProtectedPeriod:
    """What a release shows of a form's period and its months. What it does not list must not be printed."""

    form: Form
    period: Period
    figures: tuple[ProtectedFigure, ...]

    @property
    def months(self) -> Sequence[str]:
        """The months that its records are counted by; of those that stay open, the year."""
        return months_of(self.form, self.period)

    @property
    def hidden(self) -> list[ProtectedFigure]:
        """The figures that are hidden."""
        return [figure for figure in self.figures if figure.value is None]

    @property
    def total(self) -> int | None:
        """The total; None where it may not be printed."""
        return self._value(TOTAL)

    @property
    def shows_total(self) -> bool:
        """Whether the total may be printed."""
        return self.total is not None

    @property
    def outcomes(self) -> Mapping[Outcome, int | None]:
        """How many records were registered and how many are without answers; None where it may not be printed."""
        total, unspecified = self.total, self._value(UNSPECIFIED)
        if total is None or unspecified is None:
            return {"registered": None, "unspecified": None}
        return {"registered": total - unspecified, "unspecified": unspecified}

    def shows_answer(self, question: Question, option: Option) -> bool:
        """Tell whether it may be printed how many gave an answer."""
        return self.count(question, option) is not None

    def count(self, question: Question, option: Option) -> int | None:
        """Return how many gave an answer; None where it may not be printed."""
        return self._value((Condition(question.key, told(question, option.key)),))

    def shows_base(self, question: Question, option: Option) -> bool:
        """Tell whether it may be printed what an answer is a share of: "not known" of all who were asked."""
        sign = HOLDS if option.unknown else KNOWN
        return self.shows((Condition(question.key, sign),)) if sign in bases_of(question) else self.shows_total

    def shows_share(self, question: Question, option: Option) -> bool:
        """Tell whether an answer's share may be printed, in whole per cent: where it can be worked out anyway."""
        return self.shows_answer(question, option) and self.shows_base(question, option)

    def shows_month(self, month: str, *, highlighted: bool = False) -> bool:
        """Tell whether a month's total may be printed, or how many of its calls are highlighted."""
        cell = highlight_of(self.form) if highlighted else TOTAL
        return cell is not None and self.shows(cell, [month])

    def shows_cell(self, rows: Question, row: Option | None, columns: Question, column: Option | None) -> bool:
        """Tell whether the count of a cross table's cell may be printed; without an option, the sum of all."""
        return self.shows(_crossed(rows, row, columns, column))

    def shows(self, cell: Cell, months: Sequence[str] | None = None) -> bool:
        """Tell whether a cell may be printed, of the whole period or of some months of it."""
        return self._value(cell, months) is not None

    def cross_count(
        self, rows: Question, row: Option | None, columns: Question, column: Option | None
    ) -> int | None:
        """Return the count of a cross table's cell, without an option the sum of all; None where it is hidden."""
        return self._value(_crossed(rows, row, columns, column))

    def _value(self, cell: Cell, months: Sequence[str] | None = None) -> int | None:
        return self._values.get((cell, frozenset(self.months if months is None else months)))

    @cached_property
    def _values(self) -> dict[tuple[Cell, frozenset[str]], int]:
        return {
            (figure.cell, frozenset(state.month for state in figure.records)): figure.value
            for figure in self.figures
            if figure.value is not None
        }


def _crossed(rows: Question, row: Option | None, columns: Question, column: Option | None) -> Cell:
    return tuple(
        Condition(question.key, told(question, option.key) if option else HOLDS)
        for question, option in ((rows, row), (columns, column))
    )
