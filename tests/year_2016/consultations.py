"""The day consultations of 2016, made to the facts of the seed report: 102 registered, and 4 who declined."""

import calendar
from collections.abc import Iterator
from datetime import date
from typing import Final

from storage.forms.question import Answer, Answers
from tests.year_2016.counts import CONSULTATIONS, Answered
from tests.year_2016.deal import settled, strewed, strewn, strewn_several
from tests.year_2016.row import Row

BY_MONTH: Final = (9, 14, 13, 9, 9, 8, 8, 8, 8, 4, 8, 4)
DECLINED: Final = ("2016-01-21T13", "2016-05-11T10", "2016-08-17T15", "2016-11-09T11")
HOURS: Final = (10, 13, 9, 11, 14, 12, 10, 15, 13, 17, 11, 9, 14, 20, 12)
"""Most talks are in the daytime; now and then one is in the evening, since somebody may come at any hour."""
SINGLE: Final = {
    "municipality": 55,
    "sex": 3,
    "origin": 20,
    "age": 66,
    "via": 9,
    "income": 50,
    "channel": 1,
}
REGISTERED: Final = sum(BY_MONTH)


def consultations() -> tuple[Row, ...]:
    """Make the day consultations, in time order."""
    registered = [
        Row({"occurred_at": hour}, answers=answers) for hour, answers in zip(_hours(), _answers(), strict=True)
    ]
    declined = [Row({"occurred_at": hour}, "declined") for hour in DECLINED]
    return tuple(sorted((*registered, *declined), key=lambda row: row.times["occurred_at"]))


def _hours() -> Iterator[str]:
    """Strew the talks evenly over each month's working days."""
    number = 0
    for month, talks in enumerate(BY_MONTH, 1):
        days = [day for day in range(1, calendar.monthrange(2016, month)[1] + 1) if _is_working(month, day)]
        for talk in range(talks):
            yield f"2016-{month:02}-{days[talk * len(days) // talks]:02}T{HOURS[number % len(HOURS)]:02}"
            number += 1


def _is_working(month: int, day: int) -> bool:
    return date(2016, month, day).weekday() < 5 and (month, day) not in {(1, 1), (12, 26)}


def _answers() -> list[Answers]:
    used = _earlier_use()
    violence = strewn_several(CONSULTATIONS["violence"], 37)
    home = strewn(CONSULTATIONS["children_home"], 41)
    columns: dict[str, list[Answer]] = {
        **{key: [*strewn(CONSULTATIONS[key], stride)] for key, stride in SINGLE.items()},
        "earlier_use": [*used],
        "violence": violence,
        "relation": strewn_several(CONSULTATIONS["relation"], 43),
        "perpetrator_sex": strewn_several(CONSULTATIONS["perpetrator_sex"], 47),
        "children_home": [*home],
        "children_along": [
            *settled(_strewn("children_along", 5), lambda place, answer: answer == "no" or home[place] == "yes")
        ],
        "first_this_year": [
            *settled(
                _strewn("first_this_year", 13), lambda place, answer: answer == "yes" or used[place] != ("none",)
            )
        ],
        # Two or more perpetrators are mostly a matter of honour.
        "perpetrators": [
            *settled(
                _strewn("perpetrators", 17),
                lambda place, answer: answer == "more" or "honour" not in violence[place],
            )
        ],
    }
    rows: list[dict[str, Answer]] = [
        {key: column[place] for key, column in columns.items()} for place in range(REGISTERED)
    ]
    resident = [row for row in rows if "resident" in row["earlier_use"]]
    for row, times in zip(resident, _strewn("resident_times", 3), strict=True):
        row["resident_times"] = times
    return [{key: row[key] for key in CONSULTATIONS if key in row} for row in rows]


def _strewn(question: str, stride: int) -> list[str]:
    return strewn(CONSULTATIONS[question], stride)


def _earlier_use() -> list[tuple[str, ...]]:
    """Return what each used before: whoever used nothing used nothing else."""
    counts = dict(CONSULTATIONS["earlier_use"].options)
    none = counts.pop("none")
    used = strewn_several(Answered(REGISTERED - none, counts), 1)
    return strewed([*map(tuple, used), *[("none",)] * none], 25)
