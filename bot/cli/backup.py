"""`vaktlogg backup`: a copy of the database now, whether the bot runs or not."""

from bot.config.config import Config
from handlers.operations.copy_now import CopyNow, needed, written
from reports.words.language import Language
from storage.backup.last_copy import LastCopy
from storage.database.connection import Database


async def backup(config: Config) -> str:
    """Make today's copy; say where it lies. Raises `NoCopies`, `OldCopiesStay` and the faults of `make_copy`."""
    plan = needed(config.copies)
    async with Database.open(config.database.path, must_exist=True) as database:
        made = await CopyNow(plan, LastCopy(database)).make(config.now().date())
    return written(made, Language(config.language))
