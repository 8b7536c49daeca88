"""Shares as numbers for a workbook, as exactly as they are known."""

from decimal import Decimal

from reports.analysis.baseline import EarlierFigure
from reports.analysis.hidden import Hidden
from reports.documents import Value
from reports.statements.tidy_counts import Share, share_of
from reports.words.wording import Wording


def exact_share(_words: Wording, figure: EarlierFigure) -> Value:
    """Return the share of a figure, in any language."""
    return share_value(share_of(figure))


def share_value(share: Share | Hidden | None) -> Value:
    """Return a share, one that an earlier report prints with its decimals; `:` where it is hidden."""
    return f"{share:f}" if isinstance(share, Decimal) else share
