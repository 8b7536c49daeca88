"""`vaktlogg import`: records made elsewhere, all of them or none."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import Progress as Bar

from bot.cli.console_audit import note_at_console
from bot.cli.import_tally import TallyRequest, keep_tally
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from handlers.operations.file_import import LONGEST_NAME
from handlers.operations.import_words import STEPS, news, overlapping
from reports.words.language import Language
from storage.database.connection import Database
from storage.fault import N_, Fault
from storage.forms.views import refresh_views
from storage.hour import Hour
from storage.imports.imports import Addition, Imports
from storage.imports.mapping import read_map
from storage.imports.reader import read_rows
from storage.imports.steps import Progress, Step, untold
from storage.tallies.tally_map import is_tally_map


class NoSourceName(Fault):
    """What stands after `--source` cannot be a name."""


@dataclass(frozen=True)
class ImportRequest:
    """What to import: a ``file`` of a form, through a map if it has columns of its own, and whose it is."""

    file: Path
    form: str
    map_file: Path | None = None
    source: str | None = None

    @property
    def name(self) -> str:
        """The name of the source, empty where none is given. Raises `NoSourceName`."""
        name = " ".join((self.source or "").split())
        if self.source is not None and not (0 < len(name) <= LONGEST_NAME and name.isprintable()):
            raise NoSourceName(
                N_("--source takes a name of 1 to {most} characters. Nothing is imported."), most=LONGEST_NAME
            )
        return name


async def import_records(config: Config, wanted: ImportRequest) -> str:
    """Import a file, and return in words how many records are new and how to take them back.

    Where it overlaps what is held, that is said on standard error. A map of counts makes figures of earlier months
    instead. Raises a `Fault` and keeps nothing of a faulty
    file.
    """
    if wanted.map_file is not None and is_tally_map(wanted.map_file):
        return await keep_tally(config, TallyRequest(wanted.file, wanted.form, wanted.map_file))
    forms, name = forms_of(config), wanted.name
    form = form_named(forms, wanted.form)
    now = Hour.of(config.now())
    language = Language(config.language)
    mapped = None if wanted.map_file is None else read_map(wanted.map_file, form)
    async with Database.open(config.database.path) as database:
        await refresh_views(database, forms.values())
        with _shown(language) as progress:
            rows = read_rows(wanted.file, form, mapped, now=now, progress=partial(progress, "reading"))
            addition = await Imports(database).add(form, rows, config.retention, name, now=now, progress=progress)
        await note_at_console(config, database, "imported", addition.number)
    if addition.overlap:
        typer.echo(overlapping(addition.overlap, addition.known, language), err=True)
    return " ".join(_told(addition, language))


def _told(addition: Addition, language: Language) -> Iterator[str]:
    yield news(addition.added, addition.known, language)
    if addition.added:
        yield language.text(
            "This is import {number}; “vaktlogg imports --undo {number}” takes it back.", number=addition.number
        )
    else:
        yield language.text("This is import {number}.", number=addition.number)


@contextmanager
def _shown(language: Language) -> Iterator[Progress]:
    """Yield what draws a bar on standard error, where that is a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield untold
        return
    with Bar(console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(step: Step, done: int, total: int) -> None:
            bar.update(task, description=language.text(STEPS[step]), completed=done, total=total or None)

        yield show
