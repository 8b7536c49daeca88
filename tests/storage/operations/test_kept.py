"""What is kept of the program's own running, across restarts."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from storage.database.connection import Database
from storage.operations.alert_days import AlertDays
from storage.operations.heartbeat import Heartbeat
from storage.operations.told_weeks import ToldWeeks


async def test_the_last_heartbeat_is_kept_in_utc(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "v.db") as database:
        before = await Heartbeat(database).last()
        for minute in (1, 2):
            await Heartbeat(database).beat(datetime(2026, 7, 1, 12, minute, tzinfo=ZoneInfo("Europe/Oslo")))
    async with Database.open(tmp_path / "v.db") as database:
        last = await Heartbeat(database).last()

    assert before is None
    assert last == datetime(2026, 7, 1, 10, 2, tzinfo=UTC)


async def test_the_last_week_told_of_is_kept(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "v.db") as database:
        before = await ToldWeeks(database).last()
        for day in (23, 30):
            await ToldWeeks(database).keep(date(2026, 11, day))
    async with Database.open(tmp_path / "v.db") as database:
        last = await ToldWeeks(database).last()

    assert (before, last) == (None, date(2026, 11, 30))


async def test_it_is_known_whether_there_was_trouble_since_a_day(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "v.db") as database:
        days = AlertDays(database)
        await days.keep("disk_space", date(2026, 11, 23))

        assert await days.any_since(date(2026, 11, 23))
        assert not await days.any_since(date(2026, 11, 24))
