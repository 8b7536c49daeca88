"""The pages of an album that show a line of years: the totals, and the shares of answers."""

from collections.abc import Iterator, Sequence

from reports.analysis.baseline import EarlierFigure
from reports.pictures.album_page import AlbumBar, AlbumBars, Legend
from reports.statements.answer_comparisons import told_options
from reports.statements.years import FEWEST_YEARS, YearStatement, answers_over_years
from reports.words.answers import heading, printed
from reports.words.language import upper_first
from reports.words.wording import Wording
from reports.words.years import year_name, years_from_reports
from storage.forms.question import Question

THOUSANDTHS = 1000
"""A share is drawn in thousandths."""


def year_pages(words: Wording) -> Iterator[AlbumBars]:
    """Give a page of totals, and of three years or more one of each question's shares; none of a single year."""
    years = words.statements.years
    counted = [place for place, year in enumerate(years) if year.total is not None]
    if len(counted) > 1:
        yield _totals(words, years[counted[0] :])
    if sum(year.figures is not None for year in years) >= FEWEST_YEARS:
        yield from (_shares(words, told.question) for told in words.statements.questions if _of_all(told.question))


def _of_all(question: Question) -> bool:
    return not question.when or question.base == "all"


def _totals(words: Wording, years: Sequence[YearStatement]) -> AlbumBars:
    """Draw the years side by side, each with its highlighted part."""
    counts = [
        AlbumBar(
            name=f"{year_name(words, year)}:",
            label=_label(words, year),
            now=year.total,
            highlighted=year.highlighted(words.summary.form) if words.highlight else None,
            hollow=year.typed,
            part=year.part,
        )
        for year in years
    ]
    title = words.language.text("{many} per year, {years}", many=upper_first(words.many), years=_span(years))
    return AlbumBars(title, _legend(words, years), [("", counts)], across=True, highlighted=words.highlight_inside)


def _shares(words: Wording, question: Question) -> AlbumBars:
    """Draw the share of each answer, year by year."""
    years = words.statements.years
    rows = [
        (
            option.label.in_language(words.language.code),
            [_share(words, year, year.share(question, option)) for year in years],
        )
        for asked, option in answers_over_years(words.summary.form, years)
        if asked == question and option in told_options(question)
    ]
    title = words.language.text(
        "{question}, per cent {years}", question=heading(words, question), years=_span(years)
    )
    return AlbumBars(title, _legend(words, years), rows)


def _share(words: Wording, year: YearStatement, figure: EarlierFigure | None) -> AlbumBar:
    return AlbumBar(
        name=f"{year_name(words, year)}:",
        label=f"’{year.period.name[-2:]}",
        now=round((figure.share or 0) * THOUSANDTHS) if figure else None,
        text=words.language.without_sign(printed(words, figure)) if figure else "",
        hollow=year.typed,
        part=year.part,
    )


def _label(words: Wording, year: YearStatement) -> str:
    """Say `2026`, of a year that is not over `til 23. nov.`."""
    if not year.part:
        return year.period.name
    day = words.language.day_of_month_short(words.summary.now.days.last)
    return words.language.text("to {day}", day=day)


def _span(years: Sequence[YearStatement]) -> str:
    return f"{years[0].period.name}–{years[-1].period.name}"


def _legend(words: Wording, years: Sequence[YearStatement]) -> Legend:
    source = years_from_reports(words, years)
    return Legend(source, source)
