"""A question over the years: wide charts of standing columns, and a table with a column a year."""

from decimal import Decimal

import pytest

from reports.chapter.charts import MOST_YEARS, years_chart
from reports.chapter.draw_svg import svg
from reports.chapter.figures import answers_figure
from reports.chapter.register import register_sections
from reports.chapter.tables import years_grid
from reports.documents import ChapterFigure, ChartSeries, Grid, NativeChart
from reports.pictures.shapes import Colour
from reports.series_colours import EARLIER, HUES, colour_of
from reports.statements.questions import QuestionStatement
from reports.words.language import Language
from reports.words.wording import Wording
from reports.year_grids import year_grids
from storage.figures.counts import Counts
from storage.figures.history import GROUP, PrintedFigure
from tests.reports.houses import STAY, Place


async def _told(house: Place, years: int) -> Wording:
    """Keep 24 stays in 2016, and type in figures of so many years before."""
    for place in range(24):
        via = "police" if place % 3 else "self"
        await house.stay(f"2016-{1 + place % 12:02}-03", f"2016-{1 + place % 12:02}-09", sex="woman", via=via)
    for year in range(2016 - years, 2016):
        await house.typed(STAY, str(year), base=40, sex_woman=38, sex_man=2, via_self=10, via_police=30)
    return await house.told(STAY, "2016")


def _sex(words: Wording) -> QuestionStatement:
    return next(told for told in words.statements.questions if told.question.key == "sex")


async def test_three_years_or_more_are_drawn_beside_each_other_the_latest_five(house: Place) -> None:
    words = await _told(house, 6)

    chart = years_chart(words, _sex(words))

    assert chart is not None
    assert chart.is_wide
    assert [series.name for series in chart.series] == ["2012", "2013", "2014", "2015", "2016"]
    assert [series.years for series in chart.series] == [4, 3, 2, 1, 0]
    assert len(chart.series) == MOST_YEARS
    assert chart.categories[:2] == ("Kvinne", "Mann")
    assert chart.series[0].values[:2] == (0.95, 0.05)
    assert chart.series[-1].values[:2] == (1.0, 0.0)


async def test_two_years_are_told_as_in_other_reports(house: Place) -> None:
    words = await _told(house, 1)

    assert years_chart(words, _sex(words)) is None
    assert years_grid(words, _sex(words)) is None
    assert any(section.exhibits for section in register_sections(words, over_years=True))


async def test_the_table_has_every_year_and_says_which_are_from_earlier_reports(house: Place) -> None:
    words = await _told(house, 6)

    grid = years_grid(words, _sex(words))

    assert grid is not None
    assert [column.heading for column in grid.columns][2:] == [str(year) for year in range(2010, 2017)]
    assert grid.rows[0][:3] == ("Kvinne", 24, 0.95)
    assert "Fra tidligere årsrapporter: 2010, 2011" in grid.note


async def test_a_report_over_years_has_no_table_of_years_besides(house: Place) -> None:
    words = await _told(house, 3)

    over, usual = ([one.heading for one in register_sections(words, over_years=years)] for years in (True, False))

    assert "Årene" not in over
    assert "Årene" in usual


async def test_many_answers_are_drawn_as_bars_and_every_share_stands_in_the_table(house: Place) -> None:
    words = await _told(house, 4)

    section = next(one for one in register_sections(words, over_years=True) if one.heading == "Kontakt via")
    figure, grid = section.exhibits
    assert isinstance(figure, ChapterFigure)
    assert isinstance(grid, Grid)
    assert (figure.chart.kind, len(figure.chart.series)) == ("bars", 2)
    assert len(grid.columns) == 2 + 5


async def _with_children(house: Place, *, answers: bool = False) -> Wording:
    """Keep 24 stays in 2016, 16 of them with a child; earlier reports tell of these, or of all ``answers``."""
    for place in range(24):
        first = f"2016-{1 + place % 12:02}-03"
        await house.stay(first, first[:-1] + "9", sex="woman", children="1" if place % 3 else "0")
    for year, share in (("2014", "46"), ("2015", "39.5")):
        together = {("children", GROUP): PrintedFigure(percent=Decimal(share))}
        each = {("children", key): PrintedFigure(10, base=50) for key in ("0", "1", "2", "3", "4+")}
        await Counts(house.database).history.keep(STAY.key, {year: each if answers else together})
    return await house.told(STAY, "2016")


