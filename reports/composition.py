"""From a summary in words to what its picture shows: no number that is not in the tally."""

from reports.caption import highlighted
from reports.chart import Bar, Chart, Month, Months, Panel, Run, RunPoint
from reports.run import RunMonth, named, run
from reports.tables import Row, Table, tables
from reports.tally import MonthTally
from reports.title import peaks, title
from reports.wording import Wording

FEWEST, EVERY = 3, 3
"""A run has at least three months, and every third of it is named."""


def compose(words: Wording, centre: str = "") -> Chart:
    """Put together the picture of a summary, with the ``centre``'s name at its foot."""
    summary, text = words.summary, words.language.text
    reservation = text("The figures are not verified. Small numbers swing.")
    compared = bool(summary.before and summary.now.total)
    return Chart(
        title=title(words),
        subtitle="\n".join(_subtitle(words)),
        legend=text("Grey and in parentheses: {period}", period=words.compared_with) if compared else "",
        months=_months(words) if summary.period.kind != "month" else None,
        run=_run(words) if summary.period.kind == "month" else None,
        panels=tuple(panel(words, table) for table in _drawn(words)),
        more=text("and {n} more"),
        more_panels=text("{n} more questions are in the text"),
        footer=" · ".join(filter(None, [centre, reservation if summary.now.total else ""])),
        hollow=summary.before is not None and summary.before.typed,
    )


def _subtitle(words: Wording) -> list[str]:
    if not words.summary.now.total:
        return []
    return [line for line in (highlighted(words) if words.highlight else "", peaks(words)) if line]


def _drawn(words: Wording) -> list[Table]:
    """Return the tables to draw: those that the form's file names, in its order, or else all."""
    told = {table.key: table for table in tables(words.summary, words.language)}
    return [told[key] for key in words.summary.form.picture or told if key in told]


def panel(words: Wording, table: Table) -> Panel:
    """Put together one question's bars."""
    return Panel(heading=table.heading, note=table.note, bars=tuple(_bar(words, row) for row in table.rows))


def _bar(words: Wording, row: Row) -> Bar:
    number, percent = words.language.number, words.language.percent
    return Bar(
        label=row.label,
        value=row.count,
        text=number(row.count) if row.share is None else f"{number(row.count)} · {percent(row.share)}",
        before=row.before,
        before_text="" if row.before is None else f"({number(row.before)})",
        grey=row.unknown,
    )


def _months(words: Wording) -> Months | None:
    summary, text = words.summary, words.language.text
    earlier = any(month.total for month in summary.course_before.values())
    if not earlier and not any(month.total for month in summary.course.values()):
        return None
    return Months(
        heading=text("Per month"),
        total=words.many,
        highlighted=words.highlight_inside,
        before=text("the year before") if earlier else "",
        months=tuple(_month(words, name) for name in summary.period.months),
    )


def _month(words: Wording, name: str) -> Month:
    summary, number = words.summary, words.language.number
    told = summary.course.get(name)
    now = told or MonthTally(0, 0)
    return Month(
        label=words.language.month_short(name),
        total=now.total,
        total_text=number(now.total) if told else "",
        highlighted=now.highlighted,
        highlighted_text=number(now.highlighted)
        if told and words.highlight and words.highlight_asked(name)
        else "",
        before=summary.course_before[name].total if told else 0,
    )


def _run(words: Wording) -> Run | None:
    text, months = words.language.text, run(words.summary)
    if len(months) < FEWEST or not any(month.total for month in months):
        return None
    countdown = range(len(months) - 1, -1, -1)
    return Run(
        heading=text("Per month"),
        total=words.many,
        highlighted=words.highlight_inside,
        usual=text("usual swing") if months[-1].usual else "",
        outside=text("outside it") if any(month.outside for month in months) else "",
        points=tuple(
            _point(words, month, left, told=month in named(months))
            for month, left in zip(months, countdown, strict=True)
        ),
    )


def _point(words: Wording, month: RunMonth, left: int, *, told: bool) -> RunPoint:
    """Draw a month with so many more to its right; ``told`` is one whose number stands beside it."""
    summary, number = words.summary, words.language.number(month.total)
    own = month.name == summary.period.name
    before = summary.before is not None and month.name == summary.period.a_year_before.name
    return RunPoint(
        label=words.language.month_short(month.name) if left % EVERY == 0 else "",
        year=month.name[:4],
        total=month.total,
        text=f"({number})" if before else number if own or told else "",
        highlighted=month.highlighted,
        usual=month.usual,
        whole=month.whole,
        standing="outside" if month.outside else "own" if own else "before" if before else "plain",
    )
