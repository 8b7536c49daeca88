"""The album of a tertial or a year: answers over time, highlighted calls, the years."""

from collections.abc import Iterator, Sequence

from reports.analysis.form_changes import in_use
from reports.analysis.period import Period
from reports.analysis.tally import Tally
from reports.analysis.trend import Trend
from reports.pictures.album_page import AlbumBar, AlbumBars, AlbumChart
from reports.pictures.album_years import year_pages
from reports.pictures.answers import answer_pages
from reports.pictures.chart import Key
from reports.words.answers import heading
from reports.words.findings import changes_in
from reports.words.limits import Limits
from reports.words.wording import Wording
from storage.forms.question import Option, Question

MOST_PAGES = 9
"""So many pictures follow the first in an album, which holds ten in the chat."""


def album(words: Wording, trend: Trend, limits: Limits, centre: str = "") -> tuple[AlbumChart, ...]:
    """Return the pages that follow the card: further answers, then answers over time; empty ones are left out."""
    bars = (told.page(words, limits, centre) for told in _bars(words, trend) if not told.empty)
    return (*answer_pages(words, limits, centre), *bars)[:MOST_PAGES]


def _bars(words: Wording, trend: Trend) -> Iterator[AlbumBars]:
    if words.summary.period.kind == "tertial":
        leading = _leading(words)
        for question in leading[:1]:
            yield _by_month(words, question, trend)
        for question in leading[1:2]:
            yield from _by_tertial(words, question, trend)
        if words.highlight:
            yield _highlighted(words, trend)
    if words.summary.period.kind == "year":
        yield from year_pages(words)


def _leading(words: Wording) -> list[Question]:
    """Return the questions that are always asked, without the highlighted one."""
    form = words.summary.form
    asked = [q for q in form.crossable if not q.when and not q.later]
    return [q for q in asked if q.key not in form.highlight]


def _by_month(words: Wording, question: Question, trend: Trend) -> AlbumBars:
    """Draw a question's answers month by month, the same month a year before in grey."""
    before = words.summary.before
    compared = before is not None and not before.typed and words.summary.comparable(question)
    answers = [
        (_label(words, option), list(_months(words, trend, question, option, compared=compared)))
        for option in _told(words, question, trend.months)
    ]
    title = words.language.text(
        "{question} per month, {period}",
        question=heading(words, question),
        period=words.name(words.summary.period),
    )
    running = any(bar.part for _, bars in answers for bar in bars)
    legend = _legend(words, compared=compared, running=running, clear=bool(_changed(words, question)))
    told = _in_parentheses(words) if compared else ""
    return AlbumBars(title, answers, legend, changes_in(words, [question]), told)


def _months(
    words: Wording, trend: Trend, question: Question, option: Option, *, compared: bool
) -> Iterator[AlbumBar]:
    for now, before in _beside(words, trend):
        label = words.language.month_short(now.period.name)
        known = in_use(question, now.days) and (in_use(option, now.days) or bool(option.was))
        count = _count(now, question, option) if known else None
        earlier = _count(before, question, option) if compared and before else None
        running = now.period.running(words.summary.today)
        clear = option in _changed(words, question)
        yield AlbumBar(label, label, count, earlier, unknown=option.unknown, clear=clear, part=running)


def _beside(words: Wording, trend: Trend) -> Iterator[tuple[Tally, Tally | None]]:
    """Give each month of the period, and the same a year before where there is one."""
    counted = {tally.period.name: tally for tally in trend.months}
    for name in words.summary.period.months:
        if name in counted:
            yield counted[name], counted.get(Period.named(name).a_year_before.name)


