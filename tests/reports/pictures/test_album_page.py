import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.pictures.album_page import AlbumBar, AlbumBars
from reports.pictures.chart import Key
from reports.words.language import Code, Language
from reports.words.limits import Limits, units
from reports.words.wording import Wording
from tests.reports.summaries import CODES, LIMITS, worded

JULY = AlbumBar("jul", "jul", 98)
COUNTS = st.none() | st.integers(0, 20_000)
BARS = st.builds(
    AlbumBar, name=st.just("jul"), label=st.just("jul"), now=COUNTS, before=COUNTS, highlighted=COUNTS
)
ROWS = st.lists(st.tuples(st.text("abc ", min_size=1, max_size=60), st.lists(BARS, max_size=12)), max_size=30)


@cache
def _words(code: Code = "nb") -> Wording:
    return worded("2026-T2", [], code)


def _bars(*rows: tuple[str, list[AlbumBar]], across: bool = False) -> AlbumBars:
    return AlbumBars("Hvem ringte", rows, across=across)


@pytest.mark.parametrize(
    ("now", "highlighted", "before", "said"),
    [
        (98, None, None, "jul 98"),
        (98, None, 90, "jul 98 (90)"),
        (98, 12, None, "jul 98/12"),
        (98, 0, 0, "jul 98/0 (0)"),
        (0, None, None, "jul 0"),
        (1234, None, 1200, "jul 1 234 (1 200)"),
    ],
)
def test_a_bar_is_told_with_its_highlighted_calls_and_the_year_before(
    now: int, highlighted: int | None, before: int | None, said: str
) -> None:
    told = AlbumBar("jul", "", now, before, highlighted).told(Language("nb"))

    assert told.replace("\xa0", " ") == said


@pytest.mark.parametrize(
    ("now", "highlighted", "texts"),
    [(98, 12, ("98", "12")), (98, None, ("98", "")), (0, 0, ("0", "0")), (None, None, ("", ""))],
)
def test_a_zero_is_drawn_as_a_number_and_a_gap_without_one(
    now: int | None, highlighted: int | None, texts: tuple[str, str]
) -> None:
    month = AlbumBar("juli 2026", "jul", now, 90, highlighted).drawn(Language("nb"))

    assert (month.label, month.total, month.highlighted, month.before) == ("jul", now or 0, highlighted or 0, 90)
    assert (month.total_text, month.highlighted_text) == texts


def test_a_text_stands_in_the_place_of_the_number_in_the_picture_and_its_caption() -> None:
    share = AlbumBar("2024:", "’24", 315, text="31,5")

    assert (share.drawn(Language("nb")).total, share.drawn(Language("nb")).total_text) == (315, "31,5")
    assert share.told(Language("nb")) == "2024: 31,5"


LOOKS = ("pale", "hollow", "unknown", "clear", "part", "highlight")


@pytest.mark.parametrize("look", LOOKS)
def test_a_bar_is_drawn_as_it_says(look: str) -> None:
    looks: Any = {look: True}

    month = replace(JULY, **looks).drawn(Language("nb"))

    assert [name for name in LOOKS if getattr(month, name)] == [look]


@pytest.mark.parametrize(
    ("counts", "empty"), [([], True), ([0, 0], True), ([None], True), ([0, 1], False), ([None, 3], False)]
)
def test_a_page_is_empty_where_all_its_bars_are_zero_or_gaps(counts: list[int | None], *, empty: bool) -> None:
    page = _bars(("Kvinne", [AlbumBar("jul", "jul", 0)]), ("Mann", [AlbumBar("jul", "jul", n) for n in counts]))

    assert page.empty == empty


def test_the_rows_are_drawn_and_told_under_their_labels() -> None:
    rows = ("Kvinne", [JULY, AlbumBar("aug", "aug", 80)]), ("Mann", [JULY])

    keys = (Key(sign="before", text="2025"), Key(sign="part", text=""))
    bars = replace(_bars(*rows), legend=keys, told="I parentes: 2025")

    page = bars.page(_words(), LIMITS, "Senteret")

    assert page.chart.months is None
    assert [months.heading for months in page.chart.multiples] == ["Kvinne", "Mann"]
    assert [[bar.total for bar in months.months] for months in page.chart.multiples] == [[98, 80], [98]]
    assert (page.chart.title, page.chart.subtitle, page.chart.legend) == ("Hvem ringte", "", keys[:1])
    assert page.text == "Hvem ringte\nI parentes: 2025\n\nKvinne: jul 98 · aug 80\nMann: jul 98"


def test_a_row_across_the_page_has_no_label() -> None:
    page = _bars(("", [JULY]), across=True).page(_words(), LIMITS, "")

    assert page.chart.multiples == ()
    assert page.chart.months
    assert page.chart.months.heading == ""
    assert page.text == "Hvem ringte\n\njul 98"


def test_what_a_page_shows_is_its_title_and_what_it_holds_stands_below() -> None:
    page = replace(_bars(("", [JULY]), across=True), finding="Kvinner opp til 40 %").page(_words(), LIMITS, "")

    assert (page.chart.title, page.chart.subtitle) == ("Kvinner opp til 40 %", "Hvem ringte")
    assert page.text == "Kvinner opp til 40 %\nHvem ringte\n\njul 98"


def test_a_gap_is_left_out_of_the_caption_but_keeps_its_place_in_the_picture() -> None:
    page = _bars(("Kvinne", [AlbumBar("jun", "jun", None), JULY])).page(_words(), LIMITS, "")

    assert page.text.endswith("\nKvinne: jul 98")
    assert [bar.label for bar in page.chart.multiples[0].months] == ["jun", "jul"]


@pytest.mark.parametrize(
    ("centre", "footer"),
    [
        ("Senteret", "Senteret · ikke til publisering\nTallene er ikke kontrollert. Små tall svinger."),
        ("", "ikke til publisering\nTallene er ikke kontrollert. Små tall svinger."),
    ],
)
def test_the_centre_stands_at_the_foot_before_the_reservation(centre: str, footer: str) -> None:
    assert _bars(("", [JULY]), across=True).page(_words(), LIMITS, centre).chart.footer == footer


@given(rows=ROWS, code=st.sampled_from(CODES))
@settings(deadline=None)
def test_a_caption_is_never_longer_than_its_limit(rows: list[tuple[str, list[AlbumBar]]], code: Code) -> None:
    page = _bars(*rows).page(_words(code), Limits(caption=300, text=300), "")

    assert units(page.text) <= 300


@given(rows=ROWS, code=st.sampled_from(CODES))
@settings(deadline=None)
def test_every_number_over_a_bar_stands_in_a_caption_that_has_room(
    rows: list[tuple[str, list[AlbumBar]]], code: Code
) -> None:
    page = _bars(*rows).page(_words(code), Limits(caption=100_000, text=100_000), "")

    drawn = {bar.total_text for months in page.chart.multiples for bar in months.months} - {""}
    assert drawn <= set(re.findall(r"\d+(?:[\xa0,]\d{3})*", page.text))
