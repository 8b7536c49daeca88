from datetime import date

import pytest
from hypothesis import given
from hypothesis.strategies import dates, sampled_from

from reports.analysis.period import NotAPeriod, Period
from reports.analysis.period_parser import parse_period, reported_period

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
        ("07.2025", "2025-07"),
        ("7/2025", "2025-07"),
        ("2025/07", "2025-07"),
        ("jul 25", "2025-07"),
        ("juli 16", "2016-07"),
        ("1. kvartal 2025", "2025-Q1"),
        ("Q3 2025", "2025-Q3"),
        ("2nd quarter 2025", "2025-Q2"),
        ("4. kvartal", "2025-Q4"),
        ("forrige kvartal", "2025-Q4"),
        ("siste 12 måneder", "2025-03-01--2026-02-28"),
        ("dei siste 12 månadene", "2025-03-01--2026-02-28"),
        ("the last 2 months", "2026-01-01--2026-02-28"),
        ("siste 1 mnd.", "2026-02"),
        ("1.3.–15.4.2025", "2025-03-01--2025-04-15"),
        ("1.3.2025 - 15.4.2025", "2025-03-01--2025-04-15"),
        ("01.03.25 til 15.04.25", "2025-03-01--2025-04-15"),
        ("1. mars–15. april 2025", "2025-03-01--2025-04-15"),
        ("1 March to 15 April 2025", "2025-03-01--2025-04-15"),
        ("1.–15. april 2025", "2025-04-01--2025-04-15"),
        ("1.12.–31.1.2026", "2025-12-01--2026-01-31"),
        ("1.12.–31.1.", "2025-12-01--2026-01-31"),
        ("1.3.2025–15.4.", "2025-03-01--2025-04-15"),
        ("1.4.–15.4.", "2025-04-01--2025-04-15"),
        ("2025-03-01–2025-04-15", "2025-03-01--2025-04-15"),
        ("12.3.2025", "2025-03-12--2025-03-12"),
        ("mars–mai 2025", "2025-03-01--2025-05-31"),
        ("jan–mar 2025", "2025-Q1"),
        ("1.1.–30.4.2025", "2025-T1"),
        ("1.1.–31.12.2025", "2025"),
        ("1.2.2024–29.2.2024", "2024-02"),
        ("29.2.", "2024-02-29--2024-02-29"),
        ("1.12.2025–15.1.", "2025-12-01--2026-01-15"),
        ("feb–apr", "2026-02-01--2026-04-30"),
        ("jan–apr", "2026-T1"),
        ("2025-03-12", "2025-03-12--2025-03-12"),
        ("i går", "2026-03-13--2026-03-13"),
        ("today", "2026-03-14--2026-03-14"),
        ("sept. 2025", "2025-09"),
        ("siste måned", "2026-02"),
        ("siste tolv måneder", "2025-03-01--2026-02-28"),
        ("siste kvartal", "2025-Q4"),
        ("hele fjoråret", "2025"),
        ("andre tertial i fjor", "2025-T2"),
        ("første kvartal", "2026-Q1"),
        ("third quarter last year", "2025-Q3"),
        ("fra 1. mars til 15. april 2025", "2025-03-01--2025-04-15"),
        ("frå mars til mai 2025", "2025-03-01--2025-05-31"),
        ("from 2025-03-01 to 2025-04-15", "2025-03-01--2025-04-15"),
    ],
)
def test_a_period_is_understood_in_all_three_languages(text: str, name: str) -> None:
    assert parse_period(text, today=TODAY).name == name


@pytest.mark.parametrize(
    "text",
    [
        "uke 10",
        "fra mars",
        "fra 2016-03",
        "fra 2016-03-01",
        "1.0.2016",
        "1.3.–15.0.2016",
        "siste år",
        "mars tolv",
        "0.5.2016",
        "31.12.9999",
        "2016-13",
        "31.2.2016",
        "1.3.2017–15.4.2016",
        "siste 0 måneder",
        "22 33 44 55",
        "1.",
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

    assert str(caught.value).endswith("last month, last 12 months, 1.3.–15.4.2026.")


def test_for_a_report_only_what_it_can_be_about_is_offered() -> None:
    with pytest.raises(NotAPeriod) as caught:
        reported_period("tull", today=TODAY)

    assert str(caught.value).endswith("These work: 2026, 2026-07, 2026-T2, July 2026, last month.")


def test_what_was_written_is_not_repeated() -> None:
    with pytest.raises(NotAPeriod) as caught:
        parse_period("Kari Nordmann", today=TODAY)

    assert "Kari" not in str(caught.value)


@pytest.mark.parametrize(("text", "today"), [("nov–feb", date(2026, 12, 20)), ("1.2.–29.2.", date(2024, 3, 5))])
def test_without_a_year_the_last_that_has_begun_is_meant(text: str, today: date) -> None:
    period = parse_period(text, today=today)

    assert period.first <= today
    assert period.first.replace(year=period.first.year + 1) > today


@pytest.mark.parametrize("text", ["2027", "2026-04", "april 2026", "2026-T2"])
def test_a_period_that_has_not_begun_is_no_period_yet(text: str) -> None:
    with pytest.raises(NotAPeriod, match="has not begun"):
        parse_period(text, today=TODAY)


@pytest.mark.parametrize("text", ["1. kvartal 2025", "1.3.–15.4.2025", "siste 12 måneder"])
def test_a_report_is_about_nothing_but_a_month_a_tertial_or_a_year(text: str) -> None:
    with pytest.raises(NotAPeriod) as caught:
        reported_period(text, today=TODAY)

    assert str(caught.value).startswith("A report is about a month, a tertial or a year")
    assert reported_period("1.1.–30.4.2025", today=TODAY).name == "2025-T1"


@given(
    first=dates(date(2001, 1, 1), date(2026, 3, 14)),
    last=dates(date(2001, 1, 1), date(2026, 3, 14)),
    dash=sampled_from(["–", "-", " - ", " til ", " to "]),
)
def test_any_two_days_are_understood_as_they_are_written(first: date, last: date, dash: str) -> None:
    first, last = sorted((first, last))
    written = f"{first.day}.{first.month}.{first.year}{dash}{last.day}.{last.month}.{last.year}"

    period = parse_period(written, today=TODAY)

    assert (period.first, period.days.last) == (first, last)
    assert Period.named(period.name) == period
