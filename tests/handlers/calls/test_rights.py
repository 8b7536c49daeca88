from datetime import datetime

import pytest

from handlers.calls.rights import NotYours, Rights
from storage.forms.question import Outcome
from storage.people.seat import Role
from storage.records.records import Record

NOON = datetime(2026, 11, 3, 14, 20)  # noqa: DTZ001 - civil time has no zone
ME, OTHER = 11, 14


def may(role: Role, by: int | None, at: str, *, own_hours: int = 24, outcome: Outcome = "registered") -> bool:
    """Tell whether a seat of this role may correct a record of ``by`` that was registered ``at``."""
    record = Record(
        form="call",
        occurred_at="2026-11-03T14",
        outcome=outcome,
        answers={},
        voided=False,
        source="Zz09-_aBcD",
        revision=0,
        recorded_at=at,
        recorded_by=by,
        shift=None,
        number=1,
    )
    try:
        Rights(lambda _: role, own_hours, lambda: NOON).check(ME, record)
    except NotYours:
        return False
    return True


@pytest.mark.parametrize(
    ("by", "at", "allowed"),
    [
        (ME, "2026-11-03T14", True),
        (ME, "2026-11-02T14", True),
        (ME, "2026-11-02T13", False),
        (OTHER, "2026-11-03T14", False),
        (None, "2026-11-02", False),
    ],
)
def test_staff_correct_their_own_records_for_a_day(by: int | None, at: str, *, allowed: bool) -> None:
    assert may("staff", by, at) is allowed


def test_without_own_hours_a_record_is_ones_own_within_the_same_hour() -> None:
    assert may("staff", ME, "2026-11-03T14", own_hours=0)
    assert not may("staff", ME, "2026-11-03T13", own_hours=0)


@pytest.mark.parametrize("role", ["leader", "administrator"])
def test_leaders_correct_every_record(role: Role) -> None:
    assert may(role, OTHER, "2020-01-01")


def test_a_declined_call_is_everybodys_since_nobody_knows_whose_it_is() -> None:
    assert may("staff", None, "2026-11", outcome="declined")
