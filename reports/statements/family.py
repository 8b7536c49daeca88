"""Finding and judging the family of a summary: all of it that could be called clear, corrected together."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reports.analysis.summary import Summary, TallyComparison
from reports.statements.answer_comparisons import answer_trends, compared_answers
from reports.statements.comparisons import Comparison, Family, Key, counts_compared
from reports.statements.counts import FEW
from reports.statements.registration import is_registered_otherwise
from reports.statements.trends import total_trend_p_value, total_values
from storage.turns import give_way

TOTAL, YEAR = ("", "total"), ("", "year")
"""What is compared besides answers."""


@dataclass(frozen=True)
class _Tested:
    """What was tested: comparisons, and the p-values of trends."""

    comparisons: dict[Key, Comparison] = field(default_factory=dict)
    trends: dict[Key, float] = field(default_factory=dict)

    def add(self, more: "_Tested") -> None:
        self.comparisons.update(more.comparisons)
        self.trends.update(more.trends)


def family_of(summary: Summary) -> Family:
    """Test and judge everything in a summary that could be called clear."""
    tested = _Tested()
    for part in _parts(summary):
        tested.add(part)
    return Family(tested.comparisons, tested.trends)


async def family_in_turns(summary: Summary) -> Family:
    """Do the same as `family_of`, letting other tasks go first between the questions."""
    tested = _Tested()
    for part in _parts(summary):
        tested.add(part)
        await give_way()
    return Family(tested.comparisons, tested.trends)


def _parts(summary: Summary) -> Iterator[_Tested]:
    """Test the totals, then each question that anybody was asked."""
    yield _totals(summary)
    for question in summary.form.questions:
        if summary.now.questions[question.key].asked:
            yield _Tested(
                {(question.key, option.key): compared for option, compared in compared_answers(summary, question)},
                {(question.key, option.key): p_value for option, p_value in answer_trends(summary, question)},
            )


def _totals(summary: Summary) -> _Tested:
    tested = _Tested()
    for key, against in ((TOTAL, summary.period_counts), (YEAR, summary.year)):
        if against and (compared := _compared(summary, against)):
            tested.comparisons[key] = compared
    p_value = total_trend_p_value(total_values(summary), summary.dispersions.total)
    if p_value is not None and not is_registered_otherwise(summary, summary.period_counts):
        tested.trends[TOTAL] = p_value
    return tested


def _compared(summary: Summary, against: TallyComparison) -> Comparison | None:
    """Compare the total with the year before; None where it is not known, too small, or registered differently."""
    before = against.before.total if against.before else None
    if before is None or against.now.total < FEW or is_registered_otherwise(summary, against):
        return None
    days, days_before = against.now.days.count, against.now.days.a_year_before.count
    return counts_compared(against.now.total, days, before, days_before, summary.dispersions.total)
