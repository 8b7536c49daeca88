"""The picture of a cross table can be read: nothing overlaps, and labels break where they have to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.pictures.cross_chart import CrossCell, CrossChart, CrossColumn, CrossRow
from reports.pictures.cross_layout import INNER, arrange_table, table_height
from reports.pictures.cross_table import cross_chart
from reports.pictures.page import MARGIN
from reports.pictures.shapes import Box, Colour, Text
from tests.reports.chapters import seed_rows
from tests.reports.crossed import cross_words, crossed
from tests.reports.drawn import measure, over_the_edge, overlapping_texts, too_small

LABELS = st.text(st.sampled_from("abcdefgh WÅ-"), min_size=1, max_size=60).filter(str.strip)
COUNTS = st.integers(0, 99_999) | st.integers(0, 999_999_999)
STANDINGS = ("known", "unknown", "sum")


@st.composite
def tables(draw: st.DrawFn) -> CrossChart:
    """Draw a table of any size that is made, with labels and numbers of any length."""
    columns = draw(st.lists(LABELS, min_size=2, max_size=9))
    shares = st.sampled_from(["", "0 %", "<1 %", "24 %", "100 %", ">99 %"])
    cells = st.builds(
        CrossCell, count=COUNTS.map("{:,}".format), share=shares, shade=st.sampled_from([0, 1, 2, 3, 4])
    )
    row = st.builds(
        CrossRow,
        label=LABELS,
        standing=st.sampled_from(STANDINGS),
        cells=st.lists(cells, min_size=len(columns), max_size=len(columns)).map(tuple),
    )
    return CrossChart(
        title=draw(LABELS),
        subtitle=draw(LABELS),
        legend=draw(st.just("") | LABELS),
        columns=tuple(CrossColumn(label=label, standing=draw(st.sampled_from(STANDINGS))) for label in columns),
        rows=tuple(draw(st.lists(row, max_size=13))),
        footer=draw(LABELS),
    )


@given(chart=tables())
@settings(max_examples=50, deadline=None)
def test_nothing_runs_over_the_edge_and_no_texts_overlap(chart: CrossChart) -> None:
    shapes = arrange_table(chart, measure)

    assert over_the_edge(shapes, table_height(shapes)) == []
    assert overlapping_texts(shapes) == []


@given(chart=tables())
@settings(max_examples=50, deadline=None)
def test_the_numbers_of_a_cell_stand_on_its_own_ground(chart: CrossChart) -> None:
    shapes = arrange_table(chart, measure)

    tints = {Colour.TINT_1, Colour.TINT_2, Colour.TINT_3, Colour.TINT_4}
    grounds = [shape for shape in shapes if isinstance(shape, Box) and shape.colour in tints]
    assert len(grounds) == sum(cell.shade > 0 for row in chart.rows for cell in row.cells)
    for ground in grounds:
        inside = [
            text
            for text in shapes
            if isinstance(text, Text)
            and ground.x < text.x < ground.x + ground.width
            and ground.y <= text.y < ground.y + ground.height
        ]
        assert inside
        for text in inside:
            assert measure(text.text, text.face) <= ground.width
            assert text.y + text.height <= ground.y + ground.height


@pytest.mark.parametrize("pair", ["agency,crisis", "agency,reason", "caller,minority", "crisis,agency"])
def test_no_letter_of_the_telephone_log_is_too_small_for_a_phone_and_no_label_is_cut(pair: str) -> None:
    shapes = arrange_table(cross_chart(cross_words(crossed(pair, seed_rows())), "Krisesenteret"), measure)

    texts = [shape for shape in shapes if isinstance(shape, Text)]
    assert too_small(shapes) == []
    assert not [text for text in texts if text.text.endswith("…")]


def _words(chart: CrossChart) -> list[str]:
    return [shape.text for shape in arrange_table(chart, measure) if isinstance(shape, Text)]


def test_labels_break_at_blanks_and_long_words_with_a_hyphen_into_parts_of_a_length() -> None:
    chart = cross_chart(cross_words(crossed("crisis,agency", seed_rows())))
    long = [column.model_copy(update={"label": "Barnevernstjenesten i byen"}) for column in chart.columns]

    words = _words(chart.model_copy(update={"columns": tuple(long)}))

    assert {"Barne-", "verns-", "tjene-", "sten i", "byen"} <= set(words)


def test_columns_without_long_words_share_the_page_evenly() -> None:
    shapes = arrange_table(cross_chart(cross_words(crossed("caller,crisis", seed_rows()))), measure)

    heads = {"Ja", "Nei", "I alt"}
    yes, no, sums = (
        text.x for text in shapes if isinstance(text, Text) and text.text in heads and text.align == "center"
    )
    assert no - yes == pytest.approx(sums - no, abs=40)
    assert MARGIN < yes < sums < MARGIN + INNER


def test_a_table_that_holds_nothing_is_its_words_alone() -> None:
    words = _words(cross_chart(cross_words(crossed("agency,behalf", seed_rows())), "Krisesenteret"))

    assert words[0] == "Instans × på vegne av, 2016"
    assert words[-1] == "Krisesenteret"
    assert "I alt" not in words
