"""Comparing the answers to a question with the year before, and over years."""

from collections.abc import Iterator

from reports.analysis.baseline import Baseline
from reports.analysis.summary import Summary
from reports.analysis.tally import SMALL_BASE
from reports.statements.comparisons import Comparison, shares_compared
from reports.statements.counts import FEW
from reports.statements.registration import unknown_change
from reports.statements.trends import comparable_years, share_trend_p_value, share_values
from storage.forms.question import Option, Question

NOTHING_KNOWN = Baseline(None, None, {})


def added_before(summary: Summary, question: Question) -> bool:
    """Tell whether anybody answered it a year before; otherwise it may not have existed."""
    before = summary.before
    return before is not None and any(before.count(question.key, key) for key in question.option_keys)


def is_of_two(question: Question) -> bool:
    """Tell whether it has no more than two known answers."""
    return len(known_options(question)) <= 2  # noqa: PLR2004 - such as yes and no


def known_options(question: Question) -> list[Option]:
    """Return the options that are told of, but "not known"."""
    return [option for option in question.counted_options if not option.unknown]


def compared_answers(summary: Summary, question: Question) -> Iterator[tuple[Option, Comparison]]:
    """Compare each answer's share with the year before, of a question of which as much is known now as then."""
    now, earlier = summary.now.questions[question.key], earlier_figures(summary, question)
    if now.base < SMALL_BASE or (earlier is not NOTHING_KNOWN and unknown_change(summary, question)):
        return
    for option in told_options(question):
        figure = None if option.key in now.hidden else earlier.figure(question.key, option.key)
        if figure and (figure.base or 0) >= SMALL_BASE and (now.options[option.key] or figure.share):
            dispersion = summary.dispersions.of(question.key, option.key)
            compared = shares_compared(now.options[option.key], now.base, figure, dispersion)
            if compared:
                yield option, compared


def answer_trends(summary: Summary, question: Question) -> Iterator[tuple[Option, float]]:
    """Give the p-value of each answer's trend over years, where there are enough that can be compared."""
    years = comparable_years(summary, question)
    hidden = summary.now.questions[question.key].hidden
    for option in (option for option in told_options(question) if option.key not in hidden):
        dispersion = summary.dispersions.of(question.key, option.key)
        p_value = share_trend_p_value(share_values(summary, question, option, years), dispersion)
        if p_value is not None:
            yield option, p_value


def told_options(question: Question) -> list[Option]:
    """Return the options that are compared: of yes and no only the yes."""
    return [o for o in known_options(question) if not question.is_yes_or_no or o.key == "yes"]


def is_comparable(summary: Summary, question: Question) -> bool:
    """Tell whether a question was the same a year before, options and all, and was asked."""
    return summary.comparable(question) and (not question.later or added_before(summary, question))


def earlier_figures(summary: Summary, question: Question) -> Baseline:
    """Return the year before; nothing is told of it where the question was another then, or calls are few."""
    told = summary.now.total >= FEW and is_comparable(summary, question)
    return summary.before if summary.before and told else NOTHING_KNOWN
