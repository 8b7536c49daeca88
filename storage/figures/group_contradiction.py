"""What the figure of a question's group cannot say beside those of its answers."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from storage.fault import N_
from storage.figures.history import GROUP, PrintedFigure
from storage.forms.question import Question
from storage.table_files.rows import FileRefused

Ends = tuple[Fraction, Fraction]
"""The least and the most that something may be."""


def refuse_unlike_group(period: str, question: Question, figures: Mapping[tuple[str, str], PrintedFigure]) -> None:
    """Raise `FileRefused` where a group is more than what its share is of, or does not fit its answers.

    It is no less than its answers together, and as much where all of them are there.
    """
    told = figures.get((question.key, GROUP))
    if told is None or question.group is None:
        return
    of_question = [figure for (key, _), figure in figures.items() if key == question.key]
    base = next((figure.base for figure in of_question if figure.base is not None), None)
    if told.count is not None and base is not None and told.count > base:
        raise FileRefused(
            N_("{period}: the group of “{question}” is {said}, more than the base of {base}."),
            period=period,
            question=question.key,
            said=told.count,
            base=base,
        )
    parts = {
        option: figures[question.key, option]
        for option in grouped_options(question)
        if (question.key, option) in figures
    }
    whole = all(parts.keys() & {option, *question.option(option).was} for option in question.group.options)
    _refuse_other_sum(period, question, _count(told), [_count(part) for part in parts.values()], whole=whole)
    if told.percent is not None:
        base = told.base
    shares = [_share(part, base) for part in parts.values()]
    _refuse_other_sum(period, question, _share(told, base), shares, whole=whole)


def grouped_options(question: Question) -> Sequence[str]:
    """Return the keys of the answers in a question's group, the earlier ones that count as one of them too."""
    grouped = question.group.options if question.group else ()
    return [key for key in question.option_keys if question.now_called.get(key, key) in grouped]


def _refuse_other_sum(
    period: str, question: Question, told: Ends | None, parts: Sequence[Ends | None], *, whole: bool
) -> None:
    """Refuse a group that is less than its parts, or more where these are the ``whole``; None is not known."""
    known = [part for part in parts if part is not None]
    if told is None:
        return
    if told[1] < sum(least for least, _ in known):
        words = N_("{period}: the group of “{question}” is less than its answers together.")
        raise FileRefused(words, period=period, question=question.key)
    if whole and len(known) == len(parts) and told[0] > sum(most for _, most in known):
        words = N_("{period}: the group of “{question}” is more than all its answers together.")
        raise FileRefused(words, period=period, question=question.key)


def _count(figure: PrintedFigure) -> Ends | None:
    return None if figure.count is None else (Fraction(figure.count), Fraction(figure.count))


def _share(figure: PrintedFigure, base: int | None) -> Ends | None:
    """Return what a figure may be in per cent of a ``base``; None where it is of another one, or of none."""
    if figure.rounded_from:
        least, most = figure.rounded_from
        return (Fraction(least), Fraction(most)) if figure.base == base else None
    if figure.count is None or not base:
        return None
    share = Fraction(100 * figure.count, base)
    return share, share
