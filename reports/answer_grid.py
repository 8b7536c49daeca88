"""The columns in which workbooks and chapters tell of answers: counts, shares, and the year before beside them."""

from collections.abc import Callable, Iterable

from reports.analysis.baseline import EarlierFigure
from reports.analysis.hidden import HIDDEN
from reports.documents import GridColumn, Value
from reports.statements.answers import AnswerStatement
from reports.words.answers import printed
from reports.words.language import upper_first
from reports.words.wording import Wording

Shown = Callable[[Wording, EarlierFigure], Value]
"""How a share that an earlier report prints is shown: as a text, or as a number that has its decimals."""


def figure_columns(words: Wording, now: str, answers: Iterable[AnswerStatement]) -> tuple[GridColumn | None, ...]:
    """Return the columns of `figure_cells`, ``now`` at the head of counts; None for those without any cell."""
    told = list(answers)
    has_shares = any(a.share is not None or a.hides_share for a in told)
    counted = any(a.before is not None or a.hides_before for a in told)
    shared = any(a.share_before is not None or (a.hides_before and not a.option.unknown) for a in told)
    text = words.language.text
    return (
        GridColumn(heading=now, kind="count"),
        GridColumn(heading=text("Share"), kind="share") if has_shares else None,
        GridColumn(heading=upper_first(words.compared_with), kind="count") if counted else None,
        GridColumn(heading=text("Share {period}", period=words.before_name), kind="share") if shared else None,
        GridColumn(heading=text("Percentage points"), kind="points") if shared else None,
    )


def figure_cells(words: Wording, answer: AnswerStatement, shown: Shown = printed) -> tuple[Value, ...]:
    """Return an answer's count and share, those of the year before, and the difference in percentage points.

    A share that an earlier report prints with decimals is ``shown`` with them. What is hidden is `:`.
    """
    then: Value = answer.share_before
    if then is not None and answer.earlier and answer.earlier.percent is not None:
        decimals = -int(answer.earlier.percent.as_tuple().exponent)
        then = shown(words, answer.earlier) if decimals > 0 else then
    points = None if answer.points is None else round(answer.points)
    no_share, no_share_before = (
        hides and not answer.option.unknown for hides in (answer.hides_share, answer.hides_before)
    )
    return (
        HIDDEN if answer.hidden else answer.count,
        HIDDEN if no_share else answer.share,
        HIDDEN if answer.hides_before and answer.before is None else answer.before,
        HIDDEN if no_share_before else then,
        HIDDEN if no_share_before or (no_share and answer.earlier) else points,
    )
