"""An import that was killed while its records were made to count: the bot finishes it."""

from datetime import datetime

from storage.database.connection import Database
from storage.imports.file_row import FileRow, Said
from storage.imports.imports import Imports
from storage.records.retention import Retention
from tests.bot.chat_desk import OSLO, Desk, until
from tests.example_forms import CALL
from tests.storage.rows import NOW, rows

COUNTED = "SELECT coalesce(sum(calls), 0) FROM answer_count WHERE grain = 'month'"
AS_KILLED = (
    "UPDATE import_file SET stage = 'counting'",
    "UPDATE record SET voided_at = '' WHERE source IN ('1:2', '1:3')",
)


async def test_the_bot_finishes_it(desk: Desk) -> None:
    path = desk.config.database.path
    async with Database.open(path) as database:
        found = [FileRow("2016-07-14", Said("unspecified", "{}"))] * 3
        await Imports(database).add(CALL, found, Retention(own_hours=24, coarsen_days=7), now=NOW)
        for statement in AS_KILLED:
            await database.write(statement)
    before = rows(path, COUNTED)
    desk.clock.now = datetime(2026, 11, 20, 9, tzinfo=OSLO)

    async with desk.open():
        await until(lambda: rows(path, COUNTED) == [(3,)])

    assert before == [(1,)]
    assert rows(path, "SELECT stage FROM import_file") == [("done",)]
