from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.config.config import Config
from bot.config.desk import DeskSection
from bot.config.sections import DatabaseSection
from bot.demo.clock import PracticeClock
from bot.demo.next_report import NextReport
from reports.words.language import Language
from storage.database.connection import Database
from storage.deliveries.chats import Chats
from storage.records.records import Records
from tests.storage.binding import bind

NOW = datetime(2026, 11, 24, 9, 17, tzinfo=ZoneInfo("Europe/Oslo"))


@pytest.fixture
def next_report(tmp_path: Path) -> NextReport:
    """Return what moves a desk without a call on to the next report."""
    config = Config(database=DatabaseSection(path=tmp_path / "vaktlogg.db"))
    return NextReport(config, PracticeClock(lambda: NOW), Language("nb"), seed=1)


async def test_where_no_chat_gets_reports_that_is_said_and_the_time_stands(next_report: NextReport) -> None:
    assert await next_report.jump() == "Ingen chat får rapporter. Skriv /bind fra plassen til ledelsen først."
    assert next_report.clock() == NOW


async def test_where_the_desk_alone_gets_reports_that_is_said(next_report: NextReport) -> None:
    at_the_desk = replace(next_report, config=next_report.config.model_copy(update={"desk": DeskSection()}))

    told = await at_the_desk.jump()

    assert "rapporten for november 2026 kommer ved vaktbordet." in told
    assert next_report.clock() > NOW


async def test_the_days_until_then_get_their_calls_and_the_clock_is_moved(next_report: NextReport) -> None:
    async with Database.open(next_report.config.database.path) as database:
        chats = Chats(database)
        await bind(chats, 12, "2026-11-24T09:17")
        told = await next_report.jump()
        kept = await Records(database).count()

    assert told == "Det er nå torsdag 3. desember, og rapporten for november 2026 kommer."
    assert f"{next_report.clock():%Y-%m-%dT%H:%M}" == "2026-12-03T08:01"
    assert kept > 5


async def test_each_jump_brings_calls_of_its_own(next_report: NextReport) -> None:
    async with Database.open(next_report.config.database.path) as database:
        chats = Chats(database)
        await bind(chats, 12, "2026-11-24T09:17")
        counts = []
        for _ in range(3):
            await next_report.jump()
            counts.append(await Records(database).count())

    assert counts[0] + 20 < counts[1]
    assert counts[1] + 20 < counts[2]
