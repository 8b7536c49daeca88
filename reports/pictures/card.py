"""The headline picture of a summary; all its numbers are in the tally."""

from collections.abc import Container, Iterator

from reports.analysis.hidden import HIDDEN
from reports.pictures.answers import FEWEST_MONTHS, answer_chart, question_pages
from reports.pictures.chart import Chart, Key, Month, Months, Run, RunPoint
from reports.pictures.footer import footer
from reports.statements.control_limits import RunMonth, outside_limits
from reports.statements.counts import FEW
from reports.statements.months import MonthStatement
from reports.words.caption import highlighted
from reports.words.coverage import coverage_beside
from reports.words.notes import shift_line
from reports.words.title import highest_and_lowest, title
from reports.words.wording import Wording

EVERY = 3
"""How many months apart the names of a run stand."""


def card(words: Wording, centre: str = "") -> Chart:
    """Return the picture of a summary, with the ``centre``'s name at its foot."""
    summary = words.summary
    subtitle = tuple(_beside_the_title(words)) if summary.now.total else ()
    foot = footer(words.language, centre, summary) if summary.now.total else centre
    pages = question_pages(words)
    return answer_chart(words, pages[0] if pages else ()).model_copy(
        update={
            "title": title(words),
            "subtitle": "\n".join(filter(None, subtitle)),
            "months": _months(words) if summary.period.kind != "month" else None,
            "run": _run(words) if summary.period.kind == "month" else None,
            "more_panels": _more(words),
            "elsewhere": sum(map(len, pages[1:])),
            "footer": " · ".join(filter(None, [_as_in(words), foot])),
        }
    )


def _more(words: Wording) -> str:
    """Say where the other questions are: what is published may go round without its text."""
    text = words.language.text
    if words.summary.public:
        return text("{n} more questions are in the report")
    return text("{n} more questions are in the text")


def _as_in(words: Wording) -> str:
    report = words.summary.sent_in
    return words.language.text("as in report {report}", report=report) if report else ""


def _beside_the_title(words: Wording) -> Iterator[str]:
    """Give the lines below the title: what is highlighted, how much is registered, the months that stand out."""
    yield from filter(None, (highlighted(words), coverage_beside(words), highest_and_lowest(words)))
    yield from shift_line(words)


def _months(words: Wording) -> Months | None:
    text, told = words.language.text, {month.name: month for month in words.statements.months}
    earlier = any(month.total_before for month in told.values())
    if not earlier and not any(month.total for month in told.values()):
        return None
    names = tuple(words.summary.months) if words.summary.period.kind == "days" else words.summary.period.months
    months = tuple(_month(words, name, told.get(name)) for name in names)
    legend = (
        Key(sign="now", text=words.many),
        Key(sign="highlighted", text=words.highlight_inside if any(m.highlighted for m in months) else ""),
        Key(sign="before", text=text("the year before") if earlier else ""),
        Key(sign="part", text=_part(words) if any(month.part for month in months) else ""),
        Key(sign="clear", text=text("beyond the usual swing") if any(month.clear for month in months) else ""),
    )
    return Months(heading=text("Per month"), legend=tuple(key for key in legend if key.text), months=months)


def _part(words: Wording) -> str:
    """Say what a month is counted of that is not whole."""
    return words.until if words.summary.running else words.language.text("part of the month")


def _unusual(words: Wording) -> Container[str]:
    """Return the months that stand out from the usual swing."""
    told = words.statements.extremes
    return (*told.most, *told.fewest) if told and told.beyond_chance else ()


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
        highlighted_text=HIDDEN * told.hidden if told.highlighted is None else number(told.highlighted),
        before=told.total_before or 0,
        part=not told.whole,
        clear=name in _unusual(words),
    )


def _run(words: Wording) -> Run | None:
    text, months = words.language.text, words.statements.run
    if len(months) < FEWEST_MONTHS or not any(month.total for month in months):
        return None
    countdown, expected = range(len(months) - 1, -1, -1), any(month.usual for month in months)
    legend = (
        Key(sign="calls", text=words.many),
        Key(sign="highlighted", text=words.highlight_inside if any(month.highlighted for month in months) else ""),
        Key(sign="centre", text=text("expected") if expected else ""),
        Key(sign="usual", text=text("usual swing") if expected else ""),
        Key(sign="outside", text=text("outside it") if any(month.outside for month in months) else ""),
    )
    return Run(
        heading=text("Per month"),
        legend=tuple(key for key in legend if key.text),
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
