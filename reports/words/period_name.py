"""What a period is called."""

from reports.analysis.period import Period
from reports.words.language import Language


def period_name(period: Period, language: Language) -> str:
    """Name a period: `oktober 2026`, `1. kvartal 2026`, `2. tertial 2026`, `2026`, `1. mars–15. apr. 2026`."""
    if period.kind == "days":
        return language.days(period.first, period.days.last)
    if period.kind == "quarter":
        return language.text("quarter {number} of {year}", number=period.number, year=period.first.year)
    if period.kind == "tertial":
        return language.text("tertial {number} of {year}", number=period.number, year=period.first.year)
    return language.month(period.name) if period.kind == "month" else period.name
