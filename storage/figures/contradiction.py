"""What the figures of one report cannot say at once, which is a slip of the one who typed them in."""

from collections.abc import Mapping
from fractions import Fraction

from storage.fault import N_
from storage.figures.group_contradiction import grouped_options, refuse_unlike_group
from storage.figures.history import GROUP, TOTAL, PrintedFigure, Typed
from storage.forms.form import Form
from storage.forms.question import Question
from storage.table_files.rows import FileRefused

Figures = Mapping[tuple[str, str], PrintedFigure]


def refuse_contradictions(form: Form, typed: Typed) -> None:
    """Raise `FileRefused`, naming period and question, where figures contradict each other.

    The answers to a question are no more than the period's total, its shares have one base, and those of a
    question with one answer are no more than 100 % together, whichever way they were rounded. A group is as much
    as its answers.
    """
    for period, figures in typed.items():
        for question in form.questions:
            _refuse_more_than_total(period, question, figures)
            _refuse_several_bases(period, question, figures)
            _refuse_more_than_whole(period, question, figures)
            refuse_unlike_group(period, question, figures)


def _refuse_more_than_total(period: str, question: Question, figures: Figures) -> None:
    total = figures[TOTAL].count if TOTAL in figures else None
    counts = {option: Fraction(figure.count or 0) for option, figure in _of(question, figures).items()}
    said = int(max(counts.values(), default=0) if question.takes_several else _in_all(question, counts))
    if total is not None and said > total:
        raise FileRefused(
            N_("{period}: the answers to “{question}” are {said}, more than the total of {total}."),
            period=period,
            question=question.key,
            said=said,
            total=total,
        )


def _refuse_several_bases(period: str, question: Question, figures: Figures) -> None:
    bases = sorted({figure.base for figure in _of(question, figures).values() if figure.base is not None})
    if len(bases) > 1:
        raise FileRefused(
            N_("{period}: “{question}” has one base for all its options, not {bases}."),
            period=period,
            question=question.key,
            bases=", ".join(map(str, bases)),
        )


def _refuse_more_than_whole(period: str, question: Question, figures: Figures) -> None:
    # Reports print what is not known apart, often as a share of something else.
    unknown = {option.key for option in question.options if option.unknown}
    shares = {option: figure for option, figure in _of(question, figures).items() if option not in unknown}
    least = {option: Fraction(figure.rounded_from[0]) for option, figure in shares.items() if figure.rounded_from}
    one_base = len({shares[option].base for option in least}) == 1
    if not question.takes_several and one_base and _in_all(question, least) > 100:  # noqa: PLR2004 - per cent
        raise FileRefused(
            N_("{period}: the shares of “{question}” are more than 100 % together, however they were rounded."),
            period=period,
            question=question.key,
        )


def _of(question: Question, figures: Figures) -> Mapping[str, PrintedFigure]:
    """Return a question's figures by option, that of its group among them."""
    return {option: figure for (key, option), figure in figures.items() if key == question.key}


def _in_all(question: Question, amounts: Mapping[str, Fraction]) -> Fraction:
    """Add up the amounts of a question's answers, those in its group once."""
    grouped = grouped_options(question)
    inside = sum((amount for option, amount in amounts.items() if option in grouped), Fraction())
    outside = sum((amounts[option] for option in amounts.keys() - {GROUP, *grouped}), Fraction())
    return outside + max(inside, amounts.get(GROUP, Fraction()))
