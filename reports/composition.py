"""From a summary in words to what its picture shows: no number that is not in the tally."""

from reports.caption import highlighted
from reports.chart import Bar, Chart, Month, Months, Panel
from reports.language import small
from reports.summary import Summary
from reports.tables import Row, Table, tables
from reports.tally import MonthTally
from reports.title import peaks, title
from reports.wording import Wording


def compose(words: Wording, centre: str = "") -> Chart:
    """Put together the picture of a summary, with the ``centre``'s name at its foot."""
    summary, text = words.summary, words.language.text
    reservation = text("The figures are not verified. Small numbers swing.")
    compared = bool(summary.before and summary.now.total)
    return Chart(
        title=title(words),
        subtitle="\n".join(_subtitle(words)),
        legend=text("Grey and in parentheses: {period}", period=words.compared_with) if compared else "",
        months=_months(words),
        panels=tuple(_panel(words, table) for table in tables(summary, words.language)),
        more=text("and {n} more"),
        more_panels=text("{n} more questions are in the text"),
        footer=" · ".join(filter(None, [centre, reservation if summary.now.total else ""])),
    )


def _subtitle(words: Wording) -> list[str]:
    if not words.summary.now.total:
        return []
    return [line for line in (highlighted(words) if words.highlight else "", peaks(words)) if line]


def _panel(words: Wording, table: Table) -> Panel:
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
    heading = text("The last twelve months") if summary.period.kind == "month" else text("Per month")
    names = tuple(summary.course) if summary.period.kind == "month" else summary.period.months
    return Months(
        heading=heading,
        total=words.many,
        highlighted=small(words.highlight),
        before=text("the year before") if earlier else "",
        months=tuple(_month(words, name) for name in names),
    )


def _month(words: Wording, name: str) -> Month:
    summary, number = words.summary, words.language.number
    strong = name in summary.period.months
    told = summary.course.get(name)
    now = told or MonthTally(0, 0)
    return Month(
        label=words.language.month_short(name),
        total=now.total,
        total_text=number(now.total) if told and strong else "",
        highlighted=now.highlighted,
        highlighted_text=number(now.highlighted) if told and strong and summary.form.highlight else "",
        before=_before(summary, name),
        strong=strong,
    )


def _before(summary: Summary, name: str) -> int:
    counted = summary.course_before.get(name)
    return counted.total if counted else 0
