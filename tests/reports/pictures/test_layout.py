import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.pictures.chart import Bar, Chart, ColumnNames, Key, Month, Months, Panel, Run, RunPoint
from reports.pictures.layout import arrange, height, page_of
from reports.pictures.legend import SIGNS
from reports.pictures.page import MARGIN
from reports.pictures.shapes import Box, Colour, Text
from tests.reports.drawn import measure, over_the_edge, overlapping_texts, too_small

LABELS = st.text(st.sampled_from("abcdefgh WÅ-"), min_size=1, max_size=80).filter(str.strip)
COUNTS = st.integers(0, 20_000)
SHARES = st.floats(0, 1)


LEGENDS = st.lists(st.builds(Key, sign=st.sampled_from(list(SIGNS)), text=LABELS), max_size=5).map(tuple)


@st.composite
def bars(draw: st.DrawFn, *, unknown: bool = False) -> Bar:
    """Draw a bar with the texts its numbers have; of a year before a count alone may be known."""
    return Bar(
        label=draw(LABELS),
        value=draw(SHARES),
        count=f"{draw(COUNTS):,}",
        share="" if unknown else draw(st.sampled_from(["", "99 %", "over 99 %"])),
        before=draw(st.none() | SHARES),
        before_text=draw(st.sampled_from(["", "(99,9 %)", "(20,000)"])),
        unknown=unknown,
        clear=not unknown and draw(st.booleans()),
    )


@st.composite
def panels(draw: st.DrawFn) -> Panel:
    """Draw a question of up to thirty options."""
    known = draw(st.lists(bars(), min_size=1, max_size=30))
    unknown = draw(st.lists(bars(unknown=True), max_size=1))
    return Panel(heading=draw(LABELS), note=draw(st.just("") | LABELS), bars=(*known, *unknown))


@st.composite
def months(draw: st.DrawFn) -> Month:
    """Draw a month whose highlighted part is a part."""
    total = draw(COUNTS)
    highlighted = draw(st.integers(0, total))
    texts = (f"{total:,}", f"{highlighted:,}") if draw(st.booleans()) else ("", "")
    return Month(
        label="sept",
        total=total,
        total_text=texts[0],
        highlighted=highlighted,
        highlighted_text=texts[1],
        before=draw(COUNTS),
        **{look: draw(st.booleans()) for look in ("pale", "hollow", "unknown", "clear", "part", "highlight")},
    )


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """Draw a run of some months, each third of them named, any of them numbered, with gaps."""
    counts = draw(st.lists(COUNTS | st.none(), min_size=3, max_size=24))
    low, centre, high = sorted((draw(COUNTS), draw(COUNTS), draw(COUNTS)))
    usual = draw(st.none() | st.just((low, high)))
    points = tuple(
        RunPoint(
            label="sept" if left % 3 == 0 else "",
            year="2025" if left > 5 else "2026",
            total=total,
            text=draw(st.sampled_from(["", f"{total or 0:,}", f"({total or 0:,})"])),
            highlighted=draw(st.integers(0, total or 0)),
            centre=centre if usual and total is not None else None,
            usual=usual if total is not None else None,
            whole=total is not None and draw(st.booleans()),
            standing=draw(st.sampled_from(["plain", "own", "before", "outside"])),
        )
        for left, total in zip(range(len(counts) - 1, -1, -1), counts, strict=True)
    )
    return Run(
        heading="Per måned",
        legend=draw(LEGENDS),
        points=points,
    )


MONTHS = st.builds(
    Months, heading=LABELS, legend=LEGENDS, months=st.lists(months(), min_size=4, max_size=12).map(tuple)
)
SMALL = st.lists(MONTHS, min_size=1, max_size=9).map(tuple)
CHARTS = st.builds(
    Chart,
    title=LABELS,
    subtitle=st.lists(LABELS, max_size=4).map("\n".join),
    legend=LEGENDS,
    names=st.builds(ColumnNames, count=st.just("antall"), share=st.just("andel"), before=st.just("(året før)")),
    months=st.none() | MONTHS,
    run=st.none() | runs(),
    panels=st.lists(panels(), max_size=12).map(tuple),
    more=st.just("og {n} til"),
    more_panels=st.just("{n} spørsmål til står i teksten"),
    footer=LABELS | LABELS.map("{}\nTallene er ikke kontrollert.".format),
    hollow=st.booleans(),
    wide=st.booleans(),
    elsewhere=st.integers(0, 3),
)


@given(chart=CHARTS | st.builds(lambda chart, small: chart.model_copy(update={"multiples": small}), CHARTS, SMALL))
@settings(max_examples=60, deadline=None)
def test_nothing_runs_over_the_edge_no_texts_overlap_and_all_can_be_read_on_a_phone(chart: Chart) -> None:
    shapes = arrange(chart, measure)

    page, high = page_of(chart), height(chart, shapes)
    assert high <= page.height
    assert over_the_edge(shapes, high, page.width) == []
    assert overlapping_texts(shapes) == []
    assert too_small(shapes) == []


