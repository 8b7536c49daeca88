"""Noting in the audit what is done at the console."""

from bot.config.config import Config
from storage.audit.audit import Act, Audit
from storage.database.connection import Database
from storage.hour import Hour


async def note_at_console(config: Config, database: Database, act: Act, *about: object) -> None:
    """Note an act of whoever sits at the console. Raises a `DatabaseFault`."""
    await Audit(database).note(act, *about, by=None, now=Hour.of(config.now()))
