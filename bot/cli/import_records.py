"""`vaktlogg import`: records made elsewhere, all of them or none."""

from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from reports.words.language import Language
from storage.database.connection import Database
from storage.forms.form import Form
from storage.forms.views import refresh_views
from storage.hour import Hour
from storage.imports.mapping import ImportMap, read_map
from storage.imports.reader import read_drafts
from storage.records.records import Draft, Records


async def import_records(config: Config, file: Path, form_key: str, map_file: Path | None) -> str:
    """Import a file, through a map if it has columns of its own, and return in words how many records are new.

    Raises a `Fault` and keeps nothing of a faulty file.
    """
    forms = forms_of(config)
    form = form_named(forms, form_key)
    now = Hour.of(config.now())
    language = Language(config.language)
    mapped = None if map_file is None else read_map(map_file, form)
    drafts = _read(file, form, mapped, now, language)
    async with Database.open(config.database.path) as database:
        await refresh_views(database, forms.values())
        new = await Records(database).save_all(drafts, now=now)
    known = language.number(len(drafts) - new)
    return language.plural(
        "{n} new record; {known} known from before.",
        "{n} new records; {known} known from before.",
        new,
        known=known,
    )


def _read(file: Path, form: Form, mapped: ImportMap | None, now: Hour, language: Language) -> list[Draft]:
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(language.text("Reading rows"), total=None)
        return read_drafts(file, form, mapped, now=now, progress=lambda rows: progress.advance(task, rows))
