"""What the seed report tells of the day consultations."""

from typing import Final

from tests.year_2016.fact import Fact, Season, over_years, shares, since

BASE: Final = 102
MUNICIPALITIES: Final = {"host": "95 76 95 95 88", "other": "5 20 5 5 10", "unknown": "– 4 – – 2"}
FOREIGN: Final = Fact(None, "consultation", "origin", ("both", "one"), "~60", base=BASE)

CONSULTATION_FACTS: Final = (
    Fact(None, "consultation", "outcome", ("registered", "declined"), "106", "count"),
    Fact(None, "consultation", "outcome", ("registered",), "102", "count"),
    *(
        fact
        for key, numbers in MUNICIPALITIES.items()
        for fact in over_years(Fact(25, "consultation", "municipality", (key,), "0"), since(2012, numbers))
    ),
    *shares(
        None, "consultation", "earlier_use", {"talk": "65", "phone": "27", "resident": "49", "none": "16"}, BASE
    ),
    *shares(None, "consultation", "resident_times", {"once": "82", "twice": "14", "more": "4"}),
    *shares(None, "consultation", "sex", {"woman": "83", "man": "17"}, BASE),
    *over_years(FOREIGN, {2012: "~40", 2013: "26", 2014: "35", 2015: "54", 2016: "~60"}),
    *shares(None, "consultation", "children_home", {"yes": "46"}, BASE),
    *shares(None, "consultation", "children_along", {"yes": "12"}, BASE),
    # The report calls it 18–29, which cannot be: see the ages in the counts.
    *shares(None, "consultation", "age", {"a30_39 a40_49": "39", "a24_29": "24", "a50_59 a60": "15"}, BASE),
    *shares(
        26,
        "consultation",
        "via",
        {"self": "70", "family": "15", "police": "6", "child_welfare": "3", "health_station": "3", "doctor": "3"},
        BASE,
    ),
    *shares(
        27,
        "consultation",
        "violence",
        {"psychological": "83", "physical": "59", "threats": "54", "material": "24"},
        BASE,
    ),
    *shares(
        28,
        "consultation",
        "income",
        {"full_time part_time": "~50", "benefit": "21", "course": "15", "home": "13"},
        BASE,
    ),
    *shares(None, "consultation", "relation", {"spouse": "44", "ex_spouse": "41"}, BASE),
    *shares(29, "consultation", "perpetrator_sex", {"man": "~80", "woman": "~20"}, BASE),
    *shares(30, "consultation", "perpetrators", {"one": "~85", "more": "~15"}, BASE),
)
SEASONS: Final = (Season(31, "consultation", "total", top=frozenset({2, 3}), low=frozenset({10, 12})),)
