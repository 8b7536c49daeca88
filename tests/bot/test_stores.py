"""Opening the stores: what they know before anybody asks them."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.config.config import Config
from bot.config.sections import Access
from bot.stores import Stores, open_stores
from storage.database.connection import Database
from storage.deliveries.chats import Chats
from storage.figures.coverage import Coverage
from storage.forms.form import Form
from tests.example_forms import CALL, FORMS, VISITS, changed
from tests.storage.binding import bind
from tests.storage.rows import NOW, SEAT, draft, rows

NAMED, INVITED, CHAT = 11, 21, -1001
JULY = (date(2016, 7, 1), date(2016, 8, 1))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Open a fresh database."""
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        yield database


async def _stores(database: Database, forms: Mapping[str, Form] = FORMS) -> Stores:
    return await open_stores(database, Config(access=Access(staff=[NAMED])), forms, lambda: JULY[0])


async def test_every_form_has_its_view_and_a_form_that_changed_a_new_one(database: Database) -> None:
    await _stores(database)
    fewer = changed(VISITS, entries=VISITS.questions[:1])
    await _stores(database, {"call": CALL, "visit": fewer})

    columns = rows(database.path, "SELECT name FROM pragma_table_info('visits')")
    assert rows(database.path, "SELECT count(*) FROM calls") == [(0,)]
    assert [name for (name,) in columns] == ["id", "occurred_at", "recorded_at", "outcome", "who"]


async def test_those_the_config_names_and_those_who_came_with_a_code_are_known_at_once(database: Database) -> None:
    before = (await _stores(database)).invites
    now = datetime(2016, 7, 1, tzinfo=UTC)
    await before.make("code", "leader", by=None, now=now)
    await before.redeem("code", INVITED, now=now)

    stores = await _stores(database)
    waiting = stores.seats.of(INVITED)
    assert waiting is not None
    await stores.seats.admit(waiting.number)

    assert stores.seats.accounts == {NAMED: "staff", INVITED: "leader"}
    assert stores.seats.of(SEAT) is None


async def test_a_bound_chat_is_known_at_once(database: Database) -> None:
    chats = Chats(database)
    await bind(chats, CHAT, "2016-07-14T08:00")

    stores = await _stores(database)

    assert stores.chats.bound(CHAT)
    assert not stores.chats.bound(CHAT - 1)


@pytest.mark.parametrize("order", [["call", "visit"], ["visit", "call"]])
async def test_the_telephones_own_lists_count_for_the_form_that_it_is_answered_with(
    database: Database, order: list[str]
) -> None:
    with contextlib.closing(sqlite3.connect(database.path)) as connection, connection:
        connection.execute("INSERT INTO exchange_day (day, calls) VALUES ('2016-07-14', 7)")

    counts = (await _stores(database, {key: FORMS[key] for key in order})).counts

    assert (await counts.coverage("call", *JULY)).counted == 7
    assert await counts.coverage("visit", *JULY) == Coverage()


async def test_what_one_store_keeps_the_others_find(database: Database) -> None:
    stores = await _stores(database)

    saved = await stores.records.save(draft("nonce"), by=SEAT, now=NOW)

    assert sum(count.calls for count in await stores.counts.between("call", *JULY)) == 1
    assert await stores.records.find("nonce") == saved.record
    assert rows(database.path, "SELECT count(*) FROM calls") == [(1,)]
