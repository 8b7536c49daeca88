"""The columns in which workbooks and chapters tell of answers: counts, shares, and the year before beside them."""

from collections.abc import Callable, Iterable

from reports.analysis.baseline import EarlierFigure
from reports.documents import GridColumn, Value
from reports.statements.questions import AnswerStatement
from reports.words.answers import printed
from reports.words.language import upper_first
from reports.words.wording import Wording

Shown = Callable[[Wording, EarlierFigure], Value]
"""How a share that an earlier report prints is shown: as a text, or as a number that has its decimals."""


def figure_columns(words: Wording, now: str, answers: Iterable[AnswerStatement]) -> tuple[GridColumn | None, ...]:
    """Return the columns of `figure_cells`, ``now`` at the head of counts; None for those without any cell."""
    told = list(answers)
    counted, shared = any(a.before is not None for a in told), any(a.share_before is not None for a in told)
    text = words.language.text
    return (
        GridColumn(heading=now, kind="count"),
        GridColumn(heading=text("Share"), kind="share"),
        GridColumn(heading=upper_first(words.compared_with), kind="count") if counted else None,
        GridColumn(heading=text("Share {period}", period=words.before_name), kind="share") if shared else None,
        GridColumn(heading=text("Percentage points"), kind="points") if shared else None,
    )


def figure_cells(words: Wording, answer: AnswerStatement, shown: Shown = printed) -> tuple[Value, ...]:
    """Return an answer's count and share, those of the year before, and the difference in percentage points.

    A share that an earlier report prints with decimals is ``shown`` with them.
    """
    then: Value = answer.share_before
    if then is not None and answer.earlier and answer.earlier.percent is not None:
        decimals = -int(answer.earlier.percent.as_tuple().exponent)
        then = shown(words, answer.earlier) if decimals > 0 else then
    points = None if answer.points is None else round(answer.points)
    return answer.count, answer.share, answer.before, then, points
