"""Printing what a release shows, as a report would: what is hidden stands as `:`."""

from collections.abc import Iterator
from dataclasses import replace

from reports.analysis.tally import Tally, tally
from storage.forms.question import Question
from tests.disclosure.histories import Shown

HIDDEN = ":"

Line = tuple[str, str, str, str, str]
"""Question, option, count, base and share in per cent, as printed; empty where there is none."""


def unprotected(shown: Shown) -> Shown:
    """Return the same with nothing hidden, which only the tests may see."""
    figures = tuple(replace(figure, value=0) for figure in shown.period.figures)
    return replace(shown, period=replace(shown.period, figures=figures))


def printed_answers(shown: Shown) -> Iterator[Line]:
    """Print the total and every answer to every question."""
    told, period = shown.period, shown.period.period
    counted = tally(shown.form, period, shown.counted.rows)
    yield "", "", _or_hidden(counted.total, told.shows_total), "", ""
    for question in shown.form.questions:
        yield from _answers(shown, counted, question)


def _answers(shown: Shown, counted: Tally, question: Question) -> Iterator[Line]:
    told = shown.period
    for option in question.options:
        count, base = counted.questions[question.key].of(option)
        shows = told.shows_answer(question, option)
        shows_base = told.shows_base(question, option)
        share = f"{count / base:.0%}" if base else ""
        yield (
            question.key,
            option.key,
            _or_hidden(count, shows),
            _or_hidden(base, shows_base),
            _or_hidden(share, told.shows_share(question, option)),
        )


def printed_months(shown: Shown) -> Iterator[tuple[str, str, str]]:
    """Print each month's total and highlighted calls, as far as the release tells of months."""
    counted = tally(shown.form, shown.period.period, shown.counted.rows)
    told = {months for figure in shown.period.figures if len(months := figure.records) == 1}
    if len(shown.period.period.months) > 1 and told:
        for month, calls in counted.months.items():
            yield (
                month,
                _or_hidden(calls.total, shown.period.shows_month(month)),
                _or_hidden(calls.highlighted, shown.period.shows_month(month, highlighted=True)),
            )


def printed_crossed(shown: Shown) -> Iterator[tuple[str, str, str, str, str]]:
    """Print the cells of the cross tables: questions and options of row and column, and the count."""
    by_key = shown.form.by_key
    for rows, columns in shown.pairs:
        for row in (*by_key[rows].options, None):
            for column in (*by_key[columns].options, None):
                shows = shown.period.shows_cell(by_key[rows], row, by_key[columns], column)
                count = sum(
                    record.calls
                    for record in shown.counted.rows
                    if record.month in shown.period.period.months
                    and record.outcome == "registered"
                    and _gave(record.answers.get(rows), row.key if row else None)
                    and _gave(record.answers.get(columns), column.key if column else None)
                )
                keys = rows, row.key if row else "", columns, column.key if column else ""
                yield *keys, _or_hidden(count, shows)


def _gave(answer: str | list[str] | None, option: str | None) -> bool:
    if answer is None or option is None:
        return answer is not None
    return option in ([answer] if isinstance(answer, str) else answer)


def _or_hidden(figure: object, shows: bool) -> str:
    return str(figure) if shows else HIDDEN
