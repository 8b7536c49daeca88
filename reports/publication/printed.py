"""Figures of earlier reports: they are published for all answers to questions that hang together, or for none."""

from collections.abc import Iterator
from math import ceil, floor

from reports.analysis.baseline import WHOLE, Baseline, EarlierFigure
from storage.forms.form import Form
from storage.forms.question import Question


def shows_printed(form: Form, printed: Baseline, question: Question, k: int) -> bool:
    """Tell whether what an earlier report says of a question's answers may be published again.

    It may where no count behind it, nor behind the questions that it hangs together with, can be 1 to ``k`` - 1,
    no answer was given by all, and not so few are left for the answers that the report leaves out.
    """
    together = _together(form, question)
    figures = [figure for (key, _), figure in printed.answers.items() if key in together]
    total = printed.total
    if (total is not None and total < k) or not all(_is_safe(figure, total, k) for figure in figures):
        return False
    return not any(_leaves_few(form.by_key[key], printed, k) for key in together)


def _is_safe(figure: EarlierFigure, total: int | None, k: int) -> bool:
    bounds = _bounds(figure, total)
    whole = figure.percent == WHOLE or (figure.count is not None and 0 < figure.count == figure.base)
    return not whole and bounds is not None and (bounds[0] >= k or figure.count == 0)


def _leaves_few(question: Question, printed: Baseline, k: int) -> bool:
    """Tell whether 1 to ``k`` - 1 can be left for the answers of a question that an earlier report leaves out."""
    known = {option.key for option in question.counted_options if not option.unknown}
    told = {option: figure for (key, option), figure in printed.answers.items() if key == question.key}
    told = {option: figure for option, figure in told.items() if option in known} or told
    base = max((figure.base or 0 for figure in told.values()), default=0)
    base = base or (0 if question.when else printed.total or 0)
    if question.takes_several or not (told and base) or known <= told.keys():
        return False
    bounds = [bound for figure in told.values() if (bound := _bounds(figure, base))]
    least, most = (base - sum(bound[end] for bound in bounds) for end in (1, 0))
    return least < k and most >= 1


def _bounds(figure: EarlierFigure, base: int | None) -> tuple[int, int] | None:
    """Return the least and the largest count that may stand behind a figure; None where that cannot be told."""
    if figure.count is not None:
        return figure.count, figure.count
    if figure.possible is not None:
        return (min(figure.possible), max(figure.possible)) if figure.possible else None
    if figure.percent is None or base is None:
        return None
    return floor((figure.percent - 1) / WHOLE * base), ceil((figure.percent + 1) / WHOLE * base)


def _together(form: Form, question: Question) -> set[str]:
    """Return the questions that decide whether another is asked, or whose answers exclude each other, with it."""
    together, ties = {question.key}, list(_ties(form))
    while more := {key for tie in ties if tie & together for key in tie} - together:
        together |= more
    return together


def _ties(form: Form) -> Iterator[set[str]]:
    for question in form.questions:
        yield {question.key, *question.when, *filter(None, [question.besides])}
