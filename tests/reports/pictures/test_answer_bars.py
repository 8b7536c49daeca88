from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.pictures.answer_bars import SHORTEST, WIDTH, PanelStyle, draw
from reports.pictures.chart import Bar, Chart, Panel
from reports.pictures.shapes import HEADING, LABEL, NUMBER, Box, Colour, Shape, Text, bottom
from tests.reports.typewriter import typed

SHARES = st.floats(0, 1)


def _bar(label: str, value: float, before: float | None = None, *, grey: bool = False) -> Bar:
    said = "" if before is None else f"({before:.0%})"
    return Bar(label=label, value=value, text=f"{value:.0%}", before=before, before_text=said, grey=grey)


BARS = st.builds(_bar, st.text("abc ", min_size=1), SHARES, st.none() | SHARES)


def _panel(*bars: Bar, heading: str = "Instans", note: str = "") -> Panel:
    return Panel(heading=heading, note=note, bars=bars)


def _style(*panels: Panel, hollow: bool = False) -> PanelStyle:
    chart = Chart(
        title="",
        subtitle="",
        legend="",
        months=None,
        panels=panels,
        more="og {n} til",
        more_panels="",
        footer="",
        hollow=hollow,
    )
    return PanelStyle.of(chart, typed)


def _drawn(*bars: Bar, most: int = 99, hollow: bool = False) -> list[Shape]:
    panel = _panel(*bars)
    return draw(panel, most, _style(panel, hollow=hollow), 0, 0)


def _texts(shapes: Iterable[Shape]) -> list[str]:
    return [shape.text for shape in shapes if isinstance(shape, Text)]


def _boxes(shapes: Iterable[Shape], colour: Colour) -> list[Box]:
    return [shape for shape in shapes if isinstance(shape, Box) and shape.colour == colour]


def test_the_longest_bar_and_the_widest_numbers_fill_a_column() -> None:
    style = _style(_panel(_bar("NAV", 0.5, 0.6)), _panel(_bar("Politi", 0.07, 0.8)))

    assert style.most == 0.8
    assert style.longest == WIDTH - (10 + 3 * 14 + 10 + 5 * 14)
    assert style.length(0.8) == style.longest
    assert style.length(0.4) == pytest.approx(style.longest / 2)


@pytest.mark.parametrize(("value", "length"), [(0, 0), (0.001, SHORTEST), (1, WIDTH - (10 + 4 * 14 + 10))])
def test_a_bar_of_few_can_be_seen_and_one_of_none_cannot(value: float, length: float) -> None:
    assert _style(_panel(_bar("NAV", 1))).length(value) == length


def test_a_picture_without_answers_has_a_style_too() -> None:
    assert _style().length(0) == 0


@given(most=st.floats(0.001, 1), data=st.data())
def test_a_larger_share_is_never_drawn_shorter(most: float, data: st.DataObject) -> None:
    style = _style(_panel(_bar("NAV", most)))

    smaller, larger = sorted((data.draw(st.floats(0, most)), data.draw(st.floats(0, most))))

    assert style.length(smaller) <= style.length(larger) <= style.longest


def test_an_answer_is_its_name_above_its_bar_and_its_numbers_beside() -> None:
    _, name, now, before, number, number_before = _drawn(_bar("NAV", 0.1, 0.05))

    assert isinstance(now, Box)
    assert isinstance(before, Box)
    assert isinstance(number, Text)
    assert isinstance(number_before, Text)
    assert _texts([name, number, number_before]) == ["NAV", "10%", "(5%)"]
    assert (now.colour, before.colour) == (Colour.NAVY, Colour.PALE_GREY)
    assert name.y + name.height == pytest.approx(now.y)
    assert before.y == now.y + now.height
    assert before.width == pytest.approx(now.width / 2)
    assert before.height < now.height
    assert number.x == pytest.approx(now.width + 10)
    assert number_before.x == pytest.approx(number.x + typed("10%", NUMBER) + 10)


def test_numbers_stand_beside_the_longer_of_the_two_bars() -> None:
    *_, number, _ = _drawn(_bar("NAV", 0.05, 0.1))

    assert isinstance(number, Text)
    assert number.x == pytest.approx(_style(_panel(_bar("NAV", 0.05, 0.1))).longest + 10)


def test_a_year_before_of_which_the_count_alone_is_known_is_written_and_not_drawn() -> None:
    bar = Bar(label="NAV", value=0.1, text="12 · 10%", before=None, before_text="(88)", grey=False)

    _, _, now, before, number, number_before = _drawn(bar)

    assert isinstance(before, Box)
    assert before.width == 0
    assert isinstance(now, Box)
    assert isinstance(number, Text)
    assert number.x == pytest.approx(now.width + 10)
    assert _texts([number, number_before]) == ["12 · 10%", "(88)"]


