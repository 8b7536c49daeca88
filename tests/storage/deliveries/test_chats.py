"""Since when a place gets each kind of summary."""

import contextlib
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from storage.database.connection import Database
from storage.database.migration import MIGRATIONS
from storage.deliveries.chats import REPORTS, Chats, Report
from tests.storage.binding import bind

BOUND, SWITCHED, LATER = "2026-03-03T09:00", "2026-11-03T09:00", "2027-02-03T09:00"
GROUP, OTHER = -1001, -1002


@pytest.fixture
async def chats(database: Database) -> Chats:
    """Bind two chats."""
    chats = Chats(database)
    for chat in (GROUP, OTHER):
        await bind(chats, chat, BOUND)
    return chats


def _since(chats: Chats) -> dict[int, Mapping[Report, str]]:
    return {bound.address: bound.since for bound in chats.all}


async def test_a_kind_that_is_switched_on_counts_from_then_and_the_others_as_before(chats: Chats) -> None:
    group = chats.all[0].number
    for moment in (BOUND, SWITCHED):
        await chats.switch(group, "tertial", moment)

    assert _since(chats) == {
        GROUP: {"monthly": BOUND, "tertial": SWITCHED, "annual": BOUND},
        OTHER: dict.fromkeys(REPORTS, BOUND),
    }


async def test_a_kind_that_is_passed_over_counts_from_then_at_every_place(chats: Chats) -> None:
    await chats.shown_since("folder", BOUND)

    await chats.pass_over(["monthly", "annual"], SWITCHED)

    expected = {"monthly": SWITCHED, "tertial": BOUND, "annual": SWITCHED}
    assert _since(chats) == {GROUP: expected, OTHER: expected}
    assert await chats.shown_since("folder", LATER) == expected


async def test_nothing_is_passed_over_where_all_kinds_are_made(chats: Chats) -> None:
    await chats.pass_over([], SWITCHED)

    assert _since(chats)[GROUP] == dict.fromkeys(REPORTS, BOUND)


async def test_what_was_bound_by_an_earlier_version_gets_every_kind_since_then(tmp_path: Path) -> None:
    path = tmp_path / "vaktlogg.db"
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        for file in sorted(MIGRATIONS.glob("000[1-7]_*.sql")):
            connection.executescript(file.read_text(encoding="utf-8"))
        connection.execute("INSERT INTO chat VALUES (?, 'nn', 1, 0, 1, ?)", (GROUP, BOUND))
        connection.execute("INSERT INTO folder VALUES (1, ?)", (SWITCHED,))
        connection.execute("PRAGMA user_version = 7")

    async with Database.open(path) as database:
        chats = Chats(database)
        await chats.load()
        folder = await chats.shown_since("folder", LATER)

    [bound] = chats.all
    assert (bound.address, bound.language) == (GROUP, "nn")
    assert bound.reports == {"monthly": True, "tertial": False, "annual": True}
    assert bound.since == dict.fromkeys(REPORTS, BOUND)
    assert folder == dict.fromkeys(REPORTS, SWITCHED)


async def test_a_bound_chat_has_a_language_and_any_other_place_the_centre_s(chats: Chats) -> None:
    await bind(chats, -1003, BOUND, language="nn")

    assert [chats.language_in(place, "en") for place in (-1003, GROUP, 11)] == ["nn", "nb", "en"]


async def test_of_what_needs_no_code_just_these_are_bound_and_the_chats_stay(chats: Chats) -> None:
    mailboxes = range(1000, 2000)
    for addresses, now in (([1001, 1002], BOUND), ([1002, 1003], SWITCHED)):
        for _ in range(2):
            await chats.bind_only(addresses, mailboxes, language="nn", now=now)

    every = dict.fromkeys(REPORTS, BOUND)
    assert _since(chats) == {GROUP: every, OTHER: every, 1002: every, 1003: dict.fromkeys(REPORTS, SWITCHED)}
    assert [chats.language_in(place, "nb") for place in (GROUP, 1003)] == ["nb", "nn"]
