"""`vaktlogg audit`: who did what, the latest last."""

import asyncio

import typer

from bot.cli.options import DEFAULT_CONFIG, ConfigOption
from bot.config.config import Config, read_config
from handlers.people.audit_words import audit_line
from reports.words.language import Language
from storage.audit.audit import Audit
from storage.database.connection import Database


def audit_command(config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Print the audit."""
    typer.echo(asyncio.run(audit(read_config(config))))


async def audit(config: Config) -> str:
    """Return a line for each act that is kept. Raises a `DatabaseFault`."""
    language = Language(config.language)
    async with Database.open(config.database.path, must_exist=True) as database:
        entries = await Audit(database).entries()
    lines = [audit_line(entry, language) for entry in reversed(entries)]
    return "\n".join(lines) or language.text("Nothing has been noted.")
