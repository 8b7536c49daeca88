from datetime import date

from storage.backup.last_copy import LastCopy
from storage.database.connection import Database


async def test_the_day_of_the_last_copy_is_known(database: Database) -> None:
    last_copy = LastCopy(database)

    assert await last_copy.read() is None
    for day in (date(2027, 11, 30), date(2026, 11, 30)):
        await last_copy.keep(day)
        assert await last_copy.read() == day
