"""The sheet of a question: its answers with their sums, and what their shares are of."""

from collections.abc import Iterator

from reports.analysis.hidden import HIDDEN
from reports.analysis.tally import SMALL_BASE
from reports.answer_grid import figure_cells, figure_columns
from reports.documents import Grid, GridColumn, Series, Value, WorkbookSheet
from reports.excel.exact_share import exact_share
from reports.excel.filled_columns import filled_columns
from reports.statements.questions import QuestionStatement
from reports.words.answers import heading, label, note, remark
from reports.words.language import upper_first
from reports.words.wording import Wording


def question_sheet(words: Wording, told: QuestionStatement) -> WorkbookSheet:
    """Return the sheet of a question, with a chart of its shares."""
    columns = (
        GridColumn(heading=words.language.text("Answer"), kind="text"),
        *figure_columns(words, words.heading, told.answers),
    )
    rows = [(label(words, answer), *figure_cells(words, answer, exact_share)) for answer in told.answers]
    name = heading(words, told.question)
    said = [f"{upper_first(part.rstrip('.'))}." for part in _based_on(words, told) if part]
    below = " ".join(filter(None, [*said, remark(words, told)]))
    grid = Grid.of(name, filled_columns(columns, rows), rows, below, _sums(words, told))
    return WorkbookSheet(name=name, grid=grid, chart="bars", series=_drawn(told, grid))


def _based_on(words: Wording, told: QuestionStatement) -> Iterator[str]:
    """Say what the shares are of, however many were asked."""
    text, plural = words.language.text, words.language.plural
    if told.question.later:
        yield note(words, told)
    else:
        if told.question.takes_several:
            yield text("several answers possible")
        if told.hides_base:
            return
        if told.question.base != "all":
            yield plural("{n} known answer", "{n} known answers", told.base)
        elif told.has_shares:
            yield text("shares of all {n}", n=words.language.number(told.base))
    if told.base and not told.has_shares:
        yield text("There are no percentages of fewer than {n}.", n=SMALL_BASE)


def _sums(words: Wording, told: QuestionStatement) -> tuple[Value, ...]:
    """Return the row of sums: those who were asked, now and a year before; none of several answers at once."""
    if told.question.takes_several:
        return ()
    before = [answer.before for answer in told.answers]
    then = sum(filter(None, before)) if None not in before else None
    return words.language.text("In all"), HIDDEN if told.hides_asked else told.asked, None, then, None, None


def _drawn(told: QuestionStatement, grid: Grid) -> tuple[Series, ...]:
    """Draw the shares, and beside them the year before's if there are any; the counts where there are none."""
    kind = "share" if any(answer.share is not None for answer in told.answers) else "count"
    drawn = [place for place, column in enumerate(grid.columns) if column.kind == kind]
    return tuple(Series(column=place, pale=bool(number)) for number, place in enumerate(drawn))
