"""The tables of a chapter: answers with counts and shares, and the months."""

from collections.abc import Iterator, Sequence

from reports.documents import Column, Grid, Value
from reports.language import capital
from reports.statements.months import MonthStatement
from reports.statements.questions import QuestionStatement
from reports.words.answers import heading, label, note
from reports.words.wording import Wording


def answers_grid(words: Wording, number: int, name: str, told: Sequence[QuestionStatement]) -> Grid:
    """Put questions under each other: each answer's count and share, and the count a year before."""
    text, period = words.language.text, words.name(words.summary.period)
    compared, several = any(question.compared for question in told), len(told) > 1
    columns = [
        *([Column(heading=text("Question"), kind="text")] if several else []),
        Column(heading=text("Answer"), kind="text"),
        Column(heading=f"{capital(words.many)} {period}", kind="count"),
        Column(heading=text("Share"), kind="share"),
        *([Column(heading=f"{capital(words.many)} {words.compared_with}", kind="count")] if compared else []),
    ]
    notes = ((heading(words, question.question), note(words, question)) for question in told)
    return Grid(
        heading=_heading(words, number, name),
        note=" ".join(f"{head}: {said}." for head, said in notes if said),
        columns=tuple(columns),
        rows=tuple(_rows(words, told, several=several, compared=compared)),
    )


def _heading(words: Wording, number: int, name: str) -> str:
    return words.language.text("Table {number}. {name}.", number=words.language.number(number), name=name)


def _rows(
    words: Wording, told: Sequence[QuestionStatement], *, several: bool, compared: bool
) -> Iterator[tuple[Value, ...]]:
    for question in told:
        for answer in question.answers:
            named = label(words, answer)
            names = (heading(words, question.question), named) if several else (named,)
            yield (*names, answer.count, answer.share, *([answer.before] if compared else []))


def months_grid(words: Wording, number: int, name: str) -> Grid:
    """Put the months under each other, with all calls and the highlighted ones, and their sums."""
    summary = words.summary
    heads = [capital(words.many), *([words.highlight] if words.highlight else [])]
    highlighted_before = summary.highlighted_before is not None
    before = heads[: 2 if highlighted_before else 1] if summary.before and not summary.before.typed else []
    periods = [(head, words.name(summary.period)) for head in heads]
    periods += [(head, words.compared_with) for head in before]
    rows = (*(_month(words, month) for month in words.statements.months), _sum(words))
    return Grid(
        heading=_heading(words, number, name),
        note="",
        columns=(
            Column(heading=words.language.text("Month"), kind="text"),
            *(Column(heading=f"{head} {period}", kind="count") for head, period in periods),
        ),
        rows=tuple((row[0], *row[1:][: len(heads)], *row[3:][: len(before)]) for row in rows),
    )


def _month(words: Wording, month: MonthStatement) -> tuple[Value, ...]:
    name = capital(words.language.month(month.name, year=False))
    return name, month.total, month.highlighted, month.total_before, month.highlighted_before


def _sum(words: Wording) -> tuple[Value, ...]:
    total, highlight = words.statements.total, words.statements.highlight
    highlighted = (highlight.count, highlight.before) if highlight else (None, None)
    return words.language.text("All months"), total.count, highlighted[0], total.before, highlighted[1]
