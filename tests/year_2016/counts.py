"""How many gave each answer, so that the shares round to what the seed report prints.

Shares are of the known answers, whose number varies. Where the report is silent, the numbers are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True)
class Answered:
    """The answers to a question: how many are known, how often each was given, and how many are not known."""

    known: int
    options: Mapping[str, int]
    unknown: int = 0

    def share(self, options: tuple[str, ...]) -> Decimal:
        """Return the share of the known answers that these have together, in per cent."""
        return Decimal(100 * self.count(options)) / self.known

    def count(self, options: tuple[str, ...]) -> int:
        """Return how often these answers were given."""
        return sum(self.options.get(option, 0) for option in options)


def one(options: Mapping[str, int], unknown: int = 0) -> Answered:
    """Return the answers to a question that has one answer."""
    return Answered(sum(options.values()), options, unknown)


ADULTS: Final = 69
"""The adults who answered, of 75: four did not want to be registered, two are only known to have come."""
CHILDREN: Final = 45
"""The children whose answers are known, of 47; of two it is known only that they had not been there before."""

STAYS: Final = {
    "sex": one({"woman": 67, "man": 2}),
    "first_this_year": one({"yes": 69}),
    "earlier_stays": one({"0": 50, "1": 13, "2": 2, "3": 2, "4+": 2}),
    # 18–29 is 23 % only if 50–59 is as many: no band may be left out, and 14 % is then not the third largest.
    "age": one({"a18_23": 5, "a24_29": 11, "a30_39": 23, "a40_49": 10, "a50_59": 16, "a60": 4}),
    "children": one({"0": 38, "1": 17, "2": 11, "3": 2}, unknown=1),
    "relation": Answered(
        69,
        {
            "spouse": 27,
            "ex_spouse": 16,
            "partner": 7,
            "parent": 9,
            "step_parent": 2,
            "own_child": 2,
            "family": 7,
            "known": 3,
            "stranger": 2,
        },
    ),
    "perpetrator_sex": Answered(69, {"man": 66, "woman": 7}),
    "origin": one({"both": 40, "one": 0, "none": 29}),
    "perpetrator_origin": one({"both": 30, "one": 3, "none": 34}, unknown=2),
    "violence": Answered(
        68,
        {
            "psychological": 62,
            "threats": 59,
            "physical": 39,
            "material": 15,
            "sexual": 9,
            "digital": 6,
            "economic": 8,
            "honour": 7,
            "trafficking": 2,
        },
        unknown=1,
    ),
    "duration": one({"once": 8, "year": 13, "y1_4": 26, "y5": 20}, unknown=2),
    "via": one(
        {
            "shelter": 15,
            "family": 14,
            "self": 12,
            "police": 9,
            "child_welfare": 5,
            "school": 3,
            "doctor": 2,
            "nav": 2,
            "other": 7,
        }
    ),
    "agencies_before": Answered(
        68,
        {
            "nav": 30,
            "police": 26,
            "lawyer": 14,
            "child_welfare": 22,
            "housing": 11,
            "family_office": 6,
            "assault_centre": 2,
            "mental_health": 9,
            "addiction": 2,
            "barnehus": 2,
            "other": 8,
        },
        unknown=1,
    ),
    "income": one(
        {
            "full_time": 7,
            "part_time": 9,
            "benefit": 37,
            "course": 7,
            "seeking": 4,
            "home": 3,
            "student": 1,
            "other": 1,
        }
    ),
    "agencies_during": Answered(
        68,
        {
            "nav": 51,
            "police": 34,
            "lawyer": 38,
            "child_welfare": 31,
            "housing": 29,
            "family_office": 7,
            "assault_centre": 1,
            "mental_health": 12,
            "addiction": 2,
            "barnehus": 4,
            "other": 10,
        },
        unknown=1,
    ),
    "destination": one(
        {"own_home": 13, "new_home": 13, "back": 12, "family": 7, "shelter": 11, "other": 12}, unknown=1
    ),
    "police_report": one({"self": 12, "others": 4, "public": 3, "not_wanted": 40, "undecided": 8}, unknown=2),
}

CHILD_STAYS: Final = {
    "first_this_year": one({"yes": 45}, unknown=2),
    "age": one({"a0_2": 26, "a3_5": 6, "a6_10": 7, "a11_14": 4, "a15_17": 2}, unknown=2),
    "earlier_stays": one({"0": 37, "1": 5, "2": 4, "3": 1}),
    "origin": one({"both": 23, "one": 14, "none": 8}, unknown=2),
    "relation": Answered(45, {"father": 36, "stepfather": 4, "grandparent": 8, "stranger": 5}, unknown=2),
    "attends": one({"kindergarten": 12, "school": 10, "neither": 23}, unknown=2),
    "activity": one({"yes": 5, "no": 40}, unknown=2),
    "already_involved": one({"yes": 29, "no": 16}, unknown=2),
    "contact": one({"yes": 11, "no": 34}, unknown=2),
    "continued": one({"yes": 16, "partly": 1, "no": 5}),
    "stopped_why": Answered(6, {"distance": 4, "safety": 3}),
    "activity_continued": one({"yes": 3, "partly": 1, "no": 1}),
    "destination": one(
        {"own_home": 16, "new_home": 8, "back": 9, "family": 3, "shelter": 6, "other": 3}, unknown=2
    ),
    "notified": one({"yes": 30, "no": 15}, unknown=2),
}

CONSULTATIONS: Final = {
    "municipality": one({"host": 90, "other": 10, "unknown": 2}),
    "earlier_use": Answered(102, {"talk": 66, "phone": 28, "resident": 50, "none": 16}),
    "resident_times": one({"once": 41, "twice": 7, "more": 2}),
    "sex": one({"woman": 85, "man": 17}),
    "origin": one({"both": 44, "one": 17, "none": 41}),
    "children_home": one({"yes": 47, "no": 55}),
    "children_along": one({"yes": 12, "no": 90}),
    # The report's three bands make 78 %; the rest fits only if its 18–29 is 24–29 alone.
    "age": one({"a18_23": 23, "a24_29": 24, "a30_39": 23, "a40_49": 17, "a50_59": 15, "a60": 0}),
    "via": one(
        {"self": 71, "family": 15, "police": 6, "child_welfare": 3, "doctor": 3, "health_station": 3, "other": 1}
    ),
    "violence": Answered(
        102,
        {
            "psychological": 85,
            "threats": 55,
            "physical": 60,
            "material": 24,
            "sexual": 8,
            "digital": 6,
            "economic": 7,
            "honour": 11,
        },
    ),
    "income": one({"full_time": 28, "part_time": 23, "benefit": 21, "course": 15, "home": 13, "student": 2}),
    "relation": Answered(
        102,
        {
            "spouse": 45,
            "ex_spouse": 42,
            "partner": 3,
            "parent": 6,
            "step_parent": 1,
            "family": 6,
            "known": 2,
        },
    ),
    "perpetrator_sex": Answered(102, {"man": 82, "woman": 20}),
    "perpetrators": one({"one": 87, "more": 15}),
    "first_this_year": one({"yes": 36, "no": 66}),
    "channel": one({"centre": 102}),
}

COUNTS: Final = {"stay": STAYS, "child_stay": CHILD_STAYS, "consultation": CONSULTATIONS}
