"""`vaktlogg imports`: what has been imported, and taking it back."""

import asyncio

import typer

from bot.cli.console_audit import note_at_console
from bot.cli.options import DEFAULT_CONFIG, ConfigOption, UndoOption
from bot.cli.text_table import aligned
from bot.config.config import Config, read_config
from handlers.operations.import_words import undone
from reports.words.language import Language
from storage.database.connection import Database
from storage.fault import N_
from storage.hour import Hour
from storage.imports.imports import ImportFile, Imports

HEADINGS = (N_("number"), N_("source"), N_("form"), N_("day"), N_("rows"), N_("undone"))
COUNTS = {0, 4, 5}
"""The columns that hold numbers, which stand to the right."""
NO_NAME = "–"


def imports_command(config: ConfigOption = DEFAULT_CONFIG, undo: UndoOption = None) -> None:
    """List the imports, or take one back."""
    settings = read_config(config)
    typer.echo(asyncio.run(list_imports(settings) if undo is None else undo_import(settings, undo)))


async def list_imports(config: Config) -> str:
    """Finish what was broken off, and return a table with a line for each import. Raises a `DatabaseFault`."""
    language = Language(config.language)
    async with Database.open(config.database.path, must_exist=True) as database:
        imports = Imports(database)
        await imports.finish(now=Hour.of(config.now()))
        files = await imports.all()
    if not files:
        return language.text("Nothing has been imported.")
    return "\n".join(
        aligned([[language.text(word) for word in HEADINGS], *(_cells(f, language) for f in files)], COUNTS)
    )


async def undo_import(config: Config, number: int) -> str:
    """Void the rows of an import, and say how many. Raises a `Fault`."""
    async with Database.open(config.database.path, must_exist=True) as database:
        before = await Imports(database).undo(number, now=Hour.of(config.now()))
        await note_at_console(config, database, "import_undone", number)
    return undone(before, Language(config.language))


def _cells(file: ImportFile, language: Language) -> list[str]:
    added, undone = language.number(file.added), language.number(file.undone)
    return [str(file.number), file.name or NO_NAME, file.form, file.day, added, undone]
