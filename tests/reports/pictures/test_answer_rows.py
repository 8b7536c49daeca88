from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.pictures.answer_rows import BAR, GAP, ROW, SHORTEST, THIN_BAR, AnswerGrid, draw, draw_names
from reports.pictures.chart import Bar, Chart, ColumnNames, Panel
from reports.pictures.shapes import EDGE, HEADING, LABEL, Box, Colour, Shape, Text
from tests.reports.typewriter import typed

SHARES = st.floats(0, 1)
WIDTH = 996
NAMES = ColumnNames(count="antall", share="andel", before="(2025)")


def _bar(label: str, value: float, before: float | None = None, look: str = "") -> Bar:
    return Bar(
        label=label,
        value=value,
        count=f"{value * 100:.0f}",
        share="" if look == "unknown" else f"{value:.0%}",
        before=before,
        before_text="" if before is None else f"({before:.0%})",
        unknown=look == "unknown",
        clear=look == "clear",
    )


BARS = st.builds(_bar, st.text("abc ", min_size=1, max_size=80), SHARES, st.none() | SHARES)


def _panel(*bars: Bar, heading: str = "Instans", note: str = "") -> Panel:
    return Panel(heading=heading, note=note, bars=bars)


def _grid(*panels: Panel, hollow: bool = False, names: ColumnNames = NAMES) -> AnswerGrid:
    chart = Chart(
        title="",
        subtitle="",
        panels=panels,
        more="og {n} til",
        more_panels="",
        footer="",
        hollow=hollow,
        names=names,
    )
    return AnswerGrid.of(chart, WIDTH, typed)


def _drawn(*bars: Bar, most: int = 99, hollow: bool = False) -> list[Shape]:
    panel = _panel(*bars)
    return draw(panel, most, _grid(panel, hollow=hollow))


def _texts(shapes: Iterable[Shape]) -> list[str]:
    return [shape.text for shape in shapes if isinstance(shape, Text)]


def _boxes(shapes: Iterable[Shape], colour: Colour) -> list[Box]:
    return [shape for shape in shapes if isinstance(shape, Box) and shape.colour == colour]


def test_labels_bars_and_three_columns_of_numbers_fill_the_width() -> None:
    grid = _grid(_panel(_bar("NAV", 0.5, 0.6)), _panel(_bar("Politi", 0.07, 0.8)))

    count, share, before = (typed(name, LABEL) for name in ("antall", "andel", "(2025)"))
    assert grid.label == typed("Politi", LABEL)
    assert grid.numbers == (count, share, before)
    assert list(grid.ends) == [WIDTH - before - share - 2 * GAP, WIDTH - before - GAP, WIDTH]
    assert grid.label + 2 * GAP + grid.longest == pytest.approx(grid.ends[0] - count)


def test_a_column_without_numbers_takes_no_room() -> None:
    grid = _grid(_panel(_bar("NAV", 0.5)), names=ColumnNames(count="antall", share="andel"))

    assert grid.ends[1] == grid.ends[2] == WIDTH


def test_long_labels_leave_a_part_of_the_width_to_the_bars() -> None:
    grid = _grid(_panel(_bar("x" * 90, 0.5, 0.6)))

    assert grid.longest == pytest.approx(WIDTH * 0.2)


@pytest.mark.parametrize(("value", "length"), [(0, 0), (0.0001, SHORTEST)])
def test_a_bar_of_few_can_be_seen_and_one_of_none_cannot(value: float, length: float) -> None:
    assert _grid(_panel(_bar("NAV", 1))).length(value) == length


def test_a_picture_without_answers_has_columns_too() -> None:
    assert _grid().length(0) == 0


@given(most=st.floats(0.001, 1), data=st.data())
def test_a_larger_share_is_never_drawn_shorter(most: float, data: st.DataObject) -> None:
    grid = _grid(_panel(_bar("NAV", most)))

    smaller, larger = sorted((data.draw(st.floats(0, most)), data.draw(st.floats(0, most))))

    assert grid.length(smaller) <= grid.length(larger) <= grid.longest + 0.001


def test_an_answer_is_a_row_of_its_name_its_bars_and_its_numbers() -> None:
    _, name, now, before, *numbers = _drawn(_bar("NAV", 0.1, 0.05))

    assert isinstance(name, Text)
    assert isinstance(now, Box)
    assert isinstance(before, Box)
    assert _texts([name, *numbers]) == ["NAV", "10", "10%", "(5%)"]
    assert (now.colour, before.colour) == (Colour.NAVY, Colour.GREY)
    assert (now.height, before.height) == (BAR, THIN_BAR)
    assert before.y == pytest.approx(now.y + BAR)
    assert before.width == pytest.approx(now.width / 2)
    assert {round(text.y + text.height / 2) for text in (name, *numbers) if isinstance(text, Text)} == {
        round(now.y + (BAR + THIN_BAR) / 2)
    }


def test_the_numbers_of_all_answers_end_at_the_same_edges() -> None:
    panel = _panel(_bar("NAV", 0.1, 0.05), _bar("Politi", 1, 0.5))

    ends = [
        shape.x for shape in draw(panel, 9, _grid(panel)) if isinstance(shape, Text) and shape.align == "right"
    ]

    assert ends == [*_grid(panel).ends] * 2


