"""Devices: browsers known by their cookies, unlocked and locked one session at a time."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from storage.database.connection import Database
from storage.people.devices import Devices

TODAY = date(2026, 11, 3)
SEAT = "INSERT INTO seat (number, role, used_on) VALUES (1, 'staff', '2026-11-01')"
DEVICE = "INSERT INTO device (seat, digest, name, paired_on, used_on) VALUES (1, zeroblob(32), '', ?1, ?1)"


@pytest.fixture
async def devices(tmp_path: Path) -> AsyncIterator[Devices]:
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        await database.write(SEAT)
        await database.write(DEVICE, ("2026-11-01",))
        devices = Devices(database, lambda: TODAY)
        await devices.load()
        yield devices


async def test_a_device_is_opened_by_the_session_it_was_unlocked_with_alone(devices: Devices) -> None:
    [device] = devices.all

    await devices.open(device, "first")

    assert [one.is_opened_by(session) for one in devices.all for session in ("first", "second", "")] == [
        True,
        False,
        False,
    ]


async def test_a_device_that_was_unlocked_meanwhile_is_not_locked(devices: Devices) -> None:
    [device] = devices.all
    await devices.open(device, "first")
    [idle] = devices.all
    await devices.open(idle, "second")

    await devices.lock(idle)
    await devices.load()

    assert [one.is_opened_by("second") for one in devices.all] == [True]


async def test_a_locked_device_is_locked_in_the_file_too(devices: Devices) -> None:
    [device] = devices.all
    await devices.open(device, "first")
    [opened] = devices.all

    await devices.lock(opened)
    locked = [one.session for one in devices.all]
    await devices.load()

    assert locked == [one.session for one in devices.all] == [None]


async def test_a_device_that_is_locked_while_all_are_read_stays_locked(devices: Devices) -> None:
    [device] = devices.all
    await devices.open(device, "first")
    [opened] = devices.all
    reading = asyncio.create_task(devices.load())
    await asyncio.sleep(0)

    await devices.lock(opened)
    await reading

    assert [one.session for one in devices.all] == [None]


async def test_whoever_waits_for_commits_is_woken_once_memory_has_followed_the_file(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        await database.write(SEAT)
        await database.write(DEVICE, ("2026-11-01",))
        devices = Devices(database, lambda: TODAY)
        await devices.load()
        opening = asyncio.create_task(devices.open(devices.all[0], "first"))
        seen = database.commits.count

        async with asyncio.timeout(10):
            while devices.all[0].session is None:
                seen = await database.commits.after(seen)

        await opening
        assert devices.all[0].is_opened_by("first")
