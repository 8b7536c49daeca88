"""The pages of an album that show a line of years: the totals, and the shares of answers."""

from collections.abc import Collection, Iterator, Sequence

from reports.analysis.hidden import HIDDEN
from reports.pictures.album_page import AlbumBar, AlbumBars
from reports.pictures.chart import Key
from reports.statements.answer_comparisons import told_options
from reports.statements.years import FEWEST_YEARS, YearStatement, answers_over_years
from reports.words.answers import heading, printed
from reports.words.findings import moved_over_years, total_over_years
from reports.words.language import upper_first
from reports.words.wording import Wording
from reports.words.years import year_name, years_from_reports
from storage.forms.question import Option, Question

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
    finding = total_over_years(words)
    counts = [
        AlbumBar(
            name=f"{year_name(words, year)}:",
            label=_label(words, year),
            now=year.total,
            highlighted=year.highlighted(words.summary.form) if words.highlight else None,
            pale=_earlier(words, year),
            hollow=year.typed,
            clear=bool(finding) and not _earlier(words, year),
            part=year.part,
        )
        for year in years
    ]
    title = words.language.text("{many} per year, {years}", many=upper_first(words.many), years=_span(years))
    highlighted = words.highlight_inside if any(bar.highlighted for bar in counts) else ""
    legend = [Key(sign="highlighted", text=highlighted), *_legend(words, years, clear=bool(finding))]
    told = years_from_reports(words, years)
    return AlbumBars(title, [("", counts)], legend, finding, told, across=True)


def _shares(words: Wording, question: Question) -> AlbumBars:
    """Draw the share of each answer, year by year."""
    years = words.statements.years
    moved = _moved(words, question)
    rows = [
        (
            option.label.in_language(words.language.code),
            [_share(words, year, (question, option), clear=option in moved) for year in years],
        )
        for option in _in_order(words, question)
    ]
    title = words.language.text(
        "{question}, per cent {years}", question=heading(words, question), years=_span(years)
    )
    legend = list(_legend(words, years, clear=bool(moved)))
    return AlbumBars(title, rows, legend, moved_over_years(words, question), years_from_reports(words, years))


def _in_order(words: Wording, question: Question) -> Iterator[Option]:
    """Give the answers that are known of any year, in the order in which the question's answers are shown."""
    years, options = words.statements.years, told_options(question)
    told = answers_over_years(words.summary.form, years)
    known = [answer for asked, answer in told if asked == question and isinstance(answer, Option)]
    shown = [answer.option for answer in words.statements.answers_to(question)]
    others = [option for option in known if option not in shown]
    return (option for option in (*shown, *others) if option in known and option in options)


def _moved(words: Wording, question: Question) -> Collection[Option]:
    """Return the answers that have clearly changed, or moved for years."""
    told = words.statements.answers_to(question)
    return [answer.option for answer in told if answer.clearly_changed or answer.trend]


def _share(words: Wording, year: YearStatement, answer: tuple[Question, Option], *, clear: bool) -> AlbumBar:
    figure = year.share(*answer)
    return AlbumBar(
        name=f"{year_name(words, year)}:",
        label=f"’{year.period.name[-2:]}",
        now=round((figure.share or 0) * THOUSANDTHS) if figure else None,
        text=words.language.without_sign(printed(words, figure)) if figure else HIDDEN * year.hides(*answer),
        pale=_earlier(words, year),
        hollow=year.typed,
        clear=clear and not _earlier(words, year),
        part=year.part,
    )


def _earlier(words: Wording, year: YearStatement) -> bool:
    return year.period != words.summary.period


def _label(words: Wording, year: YearStatement) -> str:
    """Say `2026`, of a year that is not over `til 23. nov.`."""
    return words.until if year.part else year.period.name


def _span(years: Sequence[YearStatement]) -> str:
    return f"{years[0].period.name}–{years[-1].period.name}"


def _legend(words: Wording, years: Sequence[YearStatement], *, clear: bool) -> Iterator[Key]:
    yield Key(sign="printed", text=years_from_reports(words, years))
    yield Key(sign="clear", text=words.language.text("clear change") if clear else "")
    yield Key(sign="part", text=words.until if years[-1].part else "")
