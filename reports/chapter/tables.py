"""The tables of a chapter: answers with shares, and months."""

from collections.abc import Iterator

from reports.answer_grid import figure_cells, figure_columns
from reports.documents import Grid, GridColumn, Value
from reports.statements.groups import group_statement
from reports.statements.questions import QuestionStatement
from reports.statements.years import FEWEST_YEARS, YearStatement
from reports.words.answers import group_label, heading, label, note, printed
from reports.words.language import upper_first
from reports.words.wording import Wording
from reports.words.years import year_name, years_from_reports
from storage.forms.question import AnswerOrGroup, Question


def answers_name(words: Wording, told: QuestionStatement) -> str:
    """Name a question's figures: `Hvem ringte i 2016`."""
    return f"{heading(words, told.question)} {words.when_in_full}"


def answers_grid(words: Wording, told: QuestionStatement) -> Grid:
    """Give each answer's count and share, and those of a year before."""
    now = f"{upper_first(words.many)} {words.name(words.summary.period)}"
    columns = (
        GridColumn(heading=words.language.text("Answer"), kind="text"),
        *figure_columns(words, now, told.answers),
    )
    rows = [(label(words, answer), *figure_cells(words, answer)) for answer in told.answers if not answer.empty]
    said = upper_first(note(words, told))
    return Grid.of(answers_name(words, told), columns, rows, f"{said}." if said else "")


def years_grid(words: Wording, told: QuestionStatement) -> Grid | None:
    """Give each answer's count, and its share in every year that is known; None where fewer than three are.

    What is told of together has a row below the known answers.
    """
    question, rows = told.question, list(_years_rows(words, told))
    years = [year for year in words.statements.years if any(year.share(question, answer) for answer, *_ in rows)]
    if len(years) < FEWEST_YEARS or not told.has_shares:
        return None
    now = f"{upper_first(words.many)} {words.name(words.summary.period)}"
    columns = (
        GridColumn(heading=words.language.text("Answer"), kind="text"),
        GridColumn(heading=now, kind="count"),
        *(GridColumn(heading=year_name(words, year), kind="share") for year in years),
    )
    cells = [
        (name, count, *(_share(words, year, question, answer) for year in years)) for answer, name, count in rows
    ]
    said = [upper_first(note(words, told)), years_from_reports(words, years)]
    return Grid.of(answers_name(words, told), columns, cells, " ".join(f"{part}." for part in said if part))


def _years_rows(words: Wording, told: QuestionStatement) -> Iterator[tuple[AnswerOrGroup, str, int]]:
    """Give each answer that is shown, with its name and count: the known ones, their group, and "not known"."""
    shown = [answer for answer in told.answers if not (answer.empty or answer.hidden)]
    for answer in shown:
        if not answer.option.unknown:
            yield answer.option, label(words, answer), answer.count
    if told.question.group and (together := group_statement(told)):
        yield told.question.group, group_label(words, told), together.count
    for answer in shown:
        if answer.option.unknown:
            yield answer.option, label(words, answer), answer.count


def _share(words: Wording, year: YearStatement, question: Question, answer: AnswerOrGroup) -> Value:
    figure = year.share(question, answer)
    if figure is None:
        return None
    return figure.share if figure.percent is None else printed(words, figure)


def months_name(words: Wording) -> str:
    """Name the months' figures: `Samtaler per måned i 2016`."""
    many = upper_first(words.many)
    return words.language.text("{many} per month {when}", many=many, when=words.when_in_full)


def months_grid(words: Wording) -> Grid:
    """Put the months under each other, with all calls and the highlighted ones, and their sums."""
    language, many, highlight = words.language, upper_first(words.many), words.highlight
    now, before = words.name(words.summary.period), words.summary.before
    compared = before is not None and not before.typed
    alike = compared and highlight and words.summary.highlighted_before is not None
    columns = (
        GridColumn(heading=language.text("Month"), kind="text"),
        GridColumn(heading=f"{many} {now}", kind="count"),
        GridColumn(heading=f"{highlight} {now}", kind="count") if highlight else None,
        GridColumn(heading=f"{many} {words.compared_with}", kind="count") if compared else None,
        GridColumn(heading=f"{highlight} {words.compared_with}", kind="count") if alike else None,
    )
    months = words.statements.months
    rows = [(upper_first(language.month(month.name, year=False)), *month.counts) for month in months]
    return Grid.of(months_name(words), columns, [*rows, _sum(words)])


def _sum(words: Wording) -> tuple[Value, ...]:
    total, highlight = words.statements.total, words.statements.highlight
    highlighted = (highlight.count, highlight.before) if highlight else (None, None)
    return words.language.text("All months"), total.count, highlighted[0], total.before, highlighted[1]
