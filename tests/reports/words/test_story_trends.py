"""What is said of shares and totals that have moved for years."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import Summary, summarise
from reports.words.language import Code, Language
from reports.words.story import story
from reports.words.wording import Wording
from storage.figures.history import TOTAL, PrintedFigure
from tests.example_forms import CALL
from tests.reports.summaries import CRISIS, PLAIN, TODAY, counted_year, months, printed_year, summary_rows


def _said(of: Summary, code: Code = "nb") -> list[str]:
    return [sentence.replace("\xa0", " ") for sentence in story(Wording(of, Language(code)))]


def _years(health: Mapping[int, int | Decimal], code: Code = "nb") -> list[str]:
    """Say the trend of the health services' calls, of 900 a year, or of what earlier reports print."""
    counted = {
        year: [
            *months((f"{year}-01", n), answers={**PLAIN, "agency": "health"}),
            *months((f"{year}-12", 900 - n)),
        ]
        for year, n in health.items()
        if isinstance(n, int)
    }
    years = [
        counted_year(str(year), counted[year])
        if year in counted
        else printed_year(str(year), {("agency", "health"): PrintedFigure(percent=Decimal(n), base=900)})
        for year, n in health.items()
        if year < 2025
    ]
    rows = [row for year in counted.values() for row in year]
    told = summarise(CALL, Period.named("2025"), TODAY, replace(summary_rows("2025", rows), years=years))
    return [sentence for sentence in _said(told, code) if sentence.lower().startswith(("helsev", "the health"))]


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ({2023: 126, 2024: 90, 2025: 62}, "Helsevesenet har gått ned hvert år siden 2023: 14, 10 og 7 %."),
        ({2022: 126, 2023: 80, 2024: 98, 2025: 62}, "Helsevesenet har gått ned siden 2022: 14, 9, 11 og 7 %."),
        ({2023: 62, 2024: 90, 2025: 126}, "Helsevesenet har gått opp hvert år siden 2023: 7, 10 og 14 %."),
        ({2022: 62, 2023: 98, 2024: 80, 2025: 126}, "Helsevesenet har gått opp siden 2022: 7, 11, 9 og 14 %."),
        (
            {2023: Decimal("14.0"), 2024: 90, 2025: 62},
            "Helsevesenet har gått ned hvert år siden 2023: 14,0, 10 og 7 %.",
        ),
        ({2023: 126, 2024: 62, 2025: 2}, "Helsevesenet har gått ned hvert år siden 2023: 14, 7 og under 1 %."),
    ],
)
def test_a_share_that_has_moved_for_years_is_told_by_its_steps(
    years: Mapping[int, int | Decimal], said: str
) -> None:
    assert _years(years) == [said]


def test_the_highlighted_calls_have_trends_too() -> None:
    rows = [
        row
        for year, crises in ((2023, 62), (2024, 90), (2025, 126))
        for row in (
            *months((f"{year}-01", crises), answers=CRISIS),
            *months((f"{year}-12", 900 - crises)),
        )
    ]
    years = [counted_year(year, rows) for year in ("2023", "2024")]

    told = summarise(CALL, Period.named("2025"), TODAY, replace(summary_rows("2025", rows), years=years))

    assert "Krisetelefoner har gått opp hvert år siden 2023: 7, 10 og 14 %." in _said(told)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nn", "Helsevesenet har gått ned kvart år sidan 2023: 14, 10 og 7 %."),
        ("en", "The health services: down every year since 2023: 14, 10 and 7%."),
    ],
)
def test_a_trend_is_told_in_the_other_languages(code: Code, said: str) -> None:
    assert _years({2023: 126, 2024: 90, 2025: 62}, code) == [said]


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        ((700, 800, 900), "Samtalene har gått opp hvert år siden 2023: 700, 800 og 900."),
        ((1100, 1000, 900), "Samtalene har gått ned hvert år siden 2023: 1 100, 1 000 og 900."),
    ],
)
def test_a_total_that_has_moved_for_years_is_told_by_its_steps(totals: tuple[int, int, int], said: str) -> None:
    first, second, last = totals
    years = [
        printed_year(name, {TOTAL: PrintedFigure(total)}) for name, total in (("2023", first), ("2024", second))
    ]
    rows = replace(summary_rows("2025", months(("2025-01", last - 1), ("2025-12", 1))), years=years)

    assert _said(summarise(CALL, Period.named("2025"), TODAY, rows)) == [said]
