"""What titles of pages say: trends by where they began and ended, else clear changes, else nothing."""

from dataclasses import replace

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import summarise
from reports.words.findings import changes_in, moved_over_years, total_over_years
from reports.words.language import Code, Language
from reports.words.wording import Wording
from tests.example_forms import CALL
from tests.reports.summaries import PLAIN, TODAY, counted_year, months, summary_rows

AGENCY, CALLER = CALL.by_key["agency"], CALL.by_key["caller"]


def _told(health: dict[int, int], totals: int | dict[int, int] = 900, code: Code = "nb") -> Wording:
    """Tell 2025 after years in which so many calls came from the health services, of so many in all."""
    counted = {}
    for year, n in health.items():
        total = totals if isinstance(totals, int) else totals[year]
        counted[year] = [
            *months((f"{year}-01", n), answers={**PLAIN, "agency": "health"}),
            *months((f"{year}-12", total - n)),
        ]
    years = [counted_year(str(year), rows) for year, rows in counted.items() if year < 2025]
    rows = [row for year in counted.values() for row in year]
    told = summarise(CALL, Period.named("2025"), TODAY, replace(summary_rows("2025", rows), years=years))
    return Wording(told, Language(code))


@pytest.mark.parametrize(
    ("health", "code", "said"),
    [
        ({2023: 126, 2024: 90, 2025: 62}, "nb", "Helsevesenet: ned hvert år, fra 14 % i 2023 til 7 %"),
        ({2023: 126, 2024: 90, 2025: 62}, "nn", "Helsevesenet: ned kvart år, frå 14 % i 2023 til 7 %"),
        ({2023: 126, 2024: 90, 2025: 62}, "en", "The health services: down every year, from 14% in 2023 to 7%"),
        ({2022: 126, 2023: 80, 2024: 98, 2025: 62}, "nb", "Helsevesenet: ned fra 14 % i 2022 til 7 %"),
        ({2024: 126, 2025: 62}, "nb", "NAV opp fra 86 % til 93 %, helsevesenet halvert fra 14 % til 7 %"),
        ({2023: 90, 2024: 90, 2025: 90}, "nb", ""),
    ],
)
def test_a_question_s_page_is_titled_by_its_trend_or_else_its_clear_change(
    health: dict[int, int], code: Code, said: str
) -> None:
    found = moved_over_years(_told(health, code=code), AGENCY).replace("\xa0", " ")

    assert said in found if said else found == ""


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        ({2023: 500, 2024: 700, 2025: 900}, "Samtaler: opp hvert år, fra 500 i 2023 til 900"),
        ({2024: 500, 2025: 900}, "Tydelig flere samtaler i 2025: 900, mot 500 året før"),
        ({2024: 900, 2025: 905}, ""),
    ],
)
def test_the_page_of_years_is_titled_by_the_trend_of_the_total_or_else_its_clear_change(
    totals: dict[int, int], said: str
) -> None:
    words = _told(dict.fromkeys(totals, 50), totals)

    assert total_over_years(words).replace("\xa0", " ") == said


def test_only_changes_of_the_questions_asked_for_are_told() -> None:
    words = _told({2024: 126, 2025: 62})

    assert "helsevesenet halvert" in changes_in(words, [AGENCY])
    assert changes_in(words, [CALLER]) == ""
