"""What a restore leaves behind: void codes, numbers above a gap, and what is still to be asked."""

from datetime import UTC, date, datetime

import pytest

from storage.database.connection import Database
from storage.deliveries.chats import Chats, Report
from storage.deliveries.deliveries import Deliveries
from storage.operations.restores import Restores
from storage.people.invites import Invites
from storage.people.seats import Seats
from tests.storage.people.holding import let_in, seats_with

NOW = datetime(2026, 11, 30, 9, 41, tzinfo=UTC)
TODAY = date(2026, 11, 30)
AT = NOW.replace(tzinfo=None)


@pytest.fixture
async def seats(database: Database) -> Seats:
    """Hold an administrator of the config, and two who came with invitations."""
    seats = await seats_with(database, {13: "administrator"})
    await let_in(seats, 21, "administrator")
    await let_in(seats, 22, "leader")
    return seats


async def _seat_states(database: Database) -> list[tuple[object, ...]]:
    return await database.read("SELECT number, waiting, restored FROM seat ORDER BY number")


async def test_who_is_no_administrator_has_to_be_let_in_again(database: Database, seats: Seats) -> None:
    await Restores(database).begin(AT)
    await seats.load()

    assert await _seat_states(database) == [(1, 0, 0), (2, 0, 0), (3, 1, 1)]
    assert [seat.restored for seat in seats.all] == [False, False, True]


async def test_who_was_never_let_in_waits_as_before(database: Database, seats: Seats) -> None:
    invites = Invites(database, seats)
    await invites.make("code", "staff", by=None, now=NOW)
    await invites.redeem("code", 23, now=NOW)

    await Restores(database).begin(AT)

    assert (await _seat_states(database))[-1] == (4, 1, 0)


async def test_codes_open_nothing_any_more(database: Database, seats: Seats) -> None:
    invites, chats = Invites(database, seats), Chats(database)
    await invites.make("code", "staff", by=None, now=NOW)
    await chats.make_code("bind", by=None, now=NOW)

    await Restores(database).begin(AT)

    assert await invites.redeem("code", 23, now=NOW) is None
    assert not await chats.knows("bind", NOW)


async def test_every_number_that_is_given_afterwards_is_above_the_same_gap(
    database: Database, seats: Seats
) -> None:
    before = await Deliveries(database).begin("monthly", "2026-09", 0, today=TODAY)
    await Restores(database).begin(AT)

    seat = await let_in(seats, 24, "staff")
    invite = await Invites(database, seats).make("code", "staff", by=None, now=NOW)
    after = await Deliveries(database).begin("monthly", "2026-10", 0, today=TODAY)

    assert (before.number, after.number) == (1, 1001)
    assert (seat, invite) == (1001, 1002)


@pytest.mark.parametrize(("highest", "above"), [(0, 1000), (499, 1000), (500, 2000), (1007, 2000), (1700, 3000)])
async def test_the_gap_is_never_less_than_five_hundred(database: Database, highest: int, above: int) -> None:
    if highest:
        await database.write(
            "INSERT INTO release VALUES (?, '2026-11-30', 'call', '2025', 5, NULL, NULL, 1)", (highest,)
        )

    await Restores(database).begin(AT)

    assert await database.read("SELECT numbers_above FROM restored") == [(above,)]


async def test_a_second_restore_leaves_a_gap_of_its_own(database: Database) -> None:
    for _ in range(2):
        await Restores(database).begin(AT)

    assert await database.read("SELECT numbers_above FROM restored") == [(1000,), (2000,)]


async def test_the_latest_restore_is_told_with_what_has_been_asked(database: Database) -> None:
    restores = Restores(database)
    assert await restores.latest() is None
    for at in (datetime(2026, 1, 1, 8, 0, tzinfo=UTC), NOW):
        await restores.begin(at.replace(tzinfo=None))
    restore = await restores.latest()
    assert restore is not None

    await restores.note_people_asked(restore)
    await restores.note_reports_asked(restore)

    assert await database.read("SELECT at, people_asked, reports FROM restored ORDER BY number") == [
        ("2026-01-01T08:00", 0, "unknown"),
        ("2026-11-30T09:41", 1, "asked"),
    ]


async def test_reports_are_settled_once(database: Database) -> None:
    restores, deliveries = Restores(database), Deliveries(database)
    await deliveries.begin("monthly", "2026-09", 3, today=TODAY)
    await restores.begin(AT)
    doubtful: list[tuple[Report, str, int]] = [("monthly", "2026-09", 3), ("monthly", "2026-10", 3)]

    first = await restores.settle_reports(1, doubtful, "sent")
    second = await restores.settle_reports(1, doubtful, "sending")

    assert (first, second) == (True, False)
    assert await deliveries.done(3) == {("monthly", "2026-09"), ("monthly", "2026-10")}
