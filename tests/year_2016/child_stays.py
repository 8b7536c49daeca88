"""The stays of the children of 2016: as long as their adult's, and alike in what concerns the family."""

from typing import Final, TypeVar

from storage.forms.question import Answer, Answers
from tests.year_2016.counts import CHILD_STAYS
from tests.year_2016.days import DAYS
from tests.year_2016.deal import settled, shared, strewed, strewn, strewn_several
from tests.year_2016.row import Row
from tests.year_2016.stays import FAMILIES, destinations, earlier_stays

T = TypeVar("T")

ATTENDING: Final = {
    ("a0_2", "kindergarten"): 7,
    ("a0_2", "neither"): 19,
    ("a3_5", "kindergarten"): 5,
    ("a3_5", "neither"): 1,
    ("a6_10", "school"): 6,
    ("a6_10", "neither"): 1,
    ("a11_14", "school"): 3,
    ("a11_14", "neither"): 1,
    ("a15_17", "school"): 1,
    ("a15_17", "neither"): 1,
}
PERPETRATORS: Final = {
    ("father",): 28,
    ("father", "grandparent"): 6,
    ("father", "stranger"): 2,
    ("stepfather",): 4,
    ("grandparent",): 2,
    ("stranger",): 3,
}
OF_A_FAMILY: Final = {"origin": 2, "contact": 13, "already_involved": 20, "notified": 15}
UNKNOWN: Final = ("first_this_year", "age", "origin", "attends", "activity", "already_involved")
UNKNOWN_AT_DEPARTURE: Final = ("contact", "destination", "notified")


def child_stays() -> tuple[Row, ...]:
    """Make the stays of children, by arrival."""
    answers = iter(_answers())
    return tuple(
        Row(
            {"arrived": days.arrived.isoformat(), "left": days.left.isoformat()},
            answers=next(answers) if days.answered else _not_known(),
        )
        for days in DAYS
        for _ in range(days.children)
    )


def _not_known() -> Answers:
    """Return what is known of a child whose adult soon left: that it had not been there before."""
    unknown: dict[str, Answer] = dict.fromkeys((*UNKNOWN, *UNKNOWN_AT_DEPARTURE), "unknown")
    given = {**unknown, "earlier_stays": "0", "relation": ("unknown",)}
    return {key: given[key] for key in CHILD_STAYS if key in given}


def _answers() -> list[Answers]:
    pairs = strewed([pair for pair, count in ATTENDING.items() for _ in range(count)], 19)
    at_school = [place for place, (_, attends) in enumerate(pairs) if attends == "school"]
    activity = settled(
        strewed(["yes"] * 5 + ["no"] * 40, 7), lambda place, answer: answer == "no" or place in at_school
    )
    rows: list[dict[str, Answer]] = [
        {"first_this_year": "yes", "age": age, "attends": attends, "activity": active}
        for (age, attends), active in zip(pairs, activity, strict=True)
    ]
    families: dict[str, list[Answer]] = {
        "earlier_stays": [*earlier_stays()],
        "destination": [*destinations()],
        "relation": [*shared(PERPETRATORS, FAMILIES, first=17)],
        **{key: [*shared(CHILD_STAYS[key].options, FAMILIES, first)] for key, first in OF_A_FAMILY.items()},
    }
    for key, answers in families.items():
        for row, answer in zip(rows, _of_each_child(answers), strict=True):
            row[key] = answer
    _go_on(rows)
    return [{key: row[key] for key in CHILD_STAYS if key in row} for row in rows]


def _go_on(rows: list[dict[str, Answer]]) -> None:
    """Answer what is asked only after other answers."""
    attending = [row for row in rows if row["attends"] != "neither"]
    _deal(attending, "continued", strewn(CHILD_STAYS["continued"], 5))
    stopped = [row for row in attending if row["continued"] != "yes"]
    _deal(stopped, "stopped_why", strewn_several(CHILD_STAYS["stopped_why"], 1))
    active = [row for row in rows if row["activity"] == "yes"]
    _deal(active, "activity_continued", strewn(CHILD_STAYS["activity_continued"], 2))


def _deal(rows: list[dict[str, Answer]], question: str, answers: "list[str] | list[Answer]") -> None:
    for row, answer in zip(rows, answers, strict=True):
        row[question] = answer


def _of_each_child(families: list[T]) -> list[T]:
    return [answer for answer, size in zip(families, FAMILIES, strict=True) for _ in range(size)]
