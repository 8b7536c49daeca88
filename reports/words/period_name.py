"""What a period is called."""

from reports.analysis.period import Period
from reports.words.language import Language


def period_name(period: Period, language: Language) -> str:
    """Name a period: `oktober 2026`, `2. tertial 2026`, `2026`."""
    if period.kind == "tertial":
        return language.text("tertial {number} of {year}", number=period.tertial, year=period.first.year)
    return language.month(period.name) if period.kind == "month" else period.name
