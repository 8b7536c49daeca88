from datetime import date

import pytest

from reports.analysis.period import NotAPeriod
from reports.analysis.period_parser import parse_period

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "2026-03"),
        ("2016", "2016"),
        ("2016-07", "2016-07"),
        ("2016-T2", "2016-T2"),
        ("2016-t2", "2016-T2"),
        ("T2 2016", "2016-T2"),
        ("2. tertial 2016", "2016-T2"),
        ("tertial 2 2016", "2016-T2"),
        ("juli 2016", "2016-07"),
        ("JULI  2016", "2016-07"),
        ("July 2016", "2016-07"),
        ("desember 2016", "2016-12"),
        ("December 2016", "2016-12"),
        ("okt. 2016", "2016-10"),
        ("okt 2016", "2016-10"),
        ("Oct 2016", "2016-10"),
        ("mars", "2026-03"),
        ("april", "2025-04"),
        ("forrige måned", "2026-02"),
        ("Forrige Måned", "2026-02"),
        ("førre månad", "2026-02"),
        ("last month", "2026-02"),
        ("denne måneden", "2026-03"),
        ("denne månaden", "2026-03"),
        ("this month", "2026-03"),
        ("forrige tertial", "2025-T3"),
        ("dette tertialet", "2026-T1"),
        ("i fjor", "2025"),
        ("last year", "2025"),
        ("i år", "2026"),
        ("hittil i år", "2026"),
        ("så langt i år", "2026"),
        ("so far this year", "2026"),
        ("2. tertial", "2025-T2"),
        ("T1", "2026-T1"),
        ("dette året", "2026"),
    ],
)
def test_a_period_is_understood_in_all_three_languages(text: str, name: str) -> None:
    assert parse_period(text, today=TODAY).name == name


@pytest.mark.parametrize(
    "text",
    [
        "i går",
        "2016-13",
        "juli 16",
        "juli 2016 takk",
        "juli 1850",
        "13 2016",
        "t4 2016",
        "juli ²⁰¹⁶",
        "forrige",
        "١٢",
    ],
)
def test_what_is_not_understood_is_answered_with_the_forms_that_work(text: str) -> None:
    with pytest.raises(NotAPeriod) as caught:
        parse_period(text, today=TODAY)

    assert str(caught.value).endswith("These work: 2026, 2026-07, 2026-T2, July 2026, last month.")


def test_what_was_written_is_not_repeated() -> None:
    with pytest.raises(NotAPeriod) as caught:
        parse_period("Kari Nordmann", today=TODAY)

    assert "Kari" not in str(caught.value)


@pytest.mark.parametrize("text", ["2027", "2026-04", "april 2026", "2026-T2"])
def test_a_period_that_has_not_begun_is_no_period_yet(text: str) -> None:
    with pytest.raises(NotAPeriod, match="has not begun"):
        parse_period(text, today=TODAY)
