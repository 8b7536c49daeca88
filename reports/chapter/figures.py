"""The figures of a chapter: a chart, what it shows in words, and its caption."""

from collections.abc import Iterator

from reports.analysis.hidden import HIDDEN
from reports.chapter.charts import answers_chart, drawn_group, months_chart, years_chart
from reports.chapter.question import leading
from reports.chapter.tables import answers_name, months_name
from reports.documents import ChapterFigure
from reports.statements.questions import QuestionStatement
from reports.words.answers import heading_with_note
from reports.words.language import lower_first, upper_first
from reports.words.table import answer_line, group_line
from reports.words.title import highest_and_lowest
from reports.words.wording import Wording


def answers_figure(words: Wording, told: QuestionStatement, *, over_years: bool = False) -> ChapterFigure | None:
    """Draw the answers to a question, where asked for ``over_years``; None where there is nothing to draw."""
    lines = [answer_line(words, answer) for answer in told.answers if not answer.empty]
    years = years_chart(words, told) if over_years else None
    if years and drawn_group(words, told):
        lines.append(group_line(words, told))
    chart = years or answers_chart(words, told)
    if not any(value for series in chart.series for value in series.values):
        return None
    return ChapterFigure(
        chart=chart,
        alternative=f"{heading_with_note(words, told)}. {'; '.join(lines)}.",
        caption=" ".join(
            [_caption(words, answers_name(words, told), leading(words, told)), *_marked(words, told)]
        ),
    )


def _marked(words: Wording, told: QuestionStatement) -> Iterator[str]:
    """Say what the colour of some bars means, which a chart in Word has no key for."""
    if told.changed:
        yield words.language.text("Plum-coloured: clear change.")


def months_figure(words: Wording) -> ChapterFigure | None:
    """Draw the months; None where there is nothing to draw."""
    if words.summary.period.kind == "month" or not any(month.total for month in words.statements.months):
        return None
    name = months_name(words)
    return ChapterFigure(
        chart=months_chart(words),
        alternative=f"{name}. {_months_in_words(words)}",
        caption=_caption(words, name, highest_and_lowest(words)),
    )


def _caption(words: Wording, name: str, finding: str) -> str:
    """Say `Hvem ringte i 2016: flest samtaler kom fra NAV.`."""
    if not finding:
        return f"{name}."
    said = words.language.text("{name}: {finding}", name=name, finding=lower_first(finding))
    return f"{said}."


def _months_in_words(words: Wording) -> str:
    number, told = words.language.number, []
    for month in words.statements.months:
        said = f"{words.language.month(month.name, year=False)} {number(month.total)}"
        if month.highlighted is not None:
            said += f" ({words.highlighted_many} {number(month.highlighted)})"
        elif month.hidden:
            said += f" ({words.highlighted_many} {HIDDEN})"
        told.append(said)
    return f"{upper_first('; '.join(told))}."
