"""`vaktlogg import`: records made elsewhere, all of them or none."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import Progress as Bar

from bot.cli.console_audit import note_at_console
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from handlers.operations.file_import import LONGEST_NAME, SentFile, rows_of
from handlers.operations.import_words import STEPS, news, noted, overlapping
from reports.words.language import Language
from storage.database.connection import Database
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.forms.views import refresh_views
from storage.hour import Hour
from storage.imports.imports import Addition, Imports
from storage.imports.reading_notes import ReadingNotes
from storage.imports.steps import Progress, Step, untold
from storage.table_files.rows import FaultyRows


class NoSourceName(Fault):
    """What stands after `--source` cannot be a name."""


@dataclass(frozen=True)
class ImportRequest:
    """What to import: a ``file`` of a form, through a map if it has columns of its own, and whose it is."""

    file: Path
    form: str
    map_file: Path | None = None
    source: str | None = None
    sheet: str | None = None

    @property
    def name(self) -> str:
        """The name of the source, empty where none is given. Raises `NoSourceName`."""
        name = " ".join((self.source or "").split())
        if self.source is not None and not (0 < len(name) <= LONGEST_NAME and name.isprintable()):
            raise NoSourceName(
                N_("--source takes a name of 1 to {most} characters. Nothing is imported."), most=LONGEST_NAME
            )
        return name

    def sent(self, form: Form) -> SentFile:
        """Return it as a file of ``form``. Raises `NoSourceName`."""
        mapped = self.map_file
        return SentFile(self.file, str(self.file), form, mapped, str(mapped or ""), self.name, self.sheet)


async def import_records(config: Config, wanted: ImportRequest) -> str:
    """Import a file, and return in words how many records are new and how to take them back.

    Where it overlaps what is held, and what a map did besides renaming, is said on standard error. Raises a
    `Fault` and keeps nothing of a faulty file.
    """
    forms, now, language = forms_of(config), Hour.of(config.now()), Language(config.language)
    form = form_named(forms, wanted.form)
    sent, notes = wanted.sent(form), ReadingNotes()
    with shown_progress(language) as progress:
        rows = rows_of(sent, now, progress, FaultyRows(), notes)
        async with Database.open(config.database.path) as database:
            await refresh_views(database, forms.values())
            imports = Imports(database)
            addition = await imports.add(form, rows, config.retention, sent.source, now=now, progress=progress)
            await note_at_console(config, database, "imported", addition.number)
    for said in noted(notes, language):
        typer.echo(said, err=True)
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
def shown_progress(language: Language) -> Iterator[Progress]:
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
