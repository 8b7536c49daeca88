"""A fault's sentence with its periods and days in words."""

from datetime import date

from reports.analysis.period import Period
from reports.words.language import Language, upper_first
from reports.words.period_name import period_name
from storage.fault import Fault


def fault_said(fault: Fault, language: Language) -> str:
    """Say what went wrong: `November 2026 er ikke over; den kan publiseres fra 1. desember 2026.`."""
    facts = {name: _in_words(fact, language) for name, fact in fault.facts.items()}
    return upper_first(Fault(fault.message, **facts).sentence(language.text))


def _in_words(fact: object, language: Language) -> object:
    if isinstance(fact, Period):
        return period_name(fact, language)
    return language.full_date(fact) if isinstance(fact, date) else fact
