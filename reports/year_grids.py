"""Tables of a line of years: counts, and the shares of answers."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Literal

from reports.analysis.hidden import HIDDEN
from reports.answer_grid import Shown
from reports.documents import Grid, GridColumn, Value
from reports.statements.years import FEWEST_YEARS, YearStatement, answers_over_years
from reports.words.answers import BRIDGED, heading, printed
from reports.words.language import upper_first
from reports.words.wording import Wording
from reports.words.years import year_name, years_from_reports
from storage.forms.question import AnswerOrGroup, Option, Question


def year_grids(words: Wording, shown: Shown = printed) -> tuple[Grid, ...]:
    """Return the counts of each year (the total, the highlighted, every answer), and the shares of every answer.

    Of fewer than three years there are none. A share that an earlier report prints is ``shown``.
    """
    years, text = words.statements.years, words.language.text
    if len(years) < FEWEST_YEARS:
        return ()
    rows: list[tuple[Value, ...]] = [("", upper_first(words.many), *(year.total for year in years))]
    if words.highlight:
        rows.append(("", words.highlight, *(year.highlighted(words.summary.form) for year in years)))
    return (
        _grid(words, text("The years, counts"), "count", [*rows, *_answers(words, _count)]),
        _grid(words, text("The years, shares"), "share", list(_answers(words, partial(_share, shown)))),
    )


def _grid(words: Wording, name: str, kind: Literal["count", "share"], rows: Sequence[Sequence[Value]]) -> Grid:
    text, years = words.language.text, words.statements.years
    columns = (
        GridColumn(heading=text("Question"), kind="group"),
        GridColumn(heading=text("Answer"), kind="text"),
        *(GridColumn(heading=year_name(words, year), kind=kind) for year in years),
    )
    return Grid.of(name, columns, rows, years_from_reports(words, years))


def _answers(
    words: Wording, cell: Callable[[Wording, YearStatement, Question, AnswerOrGroup], Value]
) -> Iterator[tuple[Value, ...]]:
    years = words.statements.years
    for question, answer in answers_over_years(words.summary.form, years):
        cells = tuple(cell(words, year, question, answer) for year in years)
        if any(value is not None for value in cells):
            yield heading(words, question), _label(words, question, answer), *cells


def _label(words: Wording, question: Question, answer: AnswerOrGroup) -> str:
    options = (answer,) if isinstance(answer, Option) else map(question.option, answer.options)
    bridged = any(year.is_bridged(question, option) for option in options for year in words.statements.years)
    return answer.label.in_language(words.language.code) + BRIDGED * bridged


def _count(_words: Wording, year: YearStatement, question: Question, answer: AnswerOrGroup) -> Value:
    count = year.count(question, answer)
    return HIDDEN if count is None and year.hides(question, answer) else count


def _share(shown: Shown, words: Wording, year: YearStatement, question: Question, answer: AnswerOrGroup) -> Value:
    figure = year.share(question, answer)
    if figure is None:
        is_part = not (isinstance(answer, Option) and answer.unknown)
        return HIDDEN if is_part and year.hides(question, answer) else None
    return figure.share if figure.percent is None else shown(words, figure)
