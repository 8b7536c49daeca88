"""Who may use Vaktlogg, and for how long."""

import contextlib
import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from storage.database.connection import Database
from storage.database.migration import MIGRATIONS
from storage.deliveries.chats import Chats
from storage.people.seat import LastAdministrator, NamedInConfig, Role
from storage.people.seats import Seats
from tests.storage.binding import bind
from tests.storage.people.holding import TODAY, let_in, seats_with
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


async def _later(database: Database, days: int, named: dict[int, Role] | None = None) -> Seats:
    return await seats_with(database, named or {}, today=TODAY + timedelta(days=days))


async def test_a_seat_lapses_when_it_was_not_used_for_so_many_days(database: Database) -> None:
    seats = await seats_with(database, {OWNER: "administrator"})
    number = await let_in(seats, OTHER, "staff")
    named: dict[int, Role] = {OWNER: "administrator"}

    assert (await _later(database, 89, named)).role(number) == "staff"
    lapsed = await _later(database, 90, named)
    seat = lapsed.find(number)
    assert seat is not None
    assert lapsed.lapses_on(seat) == date(2027, 2, 1)
    assert lapsed.role(number) is None
    assert number not in lapsed.roles
    lapsed.use(number)
    assert lapsed.role(number) is None
    await lapsed.admit(number)
    assert lapsed.role(number) == "staff"


async def test_a_use_counts_from_that_day_and_is_kept(database: Database) -> None:
    number = await let_in(await seats_with(database, {OWNER: "administrator"}), OTHER, "staff")
    named: dict[int, Role] = {OWNER: "administrator"}
    later = await _later(database, 89, named)
    await later.warn(number)

    later.use(number)
    later.use(99)
    await later.keep_use()
    await later.keep_use()

    seat = (await _later(database, 178, named)).find(number)
    assert seat is not None
    assert (seat.used_on, seat.warned) == (TODAY + timedelta(days=89), False)
    assert (await _later(database, 178, named)).role(number) == "staff"


async def test_those_in_the_config_and_the_administrator_who_came_last_never_lapse(database: Database) -> None:
    seats = await seats_with(database, {})
    first, second = [await let_in(seats, account, "administrator") for account in (OWNER, OTHER)]
    staff = await let_in(seats, THIRD, "staff")
    soon = await _later(database, 5)
    soon.use(second)
    await soon.keep_use()

    assert (await _later(database, 4000)).roles == {second: "administrator"}
    assert (await _later(database, 4000, {THIRD: "staff"})).roles == {second: "administrator", staff: "staff"}
    assert (await _later(database, 4000, {OWNER: "administrator"})).roles == {first: "administrator"}


async def test_an_administrator_whose_seat_has_lapsed_does_not_come_back_by_anothers_leaving(
    database: Database,
) -> None:
    seats = await seats_with(database, {})
    first, second = [await let_in(seats, account, "administrator") for account in (OWNER, OTHER)]
    later = await _later(database, 100)
    later.use(first)
    later = await _later(database, 100)
    lapsed = [number for number in (first, second) if later.role(number) is None]

    [active] = {first, second} - set(lapsed)
    with pytest.raises(LastAdministrator):
        await later.remove(active)

    assert later.role(active) == "administrator"


async def test_a_use_is_not_lost_where_the_seats_are_read_anew_before_it_is_kept(database: Database) -> None:
    number = await let_in(await seats_with(database, {OWNER: "administrator"}), OTHER, "staff")
    named: dict[int, Role] = {OWNER: "administrator"}
    later = await _later(database, 89, named)

    later.use(number)
    await later.load()
    await later.keep_use()

    assert (await _later(database, 178, named)).role(number) == "staff"


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


async def test_who_waits_or_has_lapsed_may_get_no_reports_and_who_never_had_a_seat_may(database: Database) -> None:
    seats = await seats_with(database, {OWNER: "administrator"})
    await let_in(seats, OTHER, "leader")
    later = await _later(database, 90, {OWNER: "administrator"})

    assert [later.may_get(account) for account in (OWNER, OTHER, THIRD)] == [True, False, True]


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
        "SELECT id, language FROM delivery LEFT JOIN telegram_chat ON telegram_chat.number = chat"
        " LEFT JOIN bound_chat USING (chat) ORDER BY id",
    )
    assert sent == [(None, None), (-6, None), (-5, "nb")]
    assert rows(path, "SELECT * FROM invite") == []
