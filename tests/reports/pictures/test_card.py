import re
from collections.abc import Iterator

import pytest

from reports.pictures.card import card
from reports.pictures.chart import Chart
from reports.words.caption import caption
from reports.words.language import Code
from storage.figures.counts import AnswerCount
from tests.reports.summaries import CRISIS, LIMITS, PLAIN, months, worded

EVERY = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)]
PRIVATE = {"caller": "woman", "behalf": "self", "reason": "violence", "crisis": "no", "minority": "unknown"}
ROWS = [
    *months(*[(month, 31 + place) for place, month in enumerate(EVERY)]),
    *months(*[(month, 11 + place % 5) for place, month in enumerate(EVERY)], answers=CRISIS),
    *months(*[(month, 17 + place % 7) for place, month in enumerate(EVERY)], answers=PRIVATE),
    *[AnswerCount(month, "unspecified", {}, 2) for month in EVERY],
]
PERIODS = pytest.mark.parametrize("name", ["2026-10", "2026-T2", "2025", "2026-11", "2026"])
LANGUAGES = pytest.mark.parametrize("code", ["nb", "nn", "en"])


def _chart(name: str, rows: list[AnswerCount], code: Code = "nb") -> Chart:
    return card(worded(name, rows, code))


def _printed(chart: Chart) -> Iterator[str]:
    """Yield every text of a picture that may hold a number."""
    yield from (chart.title, chart.subtitle, chart.legend)
    for panel in chart.panels:
        yield panel.note
        for bar in panel.bars:
            yield from (bar.text, bar.before_text)
    for month in chart.months.months if chart.months else ():
        yield from (month.total_text, month.highlighted_text)
    yield from (point.text for point in (chart.run.points if chart.run else ()))


@PERIODS
@LANGUAGES
def test_every_number_in_the_picture_stands_in_the_text_too(name: str, code: Code) -> None:
    told = caption(worded(name, ROWS, code), LIMITS)

    written = set(re.findall(r"\d+", f"{told.text} {told.figures}"))
    drawn = {number for text in _printed(_chart(name, ROWS, code)) for number in re.findall(r"\d+", text)}
    assert drawn <= written


@PERIODS
def test_the_bars_are_the_tally_s(name: str) -> None:
    words = worded(name, ROWS)

    chart = card(words)

    agencies = chart.panels[2]
    tally, before = words.summary.now, words.summary.before
    assert before
    assert [bar.value for bar in agencies.bars] == list(tally.questions["agency"].options.values())
    assert [bar.before for bar in agencies.bars] == [
        before.count("agency", option) for option in tally.questions["agency"].options
    ]
    if chart.months:
        drawn = chart.months.months
        assert sum(month.total for month in drawn) == tally.total
        assert sum(month.highlighted for month in drawn) == tally.highlighted
        assert sum(month.before for month in drawn) == before.total
    else:
        assert chart.run
        own, same_before = chart.run.points[-1], chart.run.points[-13]
        assert (own.total, own.highlighted) == (tally.total, tally.highlighted)
        assert same_before.total == before.total


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("2026-T3", "sep okt nov des"),
        ("2026", "jan feb mar apr mai jun jul aug sep okt nov des"),
    ],
)
def test_the_months_drawn(name: str, labels: str) -> None:
    drawn = _chart(name, ROWS).months

    assert drawn
    assert [month.label for month in drawn.months] == labels.split()


def test_a_month_stands_at_the_end_of_24_with_the_same_month_a_year_before_beside_it() -> None:
    drawn = _chart("2026-10", ROWS).run

    assert drawn
    assert len(drawn.points) == 24
    assert [(place, point.text) for place, point in enumerate(drawn.points) if point.text] == [
        (11, "(83)"),
        (23, "102"),
    ]
    assert [point.label for point in drawn.points if point.label] == ["jan", "apr", "jul", "okt"] * 2


def test_a_month_that_has_not_begun_has_no_numbers() -> None:
    drawn = _chart("2026", ROWS).months

    assert drawn
    assert (drawn.months[11].total_text, drawn.months[11].highlighted_text) == ("", "")


def test_not_known_stands_last_and_grey() -> None:
    chart = _chart("2026-10", ROWS)

    for panel in chart.panels:
        assert [bar.grey for bar in panel.bars[:-1]] == [False] * (len(panel.bars) - 1)
    assert [panel.bars[-1].grey for panel in chart.panels] == [True, True, False, True, True]


def test_without_a_year_before_nothing_of_it_is_drawn() -> None:
    chart = _chart("2026-10", months(("2026-10", 40)))

    assert chart.legend == ""
    assert chart.run is None
    assert {bar.before_text for panel in chart.panels for bar in panel.bars} == {""}


def test_without_calls_there_is_a_title_alone() -> None:
    chart = _chart("2026-10", [])

    assert chart.title == "Ingen samtaler i\xa0oktober"
    assert (chart.subtitle, chart.months, chart.run, chart.panels, chart.footer) == ("", None, None, (), "")


def test_the_centre_stands_at_the_foot() -> None:
    words = worded("2026-10", months(("2026-10", 1), answers=PLAIN))

    assert card(words, "Krisesenteret").footer.startswith("Krisesenteret · Tallene er ikke kontrollert.")
