"""A cross table in the caption of its picture."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.words.cross_table_caption import cross_caption
from reports.words.language import Code
from reports.words.limits import Limits, units
from storage.figures.counts import AnswerCount
from tests.reports.chapters import seed_rows
from tests.reports.crossed import call, cross_words, crossed, with_many_options
from tests.reports.strategies import ROWS
from tests.reports.summaries import CODES, LIMITS

PAIRS = ["agency,crisis", "reason,also", "caller,minority", "also,reason"]


def test_a_small_table_is_told_in_one_caption_with_every_figure() -> None:
    told = cross_caption(cross_words(crossed("caller,minority", seed_rows())), LIMITS)

    assert told.figures is None
    assert told.text.replace("\u00a0", " ").splitlines() == [
        "Hvem ringte × minoritetsspråklig bakgrunn, 2016",
        "899 samtaler har svar på begge spørsmålene.",
        "",
        "Kvinne 287: Ja 141, 50 % · Nei 140, 50 % · Ikke kjent 6",
        "Mann 54: Ja 26, 50 % · Nei 26, 50 % · Ikke kjent 2",
        "Hjelpeapparatet 558: Ja 273, 50 % · Nei 273, 50 % · Ikke kjent 12",
        "Ikke kjent 0: Ja 0 · Nei 0 · Ikke kjent 0",
        "I alt 899: Ja 440, 50 % · Nei 439, 50 % · Ikke kjent 20",
        "",
        "Prosentene er andeler av raden, blant kjente svar.",
        "Tallene er ikke kontrollert. Små tall svinger.",
    ]


def test_a_large_table_has_a_headline_and_its_figures_in_a_second_text() -> None:
    told = cross_caption(cross_words(crossed("agency,reason", seed_rows())), LIMITS)

    assert told.figures
    assert "341\u00a0samtaler har svar på bare ett av dem, og er ikke med i tabellen." in told.text
    assert told.text.endswith("Alle tallene står i neste melding.")
    assert "Barnevernet" not in told.text
    assert "Politi 90: Konkret om vold 22, 24\u00a0% · " in told.figures


@given(rows=ROWS, pair=st.sampled_from(PAIRS), code=st.sampled_from(CODES))
@settings(deadline=None)
def test_no_text_is_longer_than_a_chat_takes(rows: list[AnswerCount], pair: str, code: Code) -> None:
    told = cross_caption(cross_words(crossed(pair, rows, period="2025"), code), LIMITS)

    assert units(told.text) <= LIMITS.caption
    assert units(told.figures or "") <= LIMITS.text


def test_a_table_of_many_options_fits_as_well() -> None:
    rows = [
        AnswerCount("2016-01", "registered", {"agency": f"a{n}", "reason": f"r{other}"}, 10_000 + n * other)
        for n in range(20)
        for other in range(20)
    ]

    told = cross_caption(cross_words(crossed("agency,reason", rows, with_many_options(20))), LIMITS)

    assert units(told.text) <= LIMITS.caption
    assert told.figures
    assert units(told.figures) <= LIMITS.text
    assert "\nI alt 4\u00a0" in told.figures


@given(rows=ROWS, pair=st.sampled_from(PAIRS))
@settings(deadline=None)
def test_every_figure_of_the_table_is_told(rows: list[AnswerCount], pair: str) -> None:
    table = crossed(pair, rows, period="2025")
    words = cross_words(table)

    told = cross_caption(words, Limits(100_000, 100_000)).text

    numbers = re.findall(r"\d[\d\u00a0]*", told)
    for row in table.rows.lines if table.total else ():
        counts = [table.rows.total(row), *(table.count(row, column) for column in table.columns.lines)]
        assert {words.language.number(count) for count in counts} <= {number.strip("\u00a0") for number in numbers}


def test_notices_stand_before_what_the_figures_are_of() -> None:
    words = cross_words(crossed("caller,crisis", seed_rows()))

    told = cross_caption(words, LIMITS, ["Du ba om november."]).text

    assert "\n\nDu ba om november.\nProsentene er andeler av raden, blant kjente svar.\n" in told


def test_of_a_table_that_holds_nothing_just_that_is_said() -> None:
    words = cross_words(crossed("agency,behalf", [call(3, agency="nav")]))

    assert cross_caption(words, LIMITS).text.replace("\u00a0", " ") == (
        "Instans × på vegne av, 2016\n"
        "0 samtaler har svar på begge spørsmålene."
        " 3 samtaler har svar på bare ett av dem, og er ikke med i tabellen."
    )
