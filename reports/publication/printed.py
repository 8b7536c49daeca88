"""Figures of earlier reports: they are published for all answers to questions that hang together, or for none."""

from collections.abc import Iterator

from reports.analysis.baseline import WHOLE, Baseline, EarlierFigure
from storage.forms.form import Form
from storage.forms.question import Question


def shows_printed(form: Form, printed: Baseline, question: Question, k: int) -> bool:
    """Tell whether what an earlier report says of a question's answers may be published again.

    It may where no count behind it, nor behind the questions that it hangs together with, can be 1 to ``k`` - 1,
    and no answer was given by all.
    """
    together = _together(form, question)
    figures = [figure for (key, _), figure in printed.answers.items() if key in together]
    total = printed.total
    return (total is None or total >= k) and all(_is_safe(figure, total, k) for figure in figures)


def _is_safe(figure: EarlierFigure, total: int | None, k: int) -> bool:
    least = _least(figure, total)
    whole = figure.percent == WHOLE or (figure.count is not None and 0 < figure.count == figure.base)
    return not whole and least is not None and (least >= k or figure.count == 0)


def _least(figure: EarlierFigure, total: int | None) -> int | None:
    """Return the least count that may stand behind a figure; None where that cannot be told."""
    if figure.count is not None:
        return figure.count
    if figure.possible is not None:
        return min(figure.possible, default=None)
    return None if figure.percent is None or total is None else int((figure.percent - 1) / WHOLE * total)


def _together(form: Form, question: Question) -> set[str]:
    """Return the questions that decide whether another is asked, or whose answers exclude each other, with it."""
    together, ties = {question.key}, list(_ties(form))
    while more := {key for tie in ties if tie & together for key in tie} - together:
        together |= more
    return together


def _ties(form: Form) -> Iterator[set[str]]:
    for question in form.questions:
        yield {question.key, *question.when, *filter(None, [question.besides])}