def test_the_number_of_an_answer_that_nobody_gave_stands_at_the_edge() -> None:
    *_, number = _drawn(_bar("NAV", 0))

    assert isinstance(number, Text)
    assert number.x == 0


def test_not_known_is_grey() -> None:
    shapes = _drawn(_bar("NAV", 0.1), _bar("Ikke kjent", 0.04, grey=True))

    assert len(_boxes(shapes, Colour.NAVY)) == len(_boxes(shapes, Colour.GREY)) == 1
    assert {
        shape.colour for shape in shapes if isinstance(shape, Text) and shape.text in {"Ikke kjent", "4%"}
    } == {Colour.SOFT_INK}


@pytest.mark.parametrize("hollow", [True, False])
def test_only_the_year_before_is_hollow_where_it_comes_from_an_earlier_report(*, hollow: bool) -> None:
    shapes = _drawn(_bar("NAV", 0.1, 0.05), hollow=hollow)

    [before] = _boxes(shapes, Colour.PALE_GREY)
    inside = [(box.x, box.y, box.width) for box in _boxes(shapes, Colour.WHITE)]
    assert inside == ([(before.x + 2, before.y + 2, before.width - 4)] if hollow else [])


@pytest.mark.parametrize(
    ("most", "drawn"),
    [
        (4, ["NAV", "Politi", "Lege", "Advokat", "Ikke kjent"]),
        (3, ["NAV", "Politi", "Advokat", "Ikke kjent", "og 1 til"]),
        (1, ["Politi", "Ikke kjent", "og 3 til"]),
    ],
)
def test_of_too_many_the_largest_are_drawn_in_the_form_s_order_and_the_others_counted(
    most: int, drawn: list[str]
) -> None:
    bars = (_bar("NAV", 0.05), _bar("Politi", 0.09), _bar("Lege", 0.02), _bar("Advokat", 0.07))

    shapes = _drawn(*bars, _bar("Ikke kjent", 0, grey=True), most=most)

    assert [text for text in _texts(shapes)[1:] if not text.endswith("%")] == drawn


@pytest.mark.parametrize(
    ("heading", "note", "beside"),
    [("Instans", "av alle", True), ("Instans", "x" * 32, False), ("x" * 30, "av alle", False)],
)
def test_a_note_stands_beside_its_heading_where_it_fits_and_else_below(
    heading: str, note: str, *, beside: bool
) -> None:
    panel = _panel(_bar("NAV", 1), heading=heading, note=note)

    head, said, first, *_ = draw(panel, 9, _style(panel), 0, 0)

    assert isinstance(said, Text)
    assert said.text == note
    assert (said.x, said.y + said.height <= head.height) == (
        (typed(heading, HEADING) + 20, True) if beside else (0, False)
    )
    assert first.y > said.y + said.height


def test_a_long_name_takes_two_lines_and_pushes_its_bar_down() -> None:
    short, long = (_drawn(_bar(name, 1), _bar("Politi", 1)) for name in ("NAV", "navn " * 10))

    pairs = zip(_boxes(short, Colour.NAVY), _boxes(long, Colour.NAVY), strict=True)
    assert [after.y - before.y for before, after in pairs] == pytest.approx([LABEL.line, LABEL.line])


def test_a_panel_is_drawn_from_its_upper_left_corner() -> None:
    panel = _panel(_bar("NAV", 0.1, 0.05))
    style = _style(panel)

    here, there = draw(panel, 9, style, 0, 0), draw(panel, 9, style, 600, 200)

    assert (bottom(there) - bottom(here), len(there)) == pytest.approx((200, len(here)))
    assert [shape.x for shape in there if isinstance(shape, Box)] == [600, 600]


@given(bars=st.lists(BARS, min_size=1, max_size=9))
def test_no_answer_is_wider_than_its_column_or_runs_into_the_next(bars: list[Bar]) -> None:
    shapes = _drawn(*bars)

    ends = [shape.x + shape.width for shape in shapes if isinstance(shape, Box)]
    ends += [shape.x + typed(shape.text, shape.face) for shape in shapes if isinstance(shape, Text)]
    assert max(ends) <= WIDTH + 0.001
    rows = sorted((box.y, box.y + box.height) for box in _boxes(shapes, Colour.NAVY))
    assert all(end <= after for (_, end), (after, _) in pairwise(rows))
