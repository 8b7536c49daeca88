"""What the seed report tells of the telephone calls in; the year of calls itself is the seed year."""

from typing import Final

from tests.year_2016.fact import Fact, Season, shares

BASE: Final = 899

CALL_FACTS: Final = (
    Fact(None, "call", "outcome", ("registered",), "899", "count"),
    *shares(None, "call", "caller", {"woman": "32", "man": "6", "agency": "62"}, BASE),
    *shares(
        1,
        "call",
        "agency",
        {
            "child_welfare": "14",
            "police": "10",
            "nav": "10",
            "shelter": "6",
            "health": "6",
            "other": "12",
            "lawyer": "4",
        },
        BASE,
    ),
    *shares(2, "call", "reason", {"violence": "25", "guidance": "25", "follow_up": "50"}, BASE),
    *shares(None, "call", "behalf", {"self": "~50"}),
    *shares(None, "call", "minority", {"yes": "~50"}, BASE),
)
SEASONS: Final = (
    Season(3, "call", "total", top=frozenset({7}), high=frozenset({1, 7, 9})),
    Season(3, "call", "highlighted", top=frozenset({1}), low=frozenset({2, 8})),
)
