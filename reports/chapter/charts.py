"""The charts of a chapter that a reader can edit: a question's answers, and the months."""

from collections.abc import Iterator, Sequence

from reports.analysis.baseline import EarlierFigure
from reports.documents import ChartSeries, NativeChart
from reports.statements.groups import group_statement
from reports.statements.questions import QuestionStatement
from reports.statements.years import FEWEST_YEARS
from reports.words.answers import group_label, label
from reports.words.language import upper_first
from reports.words.wording import Wording
from reports.words.years import year_name
from storage.forms.question import AnswerOrGroup, OptionGroup

MOST_YEARS, MOST_ANSWERS = 5, 7
"""So many years, of so many answers, can be told apart as standing columns."""


def answers_chart(words: Wording, told: QuestionStatement) -> NativeChart:
    """Draw the answers' shares beside those of the year before; their counts where there are no shares.

    Hidden answers are left out.
    """
    answers = [a for a in told.answers if not (a.empty or a.hidden or (told.has_shares and a.option.unknown))]
    changed = tuple(place for place, answer in enumerate(answers) if answer in told.changed)
    written: list[str] = []
    if told.has_shares:
        now, before = [a.share for a in answers], [a.share_before for a in answers]
        written = [_written(words, a.earlier if a.share_before is not None else None) for a in answers]
    else:
        now, before = [a.count for a in answers], [a.before for a in answers]
    return NativeChart(
        kind="bars",
        shares=told.has_shares,
        marked_name=words.language.text("clear change"),
        categories=tuple(label(words, answer) for answer in answers),
        series=(_now(words, now, changed), *_before(words, before, written)),
    )


def years_chart(words: Wording, told: QuestionStatement) -> NativeChart | None:
    """Draw the shares of the answers in the latest years, at most five; None where fewer than three are known.

    Many answers would be too narrow beside each other. Where a year is known by the answers' group alone, that is
    drawn beside them.
    """
    question = told.question
    shown = [a for a in told.answers if not (a.empty or a.hidden or a.option.unknown)]
    answers: list[AnswerOrGroup] = [answer.option for answer in shown]
    names, grouped = [label(words, answer) for answer in shown], drawn_group(words, told)
    if grouped:
        answers, names = [*answers, grouped], [*names, group_label(words, told)]
    known = [year for year in words.statements.years if any(year.share(question, answer) for answer in answers)]
    years = known[-MOST_YEARS:]
    if len(years) < FEWEST_YEARS or len(answers) > MOST_ANSWERS or not told.has_shares:
        return None
    return NativeChart(
        kind="columns",
        shares=True,
        marked_name="",
        categories=tuple(names),
        series=tuple(
            ChartSeries(
                name=year_name(words, year),
                values=tuple(_share(year.share(question, answer)) for answer in answers),
                years=len(years) - place,
                written=tuple(_written(words, year.share(question, answer)) for answer in answers),
            )
            for place, year in enumerate(years, 1)
        ),
    )


def drawn_group(words: Wording, told: QuestionStatement) -> OptionGroup | None:
    """Return a question's group where a year is known by it, and not by all of its answers."""
    question, group = told.question, told.question.group
    if group is None or group_statement(told) is None:
        return None
    options = [question.option(key) for key in group.options]
    by_it_alone = (
        year.share(question, group) and not all(year.share(question, option) for option in options)
        for year in words.statements.years
    )
    return group if any(by_it_alone) else None


def _share(figure: EarlierFigure | None) -> float | None:
    return figure.share if figure else None


def months_chart(words: Wording) -> NativeChart:
    """Draw the months' counts beside those of a year before, and the highlighted ones among them."""
    months = words.statements.months
    highlighted = tuple(month.highlighted for month in months)
    beside = (ChartSeries(name=words.highlight, values=highlighted, highlighted=True),) if words.highlight else ()
    return NativeChart(
        kind="columns",
        shares=False,
        marked_name="",
        categories=tuple(words.language.month_short(month.name) for month in months),
        series=(
            _now(words, [month.total for month in months]),
            *_before(words, [month.total_before for month in months]),
            *beside,
        ),
    )


def _now(words: Wording, values: Sequence[float | None], changed: tuple[int, ...] = ()) -> ChartSeries:
    name = f"{upper_first(words.many)} {words.name(words.summary.period)}"
    return ChartSeries(name=name, values=tuple(values), marked=changed)


def _before(words: Wording, values: Sequence[float | None], written: Sequence[str] = ()) -> Iterator[ChartSeries]:
    if any(value is not None for value in values):
        name = upper_first(words.compared_with)
        yield ChartSeries(name=name, values=tuple(values), pale=True, written=tuple(written))


def _written(words: Wording, figure: EarlierFigure | None) -> str:
    """Write a share that an earlier report prints with decimals; empty of any other."""
    if figure is None or figure.percent is None or figure.percent == figure.percent.to_integral_value():
        return ""
    return words.language.printed_percent(figure.percent)
