from datetime import datetime, timedelta, timezone

from storage.database.connection import Database
from storage.database.last_poll import LastPoll
from tests.storage.rows import rows

MOMENT = datetime(2026, 11, 3, 14, 20, 31, tzinfo=timezone(timedelta(hours=1)))


async def test_the_moment_last_noted_is_known_to_the_minute_and_no_other(database: Database) -> None:
    polling = LastPoll(database)
    assert await polling.read() is None

    await polling.keep(MOMENT - timedelta(days=1))
    await polling.keep(MOMENT)

    assert await polling.read() == MOMENT.replace(second=0)
    assert len(rows(database.path, "SELECT * FROM polling")) == 1
