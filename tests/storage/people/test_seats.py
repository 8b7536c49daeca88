"""Who may use Vaktlogg, in which role."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from storage.database.connection import Database
from storage.database.migration import MIGRATIONS
from storage.deliveries.chats import Chats
from storage.people.seat import LastAdministrator, NamedInConfig, Role
from tests.storage.binding import bind
from tests.storage.people.holding import let_in, seats_with
from tests.storage.rows import rows

OWNER, OTHER, THIRD = 11, 12, 13


async def test_those_the_config_names_are_on_the_list_and_everybody_else_is_a_stranger(database: Database) -> None:
    seats = await seats_with(database, {OWNER: "leader"})

    assert (seats.accounts, seats.roles, seats.of(OTHER)) == ({OWNER: "leader"}, {1: "leader"}, None)
    assert seats.of(None) is None
    assert (seats.role(1), seats.role(2), seats.role(0)) == ("leader", None, None)


async def test_who_is_no_longer_in_the_config_has_no_seat_and_its_number_is_not_given_again(
    database: Database,
) -> None:
    await seats_with(database, {OWNER: "leader"})

    seats = await seats_with(database, {OTHER: "staff"})

    assert seats.accounts == {OTHER: "staff"}
    assert seats.roles == {2: "staff"}


async def test_who_was_invited_and_is_named_in_the_config_too_keeps_the_seat_when_the_config_names_it_no_longer(
    database: Database,
) -> None:
    await let_in(await seats_with(database, {OWNER: "administrator"}), OTHER, "staff")
    named = await seats_with(database, {OWNER: "administrator", OTHER: "leader"})

    assert named.accounts[OTHER] == "leader"
    assert await named.contradictions() == [2]
    assert (await seats_with(database, {OWNER: "administrator"})).accounts[OTHER] == "staff"


async def test_a_seat_has_a_name_and_a_role_that_can_change(database: Database) -> None:
    seats = await seats_with(database, {OWNER: "administrator"})
    number = await let_in(seats, OTHER, "staff")

    await seats.rename(number, "duty_phone")
    await seats.give(number, "leader")

    again = await seats_with(database, {OWNER: "administrator"})
    seat = again.find(number)
    assert seat is not None
    assert (seat.name, seat.role) == ("duty_phone", "leader")


async def test_a_removed_seat_is_gone_with_its_account(database: Database) -> None:
    seats = await seats_with(database, {OWNER: "administrator"})
    number = await let_in(seats, OTHER, "staff")

    await seats.remove(number)

    assert (seats.of(OTHER), seats.role(number)) == (None, None)
    assert rows(database.path, "SELECT account FROM way_in") == [(OWNER,)]


@pytest.mark.parametrize("role", ["leader", "staff", None])
async def test_the_last_administrator_can_neither_be_removed_nor_get_another_role(
    database: Database, role: Role | None
) -> None:
    seats = await seats_with(database, {OTHER: "leader"})
    number = await let_in(seats, OWNER, "administrator")

    with pytest.raises(LastAdministrator):
        await (seats.give(number, role) if role else seats.remove(number))

    assert seats.role(number) == "administrator"


async def test_of_two_administrators_one_can_go(database: Database) -> None:
    seats = await seats_with(database, {})
    first, second = [await let_in(seats, account, "administrator") for account in (OWNER, OTHER)]

    await seats.give(first, "administrator")
    await seats.remove(first)

    assert seats.roles == {second: "administrator"}
    with pytest.raises(LastAdministrator):
        await seats.remove(second)


async def test_a_seat_that_the_config_names_is_changed_there(database: Database) -> None:
    seats = await seats_with(database, {OWNER: "administrator", OTHER: "staff"})

    with pytest.raises(NamedInConfig):
        await seats.remove(2)
    with pytest.raises(NamedInConfig):
        await seats.give(2, "leader")

    assert seats.role(2) == "staff"


@pytest.mark.parametrize("removed", [True, False], ids=["removed", "out of the config"])
async def test_with_a_seat_its_private_chat_gets_no_more_reports(database: Database, *, removed: bool) -> None:
    seats = await seats_with(database, {OWNER: "administrator"} if removed else {OTHER: "leader"})
    if removed:
        await let_in(seats, OTHER, "leader")
    chats = Chats(database)
    await bind(chats, OTHER, "2026-11-03T14:00")
    await bind(chats, -5, "2026-11-03T14:00")

    await (seats.remove(2) if removed else seats_with(database, {OWNER: "administrator"}))

    await chats.load()
    assert [chat.address for chat in chats.all] == [-5]


async def test_the_people_of_an_earlier_version_keep_their_roles_and_what_they_registered(tmp_path: Path) -> None:
    path = tmp_path / "vaktlogg.db"
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        for file in sorted(MIGRATIONS.glob("*.sql"))[:13]:
            connection.executescript(file.read_text(encoding="utf-8"))
        connection.execute("INSERT INTO staff VALUES (700, 'administrator'), (800, 'staff')")
        connection.execute(
            "INSERT INTO invite VALUES ('used', 'administrator', 700), ('open', 'administrator', NULL)"
        )
        connection.executemany(
            "INSERT INTO record"
            " (form, fingerprint, occurred_at, recorded_at, recorded_by, source, outcome, answers)"
            " VALUES ('call', 'x', '2026-11-03T10', '2026-11-03T10', ?, ?, 'registered', '{}')",
            [(800, "a"), (900, "b"), (None, "c")],
        )
        connection.execute("INSERT INTO chat VALUES (-5, 'nb', 1, 1, 1, '2026', '2026', '2026')")
        connection.executemany(
            "INSERT INTO delivery (report, period, chat, state) VALUES ('monthly', '2026-10', ?, 'sent')",
            [(-5,), (-6,), (0,)],
        )
        connection.execute("INSERT INTO shift (began, step) VALUES ('2026-11-03T07:30', 'incoming')")
        connection.execute("INSERT INTO shift_question VALUES ('2026-11-03T07:30', 800, 3)")
        connection.execute("PRAGMA user_version = 13")

    async with Database.open(path) as database:
        seats = await seats_with(database, {900: "leader"})

    assert seats.accounts == {700: "administrator", 800: "staff", 900: "leader"}
    recorded = rows(
        path, "SELECT source, account FROM record LEFT JOIN way_in ON seat = recorded_by ORDER BY source"
    )
    assert recorded == [("a", 800), ("b", 900), ("c", None)]
    assert rows(path, "SELECT account, message FROM shift_question JOIN way_in USING (seat)") == [(800, 3)]
    sent = rows(
        path,
        "SELECT id, language FROM delivery LEFT JOIN place ON place.number = chat"
        " LEFT JOIN bound_chat USING (chat) ORDER BY id",
    )
    assert sent == [(None, None), (-6, None), (-5, "nb")]
    assert rows(path, "SELECT * FROM invite") == []
