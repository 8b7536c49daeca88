"""The cells of a cross table as a release shows them."""

from dataclasses import dataclass

from reports.analysis.hidden import HIDDEN, Hidden
from reports.publication.release import Release
from storage.forms.question import Option, Question


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
