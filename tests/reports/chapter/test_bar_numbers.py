"""The numbers beside a chart's bars: all where there is room, none over another bar, as the tables have them."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Annotation

from reports.chapter.bar_numbers import SIZE, SMALLEST, BarNumbers
from reports.chapter.draw_svg import svg
from reports.documents import ChartSeries, NativeChart
from reports.words.language import Language

NB = Language("nb")
YEARS = ("2012", "2013", "2014", "2015", "2016")


def _chart(*series: ChartSeries, kind: Literal["bars", "columns"] = "columns", shares: bool = True) -> NativeChart:
    categories = tuple(f"Svar {n}" for n in range(len(series[0].values)))
    return NativeChart(kind=kind, shares=shares, marked_name="", categories=categories, series=series)


def _years(values: tuple[float | None, ...]) -> tuple[ChartSeries, ...]:
    return tuple(ChartSeries(name=year, values=values, years=4 - place) for place, year in enumerate(YEARS))


def _kinds(values: tuple[float, ...], many: int) -> tuple[ChartSeries, ...]:
    return tuple(ChartSeries(name=f"Slag {n}", values=values, hue=n) for n in range(many))


def _numbers(chart: NativeChart, inches: float = 6.2) -> tuple[list[list[str]], float]:
    """Return the numbers that each series gets, and their size."""
    told, numbers = [], BarNumbers(chart, NB, inches)
    axes = Figure().add_subplot()
    for series in chart.series:
        before = len(axes.texts)
        draw = axes.barh if chart.kind == "bars" else axes.bar
        numbers.write(axes, draw(range(len(series.values)), [value or 0 for value in series.values]), series)
        told.append([text.get_text().replace("\xa0", " ") for text in axes.texts[before:]])
    return told, numbers.size


def _size(drawn: str) -> tuple[float, float]:
    """Return width and height of a drawing, in points."""
    width, height = (float(drawn.split(f'{name}="')[1].split("pt", maxsplit=1)[0]) for name in ("width", "height"))
    return width, height


def test_five_years_of_four_answers_all_have_their_number() -> None:
    told, size = _numbers(_chart(*_years((0.08, 0.24, 0.49, None))))

    assert told == [["8 %", "24 %", "49 %", ""]] * 5
    assert SMALLEST <= size < SIZE


@pytest.mark.parametrize(("busiest", "numbered"), [((10, 9, 7, 7), True), ((10, 11, 12, 13), False)])
def test_twelve_months_of_four_kinds_of_moves_have_numbers_where_these_do_not_run_together(
    busiest: tuple[float, ...], numbered: bool
) -> None:
    kinds = [ChartSeries(name=f"Slag {n}", values=(most, *(5,) * 11), hue=n) for n, most in enumerate(busiest)]

    assert [bool(told) for told in _numbers(_chart(*kinds, shares=False))[0]] == [numbered] * 4


def test_of_many_years_the_year_told_of_alone_has_numbers_and_of_equal_kinds_none_has() -> None:
    years, _ = _numbers(_chart(*_years((0.31,) * 7)))
    kinds, _ = _numbers(_chart(*_kinds((1234,) * 12, 4), shares=False))

    assert [bool(told) for told in years] == [False] * 4 + [True]
    assert kinds == [[]] * 4


@given(st.lists(st.integers(0, 999), min_size=1, max_size=12), st.integers(1, 5))
def test_no_number_reaches_over_the_bar_beside_its_own(values: list[int], many: int) -> None:
    numbers = BarNumbers(_chart(*_kinds(tuple(values), many), shares=False), NB, 6.2)

    assert not numbers.fit or numbers.widest * numbers.size <= numbers.room


def test_a_number_that_is_wider_than_its_column_stands_to_the_outer_side() -> None:
    chart = _chart(*_years((0.31,) * 7))
    figure = Figure(figsize=(6.2, 2.2))
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()

    BarNumbers(chart, NB, 6.2).write(axes, axes.bar(range(7), [0.31] * 7), chart.series[-1])

    moved = [text.xyann[0] for text in axes.texts if isinstance(text, Annotation)]
    assert len(moved) == 7
    assert min(moved) > 0


def test_the_numbers_of_bars_that_stand_out_are_bold_which_ink_alone_shows() -> None:
    now = ChartSeries(name="2016", values=(0.14, 0.1), marked=(0,))
    axes = Figure().add_subplot()

    BarNumbers(_chart(now, kind="bars"), NB, 4).write(axes, axes.barh((0, 1), (0.14, 0.1)), now)

    faces = [str(text.get_fontproperties().get_file()) for text in axes.texts]
    assert ["SemiBold" in face for face in faces] == [True, False]


def test_what_an_earlier_report_prints_with_decimals_is_written_so() -> None:
    before = ChartSeries(name="2015", values=(0.125, 0.35, None), pale=True, written=("12,5 %", "", ""))

    assert _numbers(_chart(before, kind="bars"))[0] == [["12,5 %", "35 %", ""]]


@pytest.mark.parametrize("chart", [_chart(*_years((0.2, 0.3))), _chart(*_kinds((7,) * 12, 4), shares=False)])
def test_for_a_phone_a_wide_chart_is_drawn_narrow_as_lying_bars(chart: NativeChart) -> None:
    wide, narrow = svg(chart, NB), svg(chart, NB, narrow=True)

    (width, height), (narrow_width, narrow_height) = map(_size, (wide, narrow))
    assert narrow_width < width
    assert narrow_height > height


def test_a_chart_that_is_narrow_already_is_drawn_the_same_for_a_phone() -> None:
    chart = _chart(ChartSeries(name="2016", values=(0.4, 0.6)), kind="bars")

    assert svg(chart, NB, narrow=True) == svg(chart, NB)
