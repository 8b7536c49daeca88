"""What the seed report tells of the stays of children."""

from typing import Final

from tests.year_2016.fact import Fact, over_years, shares

NOTIFIED: Final = Fact(None, "child_stay", "notified", ("yes",), "67")
INVOLVED: Final = Fact(None, "child_stay", "already_involved", ("yes",), "64")
UNDER_SCHOOL_AGE: Final = Fact(18, "child_stay", "age", ("a0_2", "a3_5"), "72")
"""No count of 45 is 72 %: 32 are 71 %, and 33 are 73 %; 34 of all 47 would be."""

CHILD_FACTS: Final = (
    *shares(15, "child_stay", "age", {"a0_2": "58"}),
    *shares(None, "child_stay", "origin", {"both": "51", "one": "31", "none": "18"}),
    *shares(16, "child_stay", "relation", {"father stepfather": "89", "grandparent": "18", "stranger": "11"}),
    *shares(17, "child_stay", "contact", {"yes": "24"}),
    *shares(18, "child_stay", "attends", {"kindergarten": "27", "school": "22"}),
    UNDER_SCHOOL_AGE,
    *shares(19, "child_stay", "continued", {"yes": "73", "no": "23"}),
    Fact(None, "child_stay", "activity", ("yes",), "10–20", usual=True),
    Fact(None, "child_stay", "activity_continued", ("yes", "partly"), "~80", usual=True),
    *shares(20, "child_stay", "destination", {"own_home": "36", "back": "20"}),
    Fact(20, "child_stay", "destination", ("own_home", "new_home"), "~50", usual=True),
    *over_years(NOTIFIED, {2014: "40", 2015: "77", 2016: "67"}),
    *over_years(INVOLVED, {2014: "57", 2015: "21", 2016: "64"}),
    Fact(None, "child_stay", "earlier_stays", ("0",), "37", "count"),
    Fact(None, "child_stay", "earlier_stays", ("1",), "5", "count"),
    Fact(None, "child_stay", "earlier_stays", ("2",), "4", "count"),
    Fact(None, "child_stay", "earlier_stays", ("3",), "1", "count"),
)
