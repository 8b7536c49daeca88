import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.pictures.chart import Bar, Chart, Month, Months, Panel, Run, RunPoint
from reports.pictures.layout import HEIGHT, arrange
from reports.pictures.shapes import Box, Text
from tests.reports.drawn import measure, over_the_edge, overlapping_texts

LABELS = st.text(st.sampled_from("abcdefgh WÅ-"), min_size=1, max_size=80).filter(str.strip)
COUNTS = st.integers(0, 20_000)
SHARES = st.floats(0, 1)


@st.composite
def bars(draw: st.DrawFn, *, grey: bool = False) -> Bar:
    """Draw a bar with the texts its numbers have; of a year before a count alone may be known."""
    count = draw(COUNTS)
    text = f"{count:,} · 99 %" if draw(st.booleans()) and not grey else f"{count:,}"
    before, before_text = draw(st.none() | SHARES), draw(st.sampled_from(["", "(99,9 %)", "(20,000)"]))
    return Bar(
        label=draw(LABELS), value=draw(SHARES), text=text, before=before, before_text=before_text, grey=grey
    )


@st.composite
def panels(draw: st.DrawFn) -> Panel:
    """Draw a question of up to thirty options."""
    known = draw(st.lists(bars(), min_size=1, max_size=30))
    unknown = draw(st.lists(bars(grey=True), max_size=1))
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
        **{look: draw(st.booleans()) for look in ("pale", "hollow", "grey", "part")},
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
        total="samtaler",
        highlighted=draw(st.just("") | LABELS),
        centre="forventet" if usual else "",
        usual="vanlig svingning" if usual else "",
        outside=draw(st.just("") | st.just("utenfor")),
        points=points,
    )


CHARTS = st.builds(
    Chart,
    title=LABELS,
    subtitle=st.lists(LABELS, max_size=4).map("\n".join),
    legend=st.just("") | LABELS,
    months=st.none()
    | st.builds(
        Months,
        heading=st.just("Siste tolv måneder"),
        total=st.just("samtaler"),
        highlighted=st.just("") | LABELS,
        before=st.just("") | st.just("året før"),
        months=st.lists(months(), min_size=4, max_size=12).map(tuple),
    ),
    run=st.none() | runs(),
    panels=st.lists(panels(), max_size=12).map(tuple),
    more=st.just("og {n} til"),
    more_panels=st.just("{n} spørsmål til står i teksten"),
    footer=st.just("Tallene er ikke kontrollert.") | LABELS,
    hollow=st.booleans(),
)


@given(chart=CHARTS)
@settings(max_examples=50, deadline=None)
def test_nothing_runs_over_the_edge_and_no_texts_overlap(chart: Chart) -> None:
    shapes = arrange(chart, measure)

    assert over_the_edge(shapes, HEIGHT) == []
    assert overlapping_texts(shapes) == []


def _panel(heading: str, counts: range, *, unknown: bool = False) -> Panel:
    every = [
        Bar(
            label=f"{heading} {count}",
            value=count / 100,
            text=str(count),
            before=None,
            before_text="",
            grey=False,
        )
        for count in counts
    ]
    grey = Bar(label="Ikke kjent", value=0, text="0", before=None, before_text="", grey=True)
    return Panel(heading=heading, note="", bars=(*every, *([grey] if unknown else [])))


def _chart(*panels: Panel, footer: str = "", cropped: bool = False) -> Chart:
    return Chart(
        title="Tittel",
        subtitle="",
        legend="",
        months=None,
        panels=panels,
        more="og {n} til",
        more_panels="{n} spørsmål til står i teksten",
        footer=footer,
        cropped=cropped,
    )


def _texts(*panels: Panel) -> list[str]:
    return [shape.text for shape in arrange(_chart(*panels), measure) if isinstance(shape, Text)]


def test_of_too_many_answers_the_largest_are_drawn_in_the_form_s_order_and_not_known_last() -> None:
    texts = _texts(_panel("Svar", range(30), unknown=True))

    labels = [text for text in texts if text.startswith("Svar ")]
    assert labels == [f"Svar {count}" for count in range(30 - len(labels), 30)]
    assert 10 < len(labels) < 30
    assert f"og {30 - len(labels)} til" in texts
    assert texts.index("Ikke kjent") > texts.index(labels[-1])


def test_of_too_many_questions_the_first_are_drawn_and_the_others_counted() -> None:
    texts = _texts(*[_panel(f"Spørsmål {number}", range(5)) for number in range(20)])

    headings = [text for text in texts if text in {f"Spørsmål {number}" for number in range(20)}]
    assert set(headings) == {f"Spørsmål {number}" for number in range(len(headings))}
    assert f"({20 - len(headings)} spørsmål til står i teksten)" in texts


@pytest.mark.parametrize("cropped", [False, True])
def test_a_long_footer_takes_as_many_lines_as_it_needs(cropped: bool) -> None:
    name = "Krisesenteret for kommunene " + ", ".join(f"Nummer {number}" for number in range(12))
    panels = [_panel(f"Spørsmål {number}", range(5)) for number in range(20)]

    shapes = arrange(_chart(*panels, footer=name, cropped=cropped), measure)

    last = " ".join(shape.text for shape in shapes[-3:] if isinstance(shape, Text))
    assert name in last
    assert last.endswith("spørsmål til står i teksten)")


def test_bars_begin_at_zero_on_one_scale() -> None:
    chart_bars = [
        shape
        for panel in (_panel("Ett", range(1, 4)), _panel("To", range(10, 12)))
        for shape in arrange(_chart(panel, _panel("Mål", range(11, 12))), measure)
        if isinstance(shape, Box) and shape.width
    ]

    per_point = max(bar.width for bar in chart_bars) / 11
    assert {round(bar.width / per_point) for bar in chart_bars} == {1, 2, 3, 10, 11}
    assert {bar.x for bar in chart_bars} == {48, 664}
