"""Every fact of the seed report, for the year itself and for earlier years."""

from typing import Final

from tests.year_2016 import call_facts, consultation_facts, stay_facts
from tests.year_2016.child_facts import CHILD_FACTS
from tests.year_2016.fact import Fact

FACTS: Final = (
    *call_facts.CALL_FACTS,
    *stay_facts.HOUSE_FACTS,
    *stay_facts.STAY_FACTS,
    *CHILD_FACTS,
    *consultation_facts.CONSULTATION_FACTS,
)
SEASONS: Final = (*call_facts.SEASONS, *stay_facts.SEASONS, *consultation_facts.SEASONS)


def facts_of(register: str, *, year: int = 2016) -> tuple[Fact, ...]:
    """Return what is told of a register in a year."""
    return tuple(fact for fact in FACTS if fact.register == register and fact.year == year)