def _panel(heading: str, counts: range, *, unknown: bool = False) -> Panel:
    every = [
        Bar(label=f"{heading} {count}", value=count / 100, count="", share="", before=None, before_text="")
        for count in counts
    ]
    last = Bar(label="Ikke kjent", value=0, count="0", share="", before=None, before_text="", unknown=True)
    return Panel(heading=heading, note="", bars=(*every, *([last] if unknown else [])))


def _chart(*panels: Panel, footer: str = "", wide: bool = False) -> Chart:
    return Chart(
        title="Tittel",
        subtitle="",
        panels=panels,
        more="og {n} til",
        more_panels="{n} spørsmål til står i teksten",
        footer=footer,
        wide=wide,
    )


def _texts(*panels: Panel) -> list[str]:
    return [shape.text for shape in arrange(_chart(*panels), measure) if isinstance(shape, Text)]


def test_of_too_many_answers_the_ten_largest_are_drawn_and_the_others_counted_and_not_known_last() -> None:
    texts = _texts(_panel("Svar", range(24), unknown=True))

    labels = [text for text in texts if text.startswith("Svar ")]
    assert labels == [f"Svar {count}" for count in range(14, 24)]
    assert "og 14 til" in texts
    assert texts.index("Ikke kjent") > texts.index(labels[-1])


def test_of_too_many_questions_the_first_are_drawn_and_the_others_counted() -> None:
    texts = _texts(*[_panel(f"Spørsmål {number}", range(5)) for number in range(20)])

    headings = [text for text in texts if text in {f"Spørsmål {number}" for number in range(20)}]
    assert set(headings) == {f"Spørsmål {number}" for number in range(len(headings))}
    assert f"({20 - len(headings)} spørsmål til står i teksten)" in texts


@pytest.mark.parametrize("wide", [False, True])
def test_a_long_footer_takes_as_many_lines_as_it_needs(wide: bool) -> None:
    name = "Krisesenteret for kommunene " + ", ".join(f"Nummer {number}" for number in range(12))
    panels = [_panel(f"Spørsmål {number}", range(5)) for number in range(20)]

    shapes = arrange(_chart(*panels, footer=name, wide=wide), measure)

    last = " ".join(shape.text for shape in shapes[-4:] if isinstance(shape, Text))
    assert name in last
    assert last.endswith("spørsmål til står i teksten)")


def test_bars_begin_at_zero_at_one_edge_on_one_scale() -> None:
    shapes = arrange(_chart(_panel("Ett", range(1, 4)), _panel("To", range(10, 12))), measure)

    bars = [shape for shape in shapes if isinstance(shape, Box) and shape.colour == Colour.NAVY]
    per_point = max(bar.width for bar in bars) / 11
    assert [round(bar.width / per_point) for bar in bars] == [1, 2, 3, 10, 11]
    assert len({bar.x for bar in bars}) == 1


def test_questions_that_stand_elsewhere_are_counted_in_the_footer() -> None:
    chart = _chart(_panel("Ett", range(1, 4)), footer="Senteret").model_copy(update={"elsewhere": 2})

    *_, footer = arrange(chart, measure)

    assert isinstance(footer, Text)
    assert footer.text == "Senteret (2 spørsmål til står i teksten)"


def test_a_wide_page_has_the_months_to_the_left_and_the_questions_to_the_right() -> None:
    month = Month(label="jan", total=3, total_text="3", highlighted=0, highlighted_text="", before=0)
    months = Months(heading="Per måned", months=(month,))
    chart = _chart(_panel("Ett", range(1, 4)), _panel("To", range(1, 4)), wide=True)

    shapes = arrange(chart.model_copy(update={"months": months}), measure)

    at = {shape.text: shape.x for shape in shapes if isinstance(shape, Text)}
    assert at["Per måned"] == MARGIN
    assert at["Ett"] == at["To"] > page_of(chart).width / 2


def test_a_wide_page_with_months_and_a_short_question_has_room_for_both() -> None:
    month = Month(label="jan", total=3, total_text="3", highlighted=0, highlighted_text="", before=0)
    months = Months(heading="Per måned", months=(month,) * 12)
    chart = _chart(_panel("Ett", range(1, 2)), wide=True)

    words = {"title": "Tittel " * 45, "subtitle": "a\nb\nc\nd", "legend": (Key(sign="now", text="2026"),)}
    shapes = arrange(chart.model_copy(update={"months": months, **words}), measure)

    assert over_the_edge(shapes, page_of(chart).height, page_of(chart).width) == []
    assert overlapping_texts(shapes) == []
