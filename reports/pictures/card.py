"""The headline picture of a summary; all its numbers are in the tally."""

from collections.abc import Iterator

from reports.pictures.chart import Bar, Chart, Month, Months, Panel, Run, RunPoint
from reports.statements.control_limits import RunMonth, outside_limits
from reports.statements.counts import FEW
from reports.statements.months import MonthStatement
from reports.statements.questions import AnswerStatement, QuestionStatement
from reports.words.answers import before_said, heading, label, note, percent
from reports.words.caption import highlighted
from reports.words.coverage import coverage_beside
from reports.words.notes import shift_line
from reports.words.title import highest_and_lowest, title
from reports.words.wording import Wording
from storage.fault import N_

FEWEST, EVERY = 3, 3
"""The fewest months of a run that are drawn, and how many months apart their names stand."""


def card(words: Wording, centre: str = "") -> Chart:
    """Return the picture of a summary, with the ``centre``'s name at its foot."""
    summary, text = words.summary, words.language.text
    reservation = text("The figures are not verified. Small numbers swing.")
    compared = bool(summary.before and summary.now.total)
    typed = summary.before is not None and summary.before.typed
    legend = N_("Hollow and in parentheses: {period}") if typed else N_("Grey and in parentheses: {period}")
    subtitle = tuple(_beside_the_title(words)) if summary.now.total else ()
    return Chart(
        title=title(words),
        subtitle="\n".join(filter(None, subtitle)),
        legend=text(legend, period=words.compared_with) if compared else "",
        months=_months(words) if summary.period.kind != "month" else None,
        run=_run(words) if summary.period.kind == "month" else None,
        panels=tuple(panel(words, told) for told in _drawn(words)),
        more=text("and {n} more"),
        more_panels=text("{n} more questions are in the text"),
        footer=" · ".join(filter(None, [centre, reservation if summary.now.total else ""])),
        hollow=typed,
    )


def _beside_the_title(words: Wording) -> Iterator[str]:
    """Give the lines below the title: what is highlighted, how much is registered, the months that stand out."""
    yield from filter(None, (highlighted(words), coverage_beside(words), highest_and_lowest(words)))
    yield from shift_line(words)


def _drawn(words: Wording) -> list[QuestionStatement]:
    """Return the questions to draw: those chosen in the form's file, in that order, or else all."""
    told = {told.question.key: told for told in words.statements.questions}
    return [told[key] for key in words.summary.form.picture or told if key in told]


def panel(words: Wording, told: QuestionStatement) -> Panel:
    """Return one question's bars."""
    bars = tuple(_bar(words, answer, told.asked) for answer in told.answers if not answer.empty)
    return Panel(heading=heading(words, told.question), note=note(words, told), bars=bars)


def _bar(words: Wording, answer: AnswerStatement, asked: int) -> Bar:
    """Return an answer's bar, as long as its share; of those ``asked`` where there is no base for shares."""
    before, base = before_said(words, answer), answer.base or asked
    return Bar(
        label=label(words, answer),
        value=answer.count / base if base else 0,
        text=" · ".join(filter(None, [words.language.number(answer.count), percent(words, answer)])),
        before=answer.share_before,
        before_text=before and f"({before})",
        grey=answer.option.unknown,
    )


def _months(words: Wording) -> Months | None:
    text, told = words.language.text, {month.name: month for month in words.statements.months}
    earlier = any(month.total_before for month in told.values())
    if not earlier and not any(month.total for month in told.values()):
        return None
    names = tuple(words.summary.months) if words.summary.period.kind == "days" else words.summary.period.months
    return Months(
        heading=text("Per month"),
        total=words.many,
        highlighted=words.highlight_inside,
        before=text("the year before") if earlier else "",
        months=tuple(_month(words, name, told.get(name)) for name in names),
    )


def _month(words: Wording, name: str, told: MonthStatement | None) -> Month:
    """Return a month's bars; empty ones where nothing is known."""
    short, number = words.language.month_short(name), words.language.number
    if told is None:
        return Month(label=short, total=0, total_text="", highlighted=0, highlighted_text="", before=0)
    return Month(
        label=short,
        total=told.total,
        total_text=number(told.total),
        highlighted=told.highlighted or 0,
        highlighted_text="" if told.highlighted is None else number(told.highlighted),
        before=told.total_before or 0,
        part=not told.whole,
    )


def _run(words: Wording) -> Run | None:
    text, months = words.language.text, words.statements.run
    if len(months) < FEWEST or not any(month.total for month in months):
        return None
    countdown = range(len(months) - 1, -1, -1)
    return Run(
        heading=text("Per month"),
        total=words.many,
        highlighted=words.highlight_inside,
        centre=text("expected") if any(month.usual for month in months) else "",
        usual=text("usual swing") if any(month.usual for month in months) else "",
        outside=text("outside it") if any(month.outside for month in months) else "",
        points=tuple(
            _point(words, month, left, told=month in outside_limits(months))
            for month, left in zip(months, countdown, strict=True)
        ),
    )


def _point(words: Wording, month: RunMonth, left: int, *, told: bool) -> RunPoint:
    """Return a month that has ``left`` more to its right; ``told`` puts its number beside it."""
    summary, number = words.summary, words.language.number(month.total or 0)
    own = month.name == summary.period.name
    compared = summary.before is not None and summary.now.total >= FEW
    before = compared and month.name == summary.period.a_year_before.name
    return RunPoint(
        label=words.language.month_short(month.name) if left % EVERY == 0 else "",
        year=month.name[:4],
        total=month.total,
        text=f"({number})" if before else number if own or told else "",
        highlighted=month.highlighted,
        centre=month.centre,
        usual=month.usual,
        whole=month.whole,
        standing="outside" if month.outside else "own" if own else "before" if before else "plain",
    )
