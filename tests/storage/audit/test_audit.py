"""Who did what, and for how long that is known."""

import pytest

from storage.audit.audit import Audit, AuditEntry
from storage.database.connection import Database
from storage.forms.question import Outcome
from storage.hour import Hour
from storage.records.corrections import Corrections
from storage.records.records import Records
from storage.records.retention import Retention, forget
from tests.storage.rows import NOW, draft

SEAT, LEADER = 42, 43
LATER = Hour.parse("2016-07-15T10")


@pytest.fixture
def audit(database: Database) -> Audit:
    """Keep an audit."""
    return Audit(database)


async def test_acts_are_listed_the_latest_first_with_who_and_on_what(audit: Audit) -> None:
    await audit.note("removed", 5, by=SEAT, now=NOW)
    await audit.note("role", 6, "leader", by=SEAT, now=NOW)
    await audit.note("settings", "access", by=None, now=LATER)

    assert await audit.entries() == [
        AuditEntry("2016-07-15T10", None, "settings", "access"),
        AuditEntry("2016-07-14T23", SEAT, "role", "6:leader"),
        AuditEntry("2016-07-14T23", SEAT, "removed", "5"),
    ]
    assert [entry.act for entry in await audit.entries(1, 1)] == ["role"]


async def test_what_is_too_old_is_forgotten(database: Database, audit: Audit) -> None:
    await audit.note("removed", 5, by=SEAT, now=NOW)
    await audit.note("removed", 6, by=SEAT, now=LATER)

    await forget(database, Retention(24, 7, audit_days=30), now=LATER.earlier(-30 * 24))

    assert [entry.about for entry in await audit.entries()] == ["6"]


async def test_a_correction_of_anothers_record_tells_day_and_seat_and_is_gone_with_who_registered_it(
    database: Database, audit: Audit, records: Records, corrections: Corrections
) -> None:
    for source in ("a", "b"):
        await records.save(draft(source), by=SEAT, now=NOW)
    await corrections.void("a", by=SEAT, now=NOW)
    await corrections.void("b", by=LEADER, now=NOW)

    told = await audit.entries()
    await forget(database, Retention(24, 7), now=NOW.earlier(-25))

    assert told == [AuditEntry("2016-07-14", LEADER, "other_record", "")]
    assert await audit.entries() == []


@pytest.mark.parametrize("outcome", ["declined"])
async def test_of_a_declined_call_nothing_is_told(
    audit: Audit, records: Records, corrections: Corrections, outcome: Outcome
) -> None:
    await records.save(draft("a", {}, outcome=outcome), by=SEAT, now=NOW)

    await corrections.void("a", by=LEADER, now=NOW)

    assert await audit.entries() == []
