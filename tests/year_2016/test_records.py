import math
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, product

import pytest

from storage.forms.form import Form
from storage.forms.reader import OWN_FORMS, read_form
from tests.year_2016.child_stays import child_stays
from tests.year_2016.consultations import consultations
from tests.year_2016.counts import COUNTS
from tests.year_2016.fact import Season
from tests.year_2016.facts import SEASONS, facts_of
from tests.year_2016.files import rows_of
from tests.year_2016.row import Row
from tests.year_2016.stays import stays

NEW_YEAR, YEAR = date(2016, 1, 1), 366
STAYS, CHILD_STAYS, CONSULTATIONS = stays(), child_stays(), consultations()
EVERYBODY = (*STAYS, *CHILD_STAYS)


def _day(row: Row, end: str) -> int:
    return (date.fromisoformat(row.times[end]) - NEW_YEAR).days


def _present(rows: tuple[Row, ...], night: int) -> int:
    return sum(_day(row, "arrived") <= night < _day(row, "left") for row in rows)


def _nights(rows: tuple[Row, ...]) -> list[int]:
    """Count the midnights of each month on which somebody is there."""
    months = [0] * 12
    for night in range(YEAR):
        months[(NEW_YEAR + timedelta(night)).month - 1] += _present(rows, night)
    return months


def _of(person: str) -> tuple[Row, ...]:
    return CHILD_STAYS if person == "child" else tuple(row for row in STAYS if row.answers["sex"] == person)


def _moves(rows: tuple[Row, ...], end: str) -> list[int]:
    """Count those who come or leave in each month of the year."""
    return [sum(row.times[end].startswith(f"2016-{month:02}") for row in rows) for month in range(1, 13)]


@pytest.mark.parametrize(("person", "heads", "nights"), [("woman", 73, 2036), ("man", 2, 29), ("child", 47, 1068)])
def test_heads_and_nights_are_those_of_the_report(person: str, heads: int, nights: int) -> None:
    assert (len(_of(person)), sum(_nights(_of(person)))) == (heads, nights)


def test_every_house_fact_of_the_year_is_that_of_the_stays() -> None:
    facts = [fact for register in ("stay", "child_stay", "house") for fact in facts_of(register)]
    for fact in facts:
        people = tuple(
            row for person in fact.options if person in {"woman", "man", "child"} for row in _of(person)
        )
        numbers = {
            "heads": Decimal(len(people)),
            "nights": Decimal(sum(_nights(people))),
            "nights_each": Decimal(sum(_nights(people))) / max(1, len(people)),
            "people_a_night": Decimal(sum(_nights(people))) / YEAR,
            "at_new_year": Decimal(_present(people, -1)),
        }
        if fact.question in numbers:
            assert fact.holds(numbers[fact.question]), fact


@pytest.mark.parametrize("season", [season for season in SEASONS if season.register != "call"], ids=str)
def test_the_months_with_the_most_and_with_the_fewest_are_those_of_the_report(season: Season) -> None:
    months = {
        "house": lambda: _nights(EVERYBODY),
        "child_stay": lambda: _nights(CHILD_STAYS),
        "consultation": lambda: _moves(
            tuple(row for row in CONSULTATIONS if row.outcome == "registered"), "occurred_at"
        ),
    }[season.register]()
    order = sorted(range(1, 13), key=lambda month: -months[month - 1])

    for expected, found in (
        (season.top, order[: len(season.top)]),
        (season.high, order[: len(season.high)]),
        (season.low, order[len(order) - len(season.low) :]),
    ):
        assert expected == set(found)


def test_the_childrens_nights_are_many_from_may_fall_from_august_and_rise_a_little_at_the_end() -> None:
    nights = _nights(CHILD_STAYS)

    assert nights[7:11] == sorted(nights[7:11], reverse=True)
    assert min(nights[4:8]) > max(nights[:4])
    assert nights[10] < nights[11] < nights[9]


@pytest.mark.parametrize(("rows", "there"), [(STAYS, 3), (CHILD_STAYS, 0)], ids=["adults", "children"])
def test_as_many_are_in_the_house_at_either_new_year_and_the_moves_lead_from_the_one_to_the_other(
    rows: tuple[Row, ...], there: int
) -> None:
    arrived, left = sum(_moves(rows, "arrived")), sum(_moves(rows, "left"))

    assert _present(rows, -1) == _present(rows, YEAR - 1) == there
    assert there + arrived - left == there
    assert len(rows) == there + arrived


def test_the_house_fills_from_spring_to_summer_and_empties_towards_christmas() -> None:
    came, left = _moves(STAYS, "arrived"), _moves(STAYS, "left")
    ends = [3 + sum(came[:month]) - sum(left[:month]) for month in range(13)]

    assert ends[3:9] == sorted(ends[3:9])
    assert ends[8] == max(ends)
    assert left[11] > came[11]
    assert ends[12] == 3


def test_no_child_stays_without_its_adult() -> None:
    beside = [row.times for row in STAYS for _ in range(_children(row))]

    assert sorted(map(str, beside)) == sorted(
        str(row.times) for row in CHILD_STAYS if row.answers["age"] != "unknown"
    )


def _children(row: Row) -> int:
    number = row.answers.get("children", "0")
    return int(number) if isinstance(number, str) and number.isdecimal() else 0


def test_106_consultations_are_102_registered_and_4_who_declined_at_any_hour_of_the_day() -> None:
    hours = [row.times["occurred_at"] for row in CONSULTATIONS]

    assert [sum(row.outcome == outcome for row in CONSULTATIONS) for outcome in ("registered", "declined")] == [
        102,
        4,
    ]
    assert hours == sorted(hours)
    assert {hour[11:] for hour in hours} >= {"09", "12", "15", "20"}


@pytest.mark.parametrize("register", list(COUNTS))
def test_every_record_answers_what_its_form_asks_and_nothing_else(register: str) -> None:
    form = read_form(OWN_FORMS / f"{register}.toml")
    for row in rows_of(register):
        assert row.outcome != "registered" or dict(row.answers) == dict(_complete(form, row)), row


def _complete(form: Form, row: Row) -> dict[str, object]:
    """Return the row's answers to each question that applies; one that lacks is None."""
    pruned = form.pruned(row.answers, date(2016, 7, 1))
    asked = [question for question in form.questions if question.applies(row.answers)]
    return {question.key: pruned.get(question.key) for question in asked}


@pytest.mark.parametrize(
    ("register", "questions"),
    [
        ("stay", ("age", "children", "origin", "duration", "via", "income", "destination", "police_report")),
        ("consultation", ("age", "children_home", "origin", "via", "income", "sex", "municipality")),
    ],
)
def test_no_two_answers_hang_together_by_the_way_they_are_dealt(register: str, questions: tuple[str, ...]) -> None:
    rows = [row.answers for row in rows_of(register) if row.outcome == "registered"]
    for one, other in combinations(questions, 2):
        ones, others = (Counter(row[question] for row in rows) for question in (one, other))
        pairs = Counter((row[one], row[other]) for row in rows)
        for a, b in product(ones, others):
            expected = ones[a] * others[b] / len(rows)
            assert abs(pairs[a, b] - expected) < 2.6 * math.sqrt(expected + 0.5), (one, other, a, b)
