"""Shares as numbers for a workbook, as exactly as they are known."""

from reports.analysis.baseline import EarlierFigure
from reports.documents import Value
from reports.statements.tidy_counts import Share, share_of
from reports.words.wording import Wording


def exact_share(_words: Wording, figure: EarlierFigure) -> Value:
    """Return the share of a figure, in any language."""
    return share_value(share_of(figure))


def share_value(share: Share | None) -> Value:
    """Return a share, one that an earlier report prints with its decimals."""
    return share if share is None or isinstance(share, float) else f"{share:f}"
