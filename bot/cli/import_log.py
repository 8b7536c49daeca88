"""`vaktlogg import-log`: how many calls the telephone exchange answered, all days of a list or none."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.config.config import Config
from handlers.operations.call_list_words import sentences
from reports.words.language import Language
from storage.call_lists.days import ExchangeDays, read_list
from storage.database.connection import Database


async def import_log(  # noqa: PLR0913 - an option of the command each
    config: Config,
    file: Path,
    now: datetime,
    *,
    time: Sequence[str] = (),
    count: str | None = None,
    replace: bool = False,
) -> str:
    """Keep the calls of each day of a list, and return in words how many there are and what was new.

    Of a known day the greater number stands, unless the list is to ``replace`` it. Raises a `Fault` and keeps
    nothing of a faulty file.
    """
    listed = read_list(file, time=time, count=count, now=now)
    async with Database.open(config.database.path) as database:
        kept = await ExchangeDays(database).keep(listed.days, replace=replace)
    return " ".join(sentences(Language(config.language), listed, kept, replace=replace))
