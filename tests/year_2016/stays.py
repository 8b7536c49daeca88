"""The stays of 2016, made to the facts of the seed report: 75 of adults, and 47 of the children with them."""

from typing import Final

from storage.forms.question import Answer, Answers
from tests.year_2016.counts import ADULTS, CHILD_STAYS, STAYS
from tests.year_2016.days import DAYS, Days
from tests.year_2016.deal import remaining, settled, shared, strewed, strewn, strewn_several
from tests.year_2016.row import Row

OLDER: Final = {"a50_59", "a60"}
SEVERAL: Final = {
    "relation": 8,
    "perpetrator_sex": 41,
    "violence": 26,
    "agencies_before": 48,
    "agencies_during": 50,
}
SINGLE: Final = {
    "origin": 24,
    "perpetrator_origin": 4,
    "duration": 32,
    "via": 35,
    "income": 14,
    "police_report": 38,
}
"""The questions that are dealt out one by one, each in strides of its own, chosen so that no two hang together."""

ANSWERED: Final = tuple(days for days in DAYS if days.answered)
MOTHERS: Final = tuple(place for place, days in enumerate(ANSWERED) if days.children)
FAMILIES: Final = tuple(ANSWERED[place].children for place in MOTHERS)
"""How many children came with each adult who answered and had any."""


def stays() -> tuple[Row, ...]:
    """Make the stays of adults, by arrival."""
    answers = iter(_answers())
    return tuple(
        Row(_times(days), answers=next(answers))
        if days.answered
        else Row(_times(days), "declined" if days.who == "declined" else "unspecified", {"sex": "woman"})
        for days in DAYS
    )


def destinations() -> list[str]:
    """Return where each family went."""
    return shared(CHILD_STAYS["destination"].options, FAMILIES, first=20)


def earlier_stays() -> list[str]:
    """Return how many earlier stays each family had had: the two whose answers are not known had had none."""
    counts = CHILD_STAYS["earlier_stays"].options
    return shared({**counts, "0": counts["0"] - 2}, FAMILIES, first=20)


def _times(days: Days) -> dict[str, str]:
    return {"arrived": days.arrived.isoformat(), "left": days.left.isoformat()}


def _answers() -> list[Answers]:
    columns: dict[str, list[Answer]] = {
        "sex": [days.who for days in ANSWERED],
        "first_this_year": ["yes"] * ADULTS,
        "earlier_stays": [answer.removesuffix("+") for answer in _with_family("earlier_stays", earlier_stays())],
        "age": [*_ages()],
        "children": [*_children()],
        "destination": [*_with_family("destination", destinations())],
        **{key: [*strewn(STAYS[key], stride)] for key, stride in SINGLE.items()},
        **{key: strewn_several(STAYS[key], stride) for key, stride in SEVERAL.items()},
    }
    return [{key: columns[key][place] for key in STAYS} for place in range(ADULTS)]


def _with_family(question: str, families: list[str]) -> list[str]:
    """Give adults the answer that their children have, and the others what is left."""
    theirs = dict(zip(MOTHERS, families, strict=True))
    rest = iter(strewed(list(remaining(STAYS[question], families)), 13))
    return [theirs.get(place) or next(rest) for place in range(ADULTS)]


def _ages() -> list[str]:
    return settled(strewn(STAYS["age"], 29), lambda place, age: not (place in MOTHERS and age in OLDER))


def _children() -> list[str]:
    """Return how many children each adult had along, which of one who came alone did not become known."""
    alone = next(place for place in range(30, ADULTS) if place not in MOTHERS)
    return ["unknown" if place == alone else str(days.children) for place, days in enumerate(ANSWERED)]