def _children(words: Wording) -> QuestionStatement:
    return next(told for told in words.statements.questions if told.question.key == "children")


async def test_answers_told_of_together_have_a_row_below_the_known_ones(house: Place) -> None:
    words = await _with_children(house)

    grid = years_grid(words, _children(words))

    assert grid is not None
    assert [column.heading for column in grid.columns] == ["Svar", "Opphold 2016", "2014", "2015", "2016"]
    assert grid.rows[0] == ("0", 8, None, None, 8 / 24)
    assert grid.rows[-1] == ("Med barn i alt", 16, "46\u00a0%", "39,5\u00a0%", 16 / 24)
    assert grid.note == "Fra tidligere årsrapporter: 2014 og 2015."


async def test_where_a_year_is_known_by_them_alone_they_are_drawn_and_said_in_words(house: Place) -> None:
    words = await _with_children(house)

    figure = answers_figure(words, _children(words), over_years=True)

    assert figure is not None
    assert figure.chart.categories == ("0", "1", "2", "3", "4 eller flere", "Med barn i alt")
    assert [series.values[-1] for series in figure.chart.series] == [0.46, 0.395, 16 / 24]
    assert [series.values[0] for series in figure.chart.series] == [None, None, 8 / 24]
    assert figure.alternative.endswith("Med barn i alt: 16, 67\u00a0%, året før 39,5\u00a0%.")


async def test_where_every_answer_is_known_of_every_year_the_chart_leaves_their_sum_to_the_table(
    house: Place,
) -> None:
    words = await _with_children(house, answers=True)

    chart, grid = years_chart(words, _children(words)), years_grid(words, _children(words))

    assert chart is not None
    assert chart.categories == ("0", "1", "2", "3", "4 eller flere")
    assert grid is not None
    assert grid.rows[-1] == ("Med barn i alt", 16, 0.8, 0.8, 16 / 24)


async def test_the_sentence_on_them_compares_with_what_an_earlier_report_prints(house: Place) -> None:
    words = await _with_children(house)

    said = " ".join(text for one in register_sections(words, over_years=True) for text in one.paragraphs)

    together = "I alt 16 opphold gjaldt noen som kom med barn: 67 %, mot 39,5 % i 2015."
    assert together in said.replace("\u00a0", " ")


async def test_the_tables_of_all_years_have_a_row_of_them_too(house: Place) -> None:
    counts, shares = year_grids(await _with_children(house))

    assert ("Barn med", "Med barn i alt", None, None, 16) in counts.rows
    assert ("Barn med", "Med barn i alt", "46\u00a0%", "39,5\u00a0%", 16 / 24) in shares.rows


@pytest.mark.parametrize(
    ("series", "colour"),
    [
        (ChartSeries(name="2016", values=(1,)), Colour.NAVY),
        (ChartSeries(name="2015", values=(1,), years=1), EARLIER[0]),
        (ChartSeries(name="2009", values=(1,), years=7), EARLIER[-1]),
        (ChartSeries(name="Menn", values=(1,), hue=1), HUES[1]),
        (ChartSeries(name="Flere", values=(1,), hue=len(HUES)), HUES[0]),
    ],
)
def test_years_fade_and_kinds_of_people_have_hues(series: ChartSeries, colour: str) -> None:
    assert colour_of(series) == colour


def test_a_wide_chart_is_drawn_wider_and_breaks_long_names() -> None:
    narrow = ChartSeries(name="2016", values=(0.3, 0.7))
    charts = [
        NativeChart(
            kind="columns", shares=True, marked_name="", categories=("Egen bolig uten voldsutøver", "x"), series=s
        )
        for s in ((narrow,), (replace_years(narrow), narrow))
    ]

    widths = [float(svg(chart, Language("nb")).split('width="')[1].split("pt")[0]) for chart in charts]

    assert widths[1] > widths[0]


def replace_years(series: ChartSeries) -> ChartSeries:
    """Return the series as one of a year ago."""
    return series.model_copy(update={"years": 1, "name": "2015"})
