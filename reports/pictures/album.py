"""The album of a tertial or a year: answers over time, highlighted calls, the years."""

from collections.abc import Iterator, Sequence

from reports.analysis.form_changes import in_use
from reports.analysis.period import Period
from reports.analysis.tally import Tally
from reports.analysis.trend import Trend
from reports.pictures.album_page import AlbumBar, AlbumBars, AlbumChart, Legend
from reports.words.answers import heading
from reports.words.language import upper_first
from reports.words.limits import Limits
from reports.words.wording import Wording
from storage.forms.question import Option, Question


def album(words: Wording, trend: Trend, limits: Limits, centre: str = "") -> tuple[AlbumChart, ...]:
    """Return the pages that follow the card; empty ones are left out, and a month has none."""
    return tuple(told.page(words, limits, centre) for told in _bars(words, trend) if not told.empty)


def _bars(words: Wording, trend: Trend) -> Iterator[AlbumBars]:
    if words.summary.period.kind == "tertial":
        leading = _leading(words)
        for question in leading[:1]:
            yield _by_month(words, question, trend)
        for question in leading[1:2]:
            yield from _by_tertial(words, question, trend)
        if words.highlight:
            yield _highlighted(words, trend)
    if words.summary.period.kind == "year" and len(trend.years) > 1:
        yield _years(words, trend)


def _leading(words: Wording) -> list[Question]:
    """Return the questions that are always asked, without the highlighted one."""
    form = words.summary.form
    asked = [q for q in form.questions if not q.when and not q.later and q.key in form.asked]
    return [q for q in asked if q.key not in form.highlight]


def _by_month(words: Wording, question: Question, trend: Trend) -> AlbumBars:
    """Draw a question's answers month by month, the same month a year before in grey."""
    compared = words.summary.before is not None and words.summary.comparable(question)
    answers = [
        (_label(words, option), list(_months(words, trend, question, option, compared=compared)))
        for option in _told(question, trend.months)
    ]
    legend = _compared(words) if compared else Legend()
    return AlbumBars(f"{heading(words, question)}, {words.name(words.summary.period)}", legend, answers)


def _months(
    words: Wording, trend: Trend, question: Question, option: Option, *, compared: bool
) -> Iterator[AlbumBar]:
    for now, before in _beside(words, trend):
        label = words.language.month_short(now.period.name)
        known = in_use(question, now.days) and (in_use(option, now.days) or bool(option.was))
        count = _count(now, question, option) if known else None
        earlier = _count(before, question, option) if compared and before else None
        yield AlbumBar(label, label, count, earlier, grey=option.unknown)


def _beside(words: Wording, trend: Trend) -> Iterator[tuple[Tally, Tally | None]]:
    """Give each month of the period, and the same a year before where there is one."""
    counted = {tally.period.name: tally for tally in trend.months}
    for name in words.summary.period.months:
        if name in counted:
            yield counted[name], counted.get(Period.named(name).a_year_before.name)


def _by_tertial(words: Wording, question: Question, trend: Trend) -> Iterator[AlbumBars]:
    """Draw a question's answers by tertial, the period's own darker than those before it."""
    asked = [tally for tally in trend.tertials if in_use(question, tally.days)]
    if not asked:
        return
    first, last = asked[0].period.first.year, asked[-1].period.first.year
    years = str(first) if first == last else f"{first}–{last}"
    answers = [
        (_label(words, option), [_tertial(words, tally, question, option) for tally in asked])
        for option in _told(question, asked)
    ]
    legend = Legend(words.language.text("By tertial, the latest dark. A year stands under its first tertial."))
    yield AlbumBars(f"{heading(words, question)}, {years}", legend, answers)


def _tertial(words: Wording, tally: Tally, question: Question, option: Option) -> AlbumBar:
    period = tally.period
    name = words.language.text("T{number} {year}:", number=period.number, year=period.first.year)
    label = str(period.first.year) if period.number == 1 else ""
    # An answer that replaces others existed before its own first day, under an earlier key.
    known = in_use(option, tally.days) or bool(option.was)
    now = _count(tally, question, option) if known else None
    return AlbumBar(name, label, now, pale=period != words.summary.period, grey=option.unknown)


def _highlighted(words: Wording, trend: Trend) -> AlbumBars:
    """Draw the months' highlighted calls alone, the same month a year before in grey."""
    compared = words.summary.highlighted_before is not None
    counts = []
    for now, before in _beside(words, trend):
        label = words.language.month_short(now.period.name)
        count = now.highlighted if words.summary.highlights(now.period.days) else None
        counts.append(AlbumBar(label, label, count, before.highlighted if compared and before else None))
    legend = _compared(words) if compared else Legend()
    title = f"{words.highlight}, {words.name(words.summary.period)}"
    return AlbumBars(title, legend, [("", counts)], across=True)


def _years(words: Wording, trend: Trend) -> AlbumBars:
    """Draw the years side by side, each with its highlighted part."""
    counts = [
        AlbumBar(
            name=f"{year.name}:",
            label=year.name,
            now=year.total,
            highlighted=year.highlighted if words.highlight else None,
            hollow=year.typed,
        )
        for year in trend.years
    ]
    years = f"{trend.years[0].name}–{trend.years[-1].name}"
    title = words.language.text("{many} per year, {years}", many=upper_first(words.many), years=years)
    typed = words.language.listed([year.name for year in trend.years if year.typed])
    source = words.language.text("From earlier reports: {years}", years=typed) if typed else ""
    return AlbumBars(
        title, Legend(source, source), [("", counts)], across=True, highlighted=words.highlight_inside
    )


def _compared(words: Wording) -> Legend:
    text, period = words.language.text, words.compared_with
    return Legend(text("In grey: {period}", period=period), text("In parentheses: {period}", period=period))


def _told(question: Question, tallies: Sequence[Tally]) -> Iterator[Option]:
    """Give the options that were in use or chosen in these periods, "not known" last and only where chosen."""
    options = [option for option in question.options if option.key not in question.now_called]
    for option in sorted(options, key=lambda option: option.unknown):
        chosen = any(_count(tally, question, option) for tally in tallies)
        if chosen or (not option.unknown and any(in_use(option, tally.days) for tally in tallies)):
            yield option


def _count(tally: Tally, question: Question, option: Option) -> int:
    counted = tally.questions[question.key]
    return counted.unknown if option.unknown else counted.options[option.key]


def _label(words: Wording, option: Option) -> str:
    return option.label.in_language(words.language.code)
