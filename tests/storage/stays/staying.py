"""Stays to put into a database."""

import itertools
from datetime import date
from typing import Any

from storage.database.connection import Database
from storage.forms.form import Form
from storage.forms.question import Answers, Outcome
from storage.forms.reader import read_form
from storage.hour import Hour
from storage.stays.stay import Arrival, Stay, StayChange
from storage.stays.stays import Stays
from tests.example_forms import TEST_FORMS

ADULT = read_form(TEST_FORMS / "house" / "adult.toml")
CHILD = read_form(TEST_FORMS / "house" / "child.toml")
FORMS = {form.key: form for form in (ADULT, CHILD)}
WOMAN: Answers = {"sex": "woman", "first": "yes", "stays": "3", "help": ()}
SMALL: Answers = {"age": "small"}
SEAT = 42
NOW = Hour.parse("2016-07-20T14")
ARRIVED = date(2016, 7, 14)


def stays_of(database: Database) -> Stays:
    """Keep stays whose bonds are numbered."""
    numbers = itertools.count(1)
    return Stays(database, draw=lambda: f"bond-{next(numbers)}")


def arrival(
    source: str = "adult",
    form: Form = ADULT,
    *,
    arrived: date = ARRIVED,
    left: date | None = None,
    beside: str | None = None,
    label: str = "",
    answers: Answers | None = None,
    declined: bool = False,
) -> Arrival:
    """Return a woman's or a child's arrival."""
    given = {} if declined else answers or (WOMAN if form is ADULT else SMALL)
    outcome: Outcome = "declined" if declined else "registered"
    person = "child" if form is CHILD else str(given.get("sex", "woman"))
    return Arrival(form, source, outcome, person, arrived, given, left, beside, label)


async def begun(stays: Stays, source: str = "adult", form: Form = ADULT, **facts: Any) -> Stay:  # noqa: ANN401 - those of an arrival
    """Begin a stay."""
    return (await stays.begin(arrival(source, form, **facts), by=SEAT, now=NOW)).stay


def as_it_is(stay: Stay) -> StayChange:
    """Return what a stay is, whose months count as their first days."""
    arrived, left = _day(stay.arrived), stay.left and _day(stay.left)
    return StayChange(stay.outcome, stay.person, arrived, left or None, stay.answers, stay.label)


def _day(text: str) -> date:
    return date.fromisoformat(text if len(text) == len("2016-07-14") else f"{text}-01")
