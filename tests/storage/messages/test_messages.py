"""Which messages have to be cleared is known over restarts; never what they say."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database.connection import Database, DatabaseFault
from storage.hour import Hour
from storage.messages.messages import MessageNote, MessagePlace, Messages
from storage.records.corrections import Correction, Corrections
from storage.records.records import Draft, Records
from storage.records.retention import Retention, forget
from tests.example_forms import CALL
from tests.storage.rows import NAV

SOURCE = "Zz:9-_aBcD"
NOW = Hour.parse("2026-11-03T14")
HERE, BELOW, ELSEWHERE = MessagePlace(11, 5), MessagePlace(11, 6), MessagePlace(12, 5)
FORM = MessageNote("form", str(NOW))
RECEIPT = MessageNote("receipt", str(NOW), SOURCE)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Open a file with a call that seat 7 has registered."""
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        draft = Draft(CALL, str(NOW), "registered", NAV, SOURCE)
        await Records(database).save(draft, by=7, now=NOW)
        yield database


async def _restarted(database: Database) -> Messages:
    messages = Messages(database)
    await messages.load()
    return messages


async def _decline(database: Database) -> None:
    correction = Correction(SOURCE, 1, "declined", {}, 7, NOW)
    assert await Corrections(database).answer(correction, CALL)


async def test_what_is_noted_is_known_over_a_restart(database: Database) -> None:
    messages = Messages(database)
    await messages.note(HERE, FORM)
    await messages.note(ELSEWHERE, FORM)
    await messages.note(HERE, RECEIPT)

    restarted = await _restarted(database)

    assert restarted.find(HERE) == messages.find(HERE) == RECEIPT
    assert restarted.find(ELSEWHERE) == FORM
    assert restarted.find(BELOW) is None
    assert restarted.of(SOURCE) == [(HERE, RECEIPT)]


async def test_a_chat_is_known_by_its_number_and_nothing_else_is_kept_than_hour_stage_and_source(
    database: Database,
) -> None:
    messages = Messages(database)
    await messages.note(HERE, FORM)
    await messages.note(BELOW, RECEIPT)

    assert await database.read("SELECT * FROM message") == [
        (1, 5, "2026-11-03T14", "form", None),
        (1, 6, "2026-11-03T14", "receipt", SOURCE),
    ]
    assert await database.read("SELECT * FROM place") == [(1, 11)]


async def test_what_is_noted_already_is_not_written_again(database: Database) -> None:
    messages = Messages(database)
    await messages.note(HERE, FORM)
    before = await database.read("SELECT total_changes()")
    await messages.note(HERE, FORM)
    await messages.note(BELOW, None)

    assert await database.read("SELECT total_changes()") == before


async def test_with_its_record_comes_what_tells_when_it_is_due(database: Database) -> None:
    messages = Messages(database)
    await messages.note(BELOW, RECEIPT)
    await messages.note(HERE, MessageNote("fresh", "2026-11-03T08"))
    await Corrections(database).void(SOURCE, by=7, now=NOW)

    first, second = await messages.all()

    assert (first.place, first.recorded_at, first.outcome, first.voided) == (HERE, None, None, False)
    assert (second.place, second.recorded_at, second.outcome, second.voided) == (
        BELOW,
        str(NOW),
        "registered",
        True,
    )


async def test_what_is_noted_after_all_was_read_is_not_as_it_was_read(database: Database) -> None:
    messages = Messages(database)
    await messages.note(HERE, FORM)
    await messages.note(BELOW, FORM)
    await messages.all()
    await messages.note(BELOW, RECEIPT)

    assert messages.is_as_read(HERE)
    assert not messages.is_as_read(BELOW)


async def test_a_message_that_is_cleared_is_forgotten_and_its_chat_with_the_last_one(database: Database) -> None:
    messages = Messages(database)
    await messages.note(HERE, FORM)
    await messages.note(ELSEWHERE, FORM)
    await messages.note(HERE, None)
    await messages.forget_chats()

    assert [noted.place for noted in await messages.all()] == [ELSEWHERE]
    assert await database.read("SELECT id FROM place") == [(12,)]
    await messages.note(HERE, FORM)
    assert await database.read("SELECT number FROM place ORDER BY id") == [(3,), (2,)]


async def test_of_a_declined_call_no_message_is_known_any_more(database: Database) -> None:
    messages = Messages(database)
    await messages.note(HERE, RECEIPT)
    await messages.note(ELSEWHERE, FORM)

    await _decline(database)

    assert await database.read("SELECT DISTINCT hour, stage, source FROM message") == [(str(NOW), "form", None)]


async def test_which_chat_registered_a_call_is_known_no_longer_than_which_seat(database: Database) -> None:
    messages = Messages(database)
    await messages.note(HERE, RECEIPT)
    await forget(database, Retention(24, 7), now=Hour.parse("2026-11-04T14"))
    assert await database.read("SELECT source FROM message") == [(SOURCE,)]

    await forget(database, Retention(24, 7), now=Hour.parse("2026-11-04T15"))

    assert await database.read("SELECT source FROM message") == [(None,)]


async def test_what_the_database_refuses_is_written_later(database: Database) -> None:
    messages = Messages(database)
    await messages.note(HERE, FORM)
    await database.write("ALTER TABLE message RENAME TO gone")
    with pytest.raises(DatabaseFault):
        await messages.note(HERE, RECEIPT)
    assert messages.find(HERE) == RECEIPT
    await database.write("ALTER TABLE gone RENAME TO message")

    await messages.write_rest()

    assert (await _restarted(database)).find(HERE) == RECEIPT
