"""The job of counting a cross table, to be done by the worker."""

from typing import Self

from reports.analysis.grouped_answers import AnswerPair, GroupedAnswers
from reports.job_part import JobPart


class CrossCount(JobPart):
    """Answer pairs to count, and the options of rows and columns in the order wanted."""

    row_options: tuple[str, ...]
    column_options: tuple[str, ...]
    pairs: tuple[AnswerPair, ...]

    @classmethod
    def of(cls, grouped: GroupedAnswers) -> Self:
        """Return the job of counting these answers."""
        rows, columns = (
            tuple(option.key for option in question.counted_options)
            for question in (grouped.rows, grouped.columns)
        )
        return cls(row_options=rows, column_options=columns, pairs=grouped.pairs)
