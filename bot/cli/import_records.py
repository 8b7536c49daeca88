"""`vaktlogg import`: records made elsewhere, all of them or none."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import Progress

from bot.cli.console_audit import note_at_console
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from reports.words.language import Language
from storage.database.connection import Database
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.forms.views import refresh_views
from storage.hour import Hour
from storage.imports.comparison import Overlap
from storage.imports.imports import Addition, Imports
from storage.imports.mapping import ImportMap, read_map
from storage.imports.reader import read_drafts
from storage.records.records import Draft

LONGEST_NAME = 40


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

    Where it overlaps what is held, that is said on standard error. Raises a `Fault` and keeps nothing of a faulty
    file.
    """
    forms, name = forms_of(config), wanted.name
    form = form_named(forms, wanted.form)
    now = Hour.of(config.now())
    language = Language(config.language)
    mapped = None if wanted.map_file is None else read_map(wanted.map_file, form)
    drafts = _read(wanted.file, form, mapped, now, language)
    async with Database.open(config.database.path) as database:
        await refresh_views(database, forms.values())
        addition = await Imports(database).add(form, drafts, config.retention, name, now=now)
        await note_at_console(config, database, "imported", addition.number)
    if addition.overlap:
        typer.echo(_overlapping(addition.overlap, addition.known, language), err=True)
    return " ".join(_told(addition, language))


def _overlapping(overlap: Overlap, known: int, language: Language) -> str:
    return language.plural(
        "The file has {n} row of days that have records already ({stretch}). Known and left out: {known}.",
        "The file has {n} rows of days that have records already ({stretch}). Known and left out: {known}.",
        overlap.rows,
        stretch=language.days(overlap.first, overlap.last),
        known=language.number(known),
    )


def _told(addition: Addition, language: Language) -> Iterator[str]:
    yield language.plural(
        "{n} new record; {known} known from before.",
        "{n} new records; {known} known from before.",
        addition.added,
        known=language.number(addition.known),
    )
    if addition.added:
        yield language.text(
            "This is import {number}; “vaktlogg imports --undo {number}” takes it back.", number=addition.number
        )
    else:
        yield language.text("This is import {number}.", number=addition.number)


def _read(file: Path, form: Form, mapped: ImportMap | None, now: Hour, language: Language) -> list[Draft]:
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(language.text("Reading rows"), total=None)
        return read_drafts(file, form, mapped, now=now, progress=lambda rows: progress.advance(task, rows))
