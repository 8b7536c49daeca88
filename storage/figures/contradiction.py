"""What the figures of one report cannot say at once, which is a slip of the one who typed them in."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from storage.delimited_file import FileRefused
from storage.fault import N_
from storage.figures.history import TOTAL, PrintedFigure, Typed
from storage.forms.form import Form
from storage.forms.question import Question

Figures = Mapping[tuple[str, str], PrintedFigure]


def refuse_contradictions(form: Form, typed: Typed) -> None:
    """Raise `FileRefused`, naming period and question, where figures contradict each other.

    The answers to a question are no more than the period's total, its shares have one base, and those of a
    question with one answer are no more than 100 % together, whichever way they were rounded.
    """
    for period, figures in typed.items():
        for question in form.questions:
            _refuse_more_than_total(period, question, figures)
            _refuse_several_bases(period, question, figures)
            _refuse_more_than_whole(period, question, figures)


def _refuse_more_than_total(period: str, question: Question, figures: Figures) -> None:
    total = figures[TOTAL].count if TOTAL in figures else None
    counts = [figure.count or 0 for figure in _of(question, figures)]
    said = max(counts, default=0) if question.takes_several else sum(counts)
    if total is not None and said > total:
        raise FileRefused(
            N_("{period}: the answers to “{question}” are {said}, more than the total of {total}."),
            period=period,
            question=question.key,
            said=said,
            total=total,
        )


def _refuse_several_bases(period: str, question: Question, figures: Figures) -> None:
    bases = sorted({figure.base for figure in _of(question, figures) if figure.base is not None})
    if len(bases) > 1:
        raise FileRefused(
            N_("{period}: “{question}” has one base for all its options, not {bases}."),
            period=period,
            question=question.key,
            bases=", ".join(map(str, bases)),
        )


def _refuse_more_than_whole(period: str, question: Question, figures: Figures) -> None:
    # Reports print what is not known apart, often as a share of something else.
    known = [figures.get((question.key, option.key)) for option in question.options if not option.unknown]
    shares = [(figure.percent, figure.base) for figure in known if figure and figure.percent is not None]
    one_base = len({base for _, base in shares}) == 1
    if not question.takes_several and one_base and sum(_least(percent) for percent, _ in shares) > 100:  # noqa: PLR2004 - per cent
        raise FileRefused(
            N_("{period}: the shares of “{question}” are more than 100 % together, however they were rounded."),
            period=period,
            question=question.key,
        )


def _of(question: Question, figures: Figures) -> Sequence[PrintedFigure]:
    return [figures[question.key, option] for option in question.option_keys if (question.key, option) in figures]


def _least(percent: Decimal) -> Decimal:
    """Return the least share that is printed so: half of its last decimal less."""
    decimals = len(f"{percent:f}".partition(".")[2])
    return max(Decimal(0), percent - Decimal(5).scaleb(-decimals - 1))
