"""`vaktlogg import-log`: how many calls the telephone exchange answered, all days of a list or none."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from bot.config import Config
from reports.language import Language
from storage.database import Database
from storage.exchange_columns import Named
from storage.exchange_days import ExchangeDays, Kept
from storage.exchange_list import Listed, read_list


async def import_log(
    config: Config, file: Path, named: Named, clock: Callable[[], datetime], say: Callable[[str], None]
) -> None:
    """Keep the calls of each day of a list, and say how many there are and what was new.

    Raises a `Fault` and keeps nothing of a faulty file.
    """
    listed = read_list(file, named, now=clock())
    database = await Database.open(config.database.path)
    try:
        kept = await ExchangeDays(database).keep(listed.days)
    finally:
        await database.close()
    say(" ".join(told(Language(config.language), listed, kept)))


def told(language: Language, listed: Listed, kept: Kept) -> Iterator[str]:
    """Yield the sentences about what was read and kept."""
    if listed.days:
        yield language.text(
            "Read {calls} on {days} ({stretch}).",
            calls=language.plural("{n}\u00a0call", "{n}\u00a0calls", sum(listed.days.values())),
            days=language.plural("{n}\u00a0day", "{n}\u00a0days", len(listed.days)),
            stretch=language.days(min(listed.days), max(listed.days)),
        )
        yield from _news(language, kept)
    if listed.today:
        yield language.text("Today is left out, since it is not over.")


def _news(language: Language, kept: Kept) -> Iterator[str]:
    if not kept.new and not kept.raised:
        yield language.text("All of it was known from before.")
        return
    yield language.plural(
        "{n} day was new; {known} known from before.",
        "{n} days were new; {known} known from before.",
        kept.new,
        known=language.number(kept.known),
    )
    if kept.raised:
        yield language.plural(
            "{n} known day got more calls than it had.",
            "{n} known days got more calls than they had.",
            kept.raised,
        )
