"""The questions of a summary as panels, shared between the card and the pages that follow it."""

from collections.abc import Iterator, Sequence

from reports.analysis.hidden import HIDDEN
from reports.pictures.album_page import AlbumChart
from reports.pictures.chart import Bar, Chart, ColumnNames, Key, Panel
from reports.pictures.footer import footer
from reports.statements.answers import AnswerStatement
from reports.statements.questions import QuestionStatement
from reports.words.answers import before_said, count, heading, label, note, percent
from reports.words.caption import answer_lines
from reports.words.findings import changes_in
from reports.words.language import lower_first
from reports.words.limits import Limits, cut
from reports.words.wording import Wording

CARD_ROWS, ALONE_ROWS, PAGE_ROWS = 15.2, 22.0, 25.0
"""How many rows of answers have room on the card below its months, on one without months, and on another page."""

FEWEST_MONTHS = 3
"""The fewest months of a run that are drawn."""

HEADING_ROWS = 1.6
"""The room of a question's heading, in rows."""

MOST_ROWS = 12
"""The rows of a question of many answers: the ten largest, the rest, and "not known"."""


def question_pages(words: Wording) -> list[list[QuestionStatement]]:
    """Share the questions between the card, which comes first, and further pages.

    The card holds those with a clear change, then what it has room for. A page's order is that of `_drawn`.
    """
    left, pages = _drawn(words), list[list[QuestionStatement]]()
    alone = words.summary.period.kind == "month" and len(words.statements.run) < FEWEST_MONTHS
    while left:
        room = PAGE_ROWS if pages else ALONE_ROWS if alone else CARD_ROWS
        page = list[QuestionStatement]()
        for told in sorted(left, key=lambda told: not told.changed and not pages):
            rows = HEADING_ROWS + min(MOST_ROWS, sum(not answer.empty for answer in told.answers))
            if not page or rows <= room:
                page.append(told)
                room -= rows
        pages.append([told for told in left if told in page])
        left = [told for told in left if told not in page]
    return pages


def _drawn(words: Wording) -> list[QuestionStatement]:
    """Return the questions to draw: those chosen in the form's file, in that order, or else all."""
    told = {told.question.key: told for told in words.statements.questions}
    return [told[key] for key in words.summary.form.picture or told if key in told]


def answer_pages(words: Wording, limits: Limits, centre: str) -> Iterator[AlbumChart]:
    """Give a page for the questions that the card has no room for, or several."""
    for page in question_pages(words)[1:]:
        first, *others = (heading(words, told.question) for told in page)
        asked = words.language.listed([first, *map(lower_first, others)])
        plain = f"{asked}, {words.name(words.summary.period)}"
        found = changes_in(words, [told.question for told in page])
        title, subtitle = (found, plain) if found else (plain, "")
        chart = answer_chart(words, page).model_copy(
            update={
                "title": title,
                "subtitle": subtitle,
                "footer": footer(words.language, centre, words.summary),
            }
        )
        lines = [*filter(None, [title, subtitle]), "", *answer_lines(words, page)]
        yield AlbumChart(chart, cut(lines, limits.caption, words.language))


def answer_chart(words: Wording, questions: Sequence[QuestionStatement]) -> Chart:
    """Draw questions alone, under no title yet."""
    text, before = words.language.text, words.summary.before
    panels = tuple(panel(words, told) for told in questions)
    bars = [bar for panel in panels for bar in panel.bars]
    typed = before is not None and before.typed
    beside = (
        Key(sign="printed" if typed else "before", text=words.compared_with if _compared(bars) else ""),
        Key(sign="clear", text=text("clear change") if any(bar.clear for bar in bars) else ""),
    )
    now = Key(sign="now", text=words.name(words.summary.period) if _compared(bars) else "")
    return Chart(
        title="",
        subtitle="",
        legend=tuple(key for key in (now, *beside) if key.text),
        names=_names(words, bars),
        panels=panels,
        more=text("and {n} more"),
        more_panels=text("and {n} more"),
        footer="",
        hollow=typed,
    )


def _names(words: Wording, bars: Sequence[Bar]) -> ColumnNames:
    """Name the columns that hold anything."""
    text = words.language.text
    return ColumnNames(
        count=text("count") if bars else "",
        share=text("share") if any(bar.share for bar in bars) else "",
        before=f"({words.year_before})" if _compared(bars) else "",
    )


def _compared(bars: Sequence[Bar]) -> bool:
    return any(bar.before_text for bar in bars)


def panel(words: Wording, told: QuestionStatement) -> Panel:
    """Return one question's bars."""
    bars = tuple(_bar(words, answer, told.asked) for answer in told.answers if not answer.empty)
    return Panel(heading=heading(words, told.question), note=note(words, told), bars=bars)


def _bar(words: Wording, answer: AnswerStatement, asked: int) -> Bar:
    """Return an answer's bar, as long as its share; of those ``asked`` where there is no base for shares."""
    before, base = before_said(words, answer) or HIDDEN * answer.hides_before, answer.base or asked
    return Bar(
        label=label(words, answer),
        value=answer.count / base if base else 0,
        count=count(words, answer),
        share=percent(words, answer),
        before=answer.share_before,
        before_text=before and f"({before})",
        unknown=answer.option.unknown,
        clear=answer.clearly_changed,
    )
