"""How many of one kind of call there are for each of another: calls out for each call in."""

from dataclasses import dataclass

from reports.analysis.summary import Summary
from reports.analysis.tally import SMALL_BASE


@dataclass(frozen=True)
class RatioStatement:
    """So many for each of the others, and a year before where both totals are known."""

    now: float
    before: float | None


def ratio_statement(of: Summary, to: Summary) -> RatioStatement | None:
    """Return how many records of one register there are for each of another, in the same days.

    None where the other has few, or where one of the registers was not in use on all of the days.
    """
    days = to.now.days
    if to.now.total < SMALL_BASE or not of.now.total or not (of.use.covers(days) and to.use.covers(days)):
        return None
    return RatioStatement(of.now.total / to.now.total, _before(of, to))


def _before(of: Summary, to: Summary) -> float | None:
    known = of.before and of.before.total, to.before and to.before.total
    if not known[0] or not known[1] or known[1] < SMALL_BASE:
        return None
    return known[0] / known[1]