def test_the_names_of_the_columns_stand_above_their_numbers_on_the_line_of_the_heading() -> None:
    panel = _panel(_bar("NAV", 0.1, 0.05))
    grid = _grid(panel)

    names = list(draw_names(grid, 42, 100))

    assert _texts(names) == ["antall", "andel", "(2025)"]
    assert [name.x for name in names] == [42 + end for end in grid.ends]
    assert {name.y + name.height for name in names} == {100 + HEADING.line}


def test_a_bar_alone_stands_in_the_middle_of_its_row() -> None:
    _, name, now, *_ = _drawn(_bar("NAV", 0.1))

    assert isinstance(name, Text)
    assert isinstance(now, Box)
    assert now.y + BAR / 2 == pytest.approx(name.y + name.height / 2)


def test_a_year_before_of_which_the_count_alone_is_known_is_written_and_not_drawn() -> None:
    bar = Bar(label="NAV", value=0.1, count="12", share="10%", before=None, before_text="(88)")

    shapes = _drawn(bar)

    assert [box.width for box in _boxes(shapes, Colour.GREY)] == [0]
    assert _texts(shapes)[1:] == ["NAV", "12", "10%", "(88)"]


def test_a_clear_change_has_its_own_colour_and_stands_in_bold_and_all_else_is_quiet() -> None:
    shapes = _drawn(_bar("NAV", 0.1, 0.05), _bar("Politi", 0.2, 0.05, "clear"))

    bold = {shape.text for shape in shapes[1:] if isinstance(shape, Text) and shape.face.bold}
    assert bold == {"Politi", "20%"}
    assert len(_boxes(shapes, Colour.PLUM)) == len(_boxes(shapes, Colour.NAVY)) == 1


def test_not_known_is_pale_with_an_edge_and_its_words_are_softer() -> None:
    shapes = _drawn(_bar("NAV", 0.1), _bar("Ikke kjent", 0.04, look="unknown"))

    [inside] = _boxes(shapes, Colour.UNKNOWN)
    edge = next(box for box in _boxes(shapes, Colour.GREY) if box.width)
    assert edge.width - inside.width == pytest.approx(2 * EDGE)
    assert {s.colour for s in shapes if isinstance(s, Text) and s.text in {"Ikke kjent", "4"}} == {Colour.SOFT_INK}


@pytest.mark.parametrize("hollow", [True, False])
def test_only_the_year_before_is_hollow_where_it_comes_from_an_earlier_report(*, hollow: bool) -> None:
    shapes = _drawn(_bar("NAV", 0.1, 0.05), hollow=hollow)

    [before] = _boxes(shapes, Colour.GREY)
    inside = [(box.x, box.y, box.width) for box in _boxes(shapes, Colour.WHITE)]
    assert inside == ([(before.x + EDGE, before.y + EDGE, before.width - 2 * EDGE)] if hollow else [])


@pytest.mark.parametrize(
    ("most", "drawn"),
    [
        (4, ["NAV", "Politi", "Lege", "Advokat", "Ikke kjent"]),
        (3, ["NAV", "Lege", "Advokat", "Ikke kjent", "og 1 til"]),
        (1, ["Lege", "Ikke kjent", "og 3 til"]),
    ],
)
def test_of_too_many_the_clear_and_the_largest_are_drawn_in_their_order_and_the_others_counted(
    most: int, drawn: list[str]
) -> None:
    bars = (_bar("NAV", 0.08), _bar("Politi", 0.07), _bar("Lege", 0.02, look="clear"), _bar("Advokat", 0.09))

    shapes = _drawn(*bars, _bar("Ikke kjent", 0, look="unknown"), most=most)

    written = [shape.text for shape in shapes if isinstance(shape, Text) and shape.align == "left"]
    assert written[1:] == drawn


@pytest.mark.parametrize(
    ("heading", "note", "beside"),
    [("Instans", "av alle", True), ("Instans", "x" * 34, False), ("x" * 30, "av alle", False)],
)
def test_a_note_stands_beside_its_heading_where_it_fits_and_else_below(
    heading: str, note: str, *, beside: bool
) -> None:
    panel = _panel(_bar("NAV", 1, 1), heading=heading, note=note)

    head, said, first, *_ = draw(panel, 9, _grid(panel))

    assert isinstance(said, Text)
    assert said.text == note
    assert (said.x > 0, said.y + said.height <= head.y + head.height) == (beside, beside)
    assert first.y >= said.y + said.height


def test_a_long_name_takes_two_lines_and_its_row_is_higher() -> None:
    short, long = (_drawn(_bar("NAV", 1), _bar(name, 1), _bar("Lege", 1)) for name in ("Politi", "navn " * 16))

    rows = [[box.y for box in _boxes(shapes, Colour.NAVY)] for shapes in (short, long)]
    assert [after - before for before, after in pairwise(rows[0])] == pytest.approx([ROW, ROW])
    assert rows[1][2] - rows[1][0] == pytest.approx(2 * ROW + LABEL.line)


@given(bars=st.lists(BARS, min_size=1, max_size=9))
def test_no_answer_is_wider_than_its_column_or_runs_into_the_next(bars: list[Bar]) -> None:
    shapes = _drawn(*bars)

    ends = [shape.x + shape.width for shape in shapes if isinstance(shape, Box)]
    texts = [shape for shape in shapes if isinstance(shape, Text)]
    ends += [text.x + typed(text.text, text.face) * (text.align == "left") for text in texts]
    assert max(ends) <= WIDTH + 0.001
    rows = [(box.y, box.y + box.height) for box in _boxes(shapes, Colour.NAVY)]
    assert all(end < after for (_, end), (after, _) in pairwise(rows))
