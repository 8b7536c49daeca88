"""What the seed report tells of the stays of adults, and of the house."""

from typing import Final

from tests.year_2016.fact import Fact, Season, over_years, shares, since

WITH_CHILDREN: Final = Fact(None, "stay", "children", ("1", "2", "3", "4+"), "44")
REPORTED: Final = Fact(14, "stay", "police_report", ("self", "others", "public"), "28")
NOT_WANTED: Final = Fact(14, "stay", "police_report", ("not_wanted",), "69", year=2015)
DURATIONS: Final = {
    "once": "8,0 12,0 8,0 2,0 11,9",
    "year": "24,0 20,0 25,0 37,0 19,4",
    "y1_4": "49,0 37,0 41,0 33,0 38,8",
    "y5": "16,0 31,0 25,0 25,0 29,9",
}
HEADS: Final = (
    (Fact(4, "stay", "heads", ("woman",), "73", "count"), "78 53 60 62 61 59 73"),
    (Fact(4, "child_stay", "heads", ("child",), "47", "count"), "64 61 59 56 42 39 47"),
    (Fact(4, "stay", "heads", ("man",), "2", "count"), "0 0 0 0 3 0 2"),
    (Fact(4, "house", "heads", ("woman", "man", "child"), "122", "count"), "142 114 119 118 106 98 122"),
)
HOUSE_FACTS: Final = (
    *(each for fact, numbers in HEADS for each in over_years(fact, since(2010, numbers))),
    Fact(None, "stay", "heads", ("woman", "man"), "75", "count"),
    Fact(21, "stay", "nights", ("woman",), "2036", "count"),
    Fact(21, "stay", "nights", ("man",), "29", "count"),
    Fact(21, "child_stay", "nights", ("child",), "1068", "count"),
    Fact(21, "house", "nights", ("woman", "man", "child"), "3133", "count"),
    Fact(23, "stay", "at_new_year", ("woman", "man"), "3", "count"),
    Fact(23, "child_stay", "at_new_year", ("child",), "0", "count"),
    Fact(None, "stay", "nights_each", ("woman",), "27,9", "mean"),
    Fact(None, "child_stay", "nights_each", ("child",), "22,7", "mean"),
    Fact(None, "house", "people_a_night", ("woman", "man", "child"), "8,6", "mean"),
)
SEASONS: Final = (
    Season(22, "house", "nights", top=frozenset({7, 8}), high=frozenset(range(5, 11)), low=frozenset({3, 11})),
    Season(24, "child_stay", "nights", top=frozenset({7, 8})),
)

STAY_FACTS: Final = (
    *shares(5, "stay", "age", {"a30_39": "33", "a18_23 a24_29": "23", "a40_49": "14", "a60": "6"}),
    *over_years(WITH_CHILDREN, {2014: "46", 2015: "40", 2016: "44"}),
    *shares(6, "stay", "relation", {"spouse ex_spouse partner": "72", "parent step_parent": "16"}),
    *shares(6, "stay", "perpetrator_sex", {"man": "96", "woman": "10"}),
    *over_years(Fact(7, "stay", "origin", ("both",), "58"), {2010: "46", 2011: "36", 2015: "62", 2016: "58"}),
    *shares(7, "stay", "origin", {"one": "0"}),
    *shares(
        8,
        "stay",
        "violence",
        {
            "psychological": "91",
            "threats": "87",
            "physical": "57",
            "material": "22",
            "sexual": "13",
            "digital": "8,8",
        },
    ),
    *(
        fact
        for key, numbers in DURATIONS.items()
        for fact in over_years(Fact(9, "stay", "duration", (key,), "0"), since(2012, numbers))
    ),
    *shares(
        10,
        "stay",
        "via",
        {
            "shelter": "22",
            "family": "20",
            "self": "17",
            "police": "13",
            "child_welfare": "7",
            "school": "4",
            "doctor": "3",
            "nav": "3",
            "family_office": "0",
            "health_station": "0",
            "home_services": "0",
            "assault_centre": "0",
        },
    ),
    *shares(12, "stay", "income", {"benefit course": "64", "part_time": "13"}),
    Fact(12, "stay", "income", ("full_time",), "~10", usual=True),
    *shares(
        13, "stay", "destination", {"own_home": "19", "new_home": "19", "own_home new_home": "38", "back": "18"}
    ),
    *over_years(REPORTED, {2014: "48", 2015: "20", 2016: "28"}),
    NOT_WANTED,
    Fact(14, "stay", "police_report", ("not_wanted",), "53–69", usual=True),
    Fact(14, "stay", "police_report", ("self",), "0–30", usual=True),
    Fact(None, "stay", "earlier_stays", ("1",), "13", "count"),
    Fact(None, "stay", "earlier_stays", ("2",), "2", "count"),
    Fact(None, "stay", "earlier_stays", ("3",), "2", "count"),
    Fact(None, "stay", "earlier_stays", ("4+",), "2", "count"),
    Fact(None, "stay", "violence", ("trafficking",), "2", "count"),
)
