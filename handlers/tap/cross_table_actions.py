"""Taps that choose the questions of a cross table, and show one."""

from dataclasses import dataclass

from handlers.tap.actions import OfPeriod


class ChooseRows(OfPeriod, written="Cross:{form}-{period}"):
    """Offer the questions of a period to choose the rows from, in a new message."""


@dataclass(frozen=True)
class ChooseColumns(OfPeriod, written="Rows:{form}-{period}-{rows}"):
    """Offer the other questions to choose the columns from, where the tap was made.

    ``rows`` is the place of the chosen question in the form.
    """

    rows: int


@dataclass(frozen=True)
class OfPair(OfPeriod):
    """About the questions at these places in the form, as rows and columns."""

    rows: int
    columns: int


class OpenCrossTable(OfPair, written="Pair:{form}-{period}-{rows}{columns}"):
    """Show the cross table in a new message, in place of the choice."""


class ShowCrossTable(OfPair, written="Swap:{form}-{period}-{rows}{columns}"):
    """Show the cross table in a new message."""
