"""A line of years in words."""

from collections.abc import Sequence

from reports.analysis.house_years import HouseYear
from reports.statements.years import YearStatement
from reports.words.wording import Wording


def year_name(words: Wording, year: YearStatement | HouseYear) -> str:
    """Say `2025`, of a year that is not over `til 23. nov. 2026`."""
    if not year.part:
        return year.period.name
    day = words.language.day_of_month_short(words.summary.now.days.last)
    return words.language.text("to {day} {year}", day=day, year=year.period.name)


def years_from_reports(words: Wording, years: Sequence[YearStatement | HouseYear]) -> str:
    """Say which of the years an earlier report tells of; empty where none does."""
    typed = words.language.listed([year.period.name for year in years if year.typed])
    return words.language.text("From earlier reports: {years}", years=typed) if typed else ""