def _by_tertial(words: Wording, question: Question, trend: Trend) -> Iterator[AlbumBars]:
    """Draw a question's answers by tertial, the period's own darker than those before it; unused ones are gaps.

    The first tertial of all has none to stand beside: it is drawn month by month.
    """
    asked = {tally.period: tally for tally in trend.tertials if in_use(question, tally.days)}
    if asked.keys() <= {words.summary.period}:
        if asked:
            yield _by_month(words, question, trend)
        return
    tertials = [next(iter(asked))]
    while tertials[-1] != words.summary.period:
        tertials.append(tertials[-1].later)
    first, last = tertials[0].first.year, tertials[-1].first.year
    years = str(first) if first == last else f"{first}–{last}"
    answers = [
        (
            _label(words, option),
            [_tertial(words, period, asked.get(period), question, option) for period in tertials],
        )
        for option in _told(words, question, list(asked.values()))
    ]
    title = words.language.text("{question} per tertial, {years}", question=heading(words, question), years=years)
    running, clear = words.summary.running, bool(_changed(words, question))
    legend = [
        Key(sign="now", text=words.name(words.summary.period)),
        Key(sign="before", text=words.language.text("earlier tertials")),
        *_legend(words, compared=False, running=running, clear=clear)[1:],
    ]
    yield AlbumBars(title, answers, legend, changes_in(words, [question]))


def _tertial(words: Wording, period: Period, tally: Tally | None, question: Question, option: Option) -> AlbumBar:
    # An answer that replaces others existed before its own first day, under an earlier key.
    known = tally is not None and (in_use(option, tally.days) or bool(option.was))
    return AlbumBar(
        name=words.language.text("T{number} {year}:", number=period.number, year=period.first.year),
        label=str(period.first.year) if period.number == 1 else "",
        now=_count(tally, question, option) if tally and known else None,
        pale=period != words.summary.period,
        unknown=option.unknown,
        clear=option in _changed(words, question),
        part=period.running(words.summary.today),
    )


def _highlighted(words: Wording, trend: Trend) -> AlbumBars:
    """Draw the months' highlighted calls alone, the same month a year before in grey."""
    baseline = words.summary.before
    compared = baseline is not None and not baseline.typed and words.summary.highlighted_before is not None
    counts = []
    for now, before in _beside(words, trend):
        label = words.language.month_short(now.period.name)
        count = now.highlighted if words.summary.highlights(now.period.days) else None
        earlier = before.highlighted if compared and before else None
        part = now.period.running(words.summary.today)
        counts.append(AlbumBar(label, label, count, earlier, part=part, highlight=True))
    text, period = words.language.text, words.name(words.summary.period)
    title = text("{question} per month, {period}", question=words.highlight, period=period)
    running = any(bar.part for bar in counts)
    legend = _legend(words, compared=compared, running=running, clear=False)
    finding = changes_in(words, [words.summary.form.by_key[key] for key in words.summary.form.highlight])
    told = _in_parentheses(words) if compared else ""
    own = Key(sign="highlighted", text=legend[0].text)
    return AlbumBars(title, [("", counts)], [own, *legend[1:]], finding, told, across=True)


def _legend(words: Wording, *, compared: bool, running: bool, clear: bool) -> list[Key]:
    text = words.language.text
    return [
        Key(sign="now", text=words.name(words.summary.period) if compared else ""),
        Key(sign="before", text=words.compared_with if compared else ""),
        Key(sign="clear", text=text("clear change") if clear else ""),
        Key(sign="part", text=words.until if running else ""),
    ]


def _in_parentheses(words: Wording) -> str:
    return words.language.text("In parentheses: {period}", period=words.compared_with)


def _changed(words: Wording, question: Question) -> list[Option]:
    return [answer.option for answer in words.statements.answers_to(question) if answer.clearly_changed]


def _told(words: Wording, question: Question, tallies: Sequence[Tally]) -> Iterator[Option]:
    """Give the options that were in use or chosen in these periods, in the order of the question's answers.

    "Not known" stands last, and only where it was chosen.
    """
    shown = [answer.option for answer in words.statements.answers_to(question)]
    others = [option for option in question.counted_options if option not in shown]
    for option in sorted((*shown, *others), key=lambda option: option.unknown):
        chosen = any(_count(tally, question, option) for tally in tallies)
        if chosen or (not option.unknown and any(in_use(option, tally.days) for tally in tallies)):
            yield option


def _count(tally: Tally, question: Question, option: Option) -> int:
    return tally.questions[question.key].of(option)[0]


def _label(words: Wording, option: Option) -> str:
    return option.label.in_language(words.language.code)
