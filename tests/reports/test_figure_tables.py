"""The tables of a period's figures: whatever its picture shows stands in one of them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reports.chapter.printed_table import printed_headings, printed_rows
from reports.figure_tables import figure_tables
from reports.pictures.card import card
from reports.pictures.chart import Chart
from reports.words.language import Code, Language
from reports.words.wording import Wording
from tests.reports.summaries import CODES, CRISIS, PLAIN, counted_year, months, summary, worded

EVERY = [f"{year}-{month:02}" for year in (2023, 2024, 2025, 2026) for month in range(1, 13)]
PRIVATE = {**PLAIN, "caller": "woman", "behalf": "self"}
CALLS = [
    *months(*[(month, 5 + place % 7) for place, month in enumerate(EVERY)], answers=CRISIS),
    *months(*[(month, 20 + place % 11) for place, month in enumerate(EVERY)], answers=PRIVATE),
]


def shown(chart: Chart) -> Iterator[str]:
    """Give the numbers that stand in a picture."""
    for panel in chart.panels:
        for bar in panel.bars:
            yield from (bar.count, bar.share, bar.before_text.strip("()"))
    for month in chart.months.months if chart.months else ():
        yield from (month.total_text, month.highlighted_text)
    for point in chart.run.points if chart.run else ():
        yield point.text.strip("()")


def cells(words: Wording) -> set[str]:
    """Return what stands in the cells of all tables."""
    return {
        cell.text
        for grid in figure_tables(words)
        for row in printed_rows(grid, words.language)
        for cell in row.cells
    }


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["2026-10", "2026-11", "2026-T2", "2025", "2026", "2026-03-01--2026-04-30"])
def test_every_number_of_the_picture_stands_in_a_table(name: str, code: Code) -> None:
    words = worded(name, CALLS, code)

    missing = set(filter(None, shown(card(words)))) - cells(words)

    assert not missing


def test_a_year_has_the_years_before_it_beside_it() -> None:
    years = [counted_year(year, CALLS) for year in ("2023", "2024")]
    words = Wording(replace(summary("2025", CALLS), years=years), Language("nb"))

    counts, shares = [grid for grid in figure_tables(words) if grid.heading.startswith("Årene")]

    assert [cell.text for cell in printed_headings(counts)] == ["Svar", "2023", "2024", "2025"]
    assert len(counts.rows) > len(shares.rows) > 0


@pytest.mark.parametrize("calls", range(5))
def test_of_few_calls_there_are_counts_alone(calls: int) -> None:
    words = worded("2026-10", months(("2026-10", calls)) if calls else [])

    assert not any("%" in text for text in cells(words))
