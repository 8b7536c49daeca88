"""Changes in registration: how many of the calls are registered, and of how many an answer is known."""

from dataclasses import dataclass

from reports.analysis.baseline import EarlierFigure
from reports.analysis.dispersions import ASSUMED
from reports.analysis.summary import Summary, TallyComparison
from reports.inference.dispersion import Dispersion
from reports.inference.holm import LEVEL
from reports.inference.shares import shares_p_value
from reports.statements.comparisons import shares_compared
from storage.figures.coverage import Coverage
from storage.forms.question import Question

POINTS = 0.05
"""A part that has moved by less silences nothing."""


@dataclass(frozen=True)
class CoverageStatement:
    """How many of the calls that the telephone showed are registered, now and a year before."""

    now: Coverage
    before: Coverage


@dataclass(frozen=True)
class UnknownStatement:
    """What share of those who were asked answered "not known", now and a year before."""

    share: float
    earlier: EarlierFigure


def coverage_moved(now: Coverage, before: Coverage) -> bool:
    """Tell whether the part that is registered has moved clearly and by five points or more.

    Tested alone, not with the rest of the summary: to silence too much is the lesser fault.
    """
    if not now.counted or not before.counted:
        return False
    p_value = shares_p_value(now.logged, now.counted, before.logged, before.counted, ASSUMED)
    return p_value < LEVEL and _moved(now.logged / now.counted, before.logged / before.counted)


def coverage_change(against: TallyComparison) -> CoverageStatement | None:
    """Return the coverage where it has moved so that counts say little."""
    now, before = against.coverage, against.coverage_before
    return CoverageStatement(now, before) if coverage_moved(now, before) else None


def is_registered_otherwise(summary: Summary, against: TallyComparison) -> bool:
    """Tell whether coverage has moved so that counts say little, also where its figures are not told."""
    return summary.registered_otherwise or coverage_change(against) is not None


def unknown_moved(now: EarlierFigure | None, before: EarlierFigure | None, dispersion: Dispersion) -> bool:
    """Tell whether the part not known has moved clearly and by five points or more, as far as both are known."""
    if now is None or before is None or now.count is None or not now.base or before.share is None:
        return False
    compared = shares_compared(now.count, now.base, before, dispersion)
    return compared is not None and compared.clear and _moved(now.count / now.base, before.share)


def unknown_change(summary: Summary, question: Question) -> UnknownStatement | None:
    """Return the part not known of a question where it has moved so that its other answers say little."""
    told, before = summary.now.questions[question.key], summary.before
    option = question.not_known
    if option is None or before is None or not told.asked or told.hides_asked or option.key in told.hidden:
        return None
    now, earlier = EarlierFigure(told.unknown, told.asked), before.figure(question.key, option.key)
    if earlier is None or not unknown_moved(now, earlier, summary.dispersions.of(question.key, option.key)):
        return None
    return UnknownStatement(told.unknown / told.asked, earlier)


def _moved(now: float, before: float) -> bool:
    """Tell whether a part has moved by five points or more, whatever the last digit of its binary form."""
    return round(abs(now - before), 9) >= POINTS
