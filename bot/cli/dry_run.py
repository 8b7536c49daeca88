"""`vaktlogg import --dry-run`: what an import would do."""

from collections.abc import Iterator, Sequence

import typer

from bot.cli.import_records import ImportRequest, shown_progress
from bot.cli.text_table import aligned, blocks, is_narrow, output_width, wrapped
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from handlers.operations.dry_run_words import (
    after_faults,
    fault_table,
    month_lines,
    outlook,
    tally_lines,
    unanswered,
)
from handlers.operations.file_import import FileImport, Rehearsal
from handlers.operations.import_words import Table, noted, shown_rows
from reports.words.language import Language
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.export import time_columns

FIRST_LINE, COUNT = 0, 4
"""The columns of faults that hold numbers."""


class ImportImpossible(Fault):
    """An import of a file would be refused."""


async def dry_run(config: Config, wanted: ImportRequest) -> None:
    """Print what an import would do, and change nothing. Raises `ImportImpossible` and other faults."""
    language, form = Language(config.language), form_named(forms_of(config), wanted.form)
    files = FileImport(config.database.path, config.retention, lambda: Hour.of(config.now()))
    sent = wanted.sent(form)
    with shown_progress(language) as progress:
        found = await files.rehearse(sent, progress)
    typer.echo(report(found, form, language, output_width()))
    if found.refused is not None:
        raise ImportImpossible(N_("Nothing would be imported from {file}."), file=wanted.file.name)


def report(found: Rehearsal, form: Form, language: Language, width: int) -> str:
    """Return what was found in a file, as text of so many columns."""
    parts = [
        [outlook(found, language)],
        _first_rows(found, form, language, width),
        _tally(found, form, language, width),
        noted(found.notes, language),
        _faults(found, language, width),
    ]
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part)))


def _first_rows(found: Rehearsal, form: Form, language: Language, width: int) -> Iterator[str]:
    if not found.first:
        return
    shown = shown_rows(form, found.first, language)
    yield language.text("The first good rows, as they would be kept")
    yield ""
    rows = [shown.headings, *shown.rows]
    if is_narrow(rows, width):
        yield from wrapped(rows, width)
    else:
        yield from blocks(shown.headings, shown.rows, width, len(time_columns(form)) + 1)


def _tally(found: Rehearsal, form: Form, language: Language, width: int) -> Iterator[str]:
    tally = found.tally
    if not tally.rows:
        return
    yield language.plural(
        "{n} good row in the file, new or known from before. Shares are of the known answers.",
        "{n} good rows in the file, new and known from before. Shares are of the known answers.",
        tally.rows,
    )
    yield from _counted([month_lines(tally, language), *tally_lines(form, tally, language)], width)
    if left_out := unanswered(form, tally, language):
        yield ""
        yield from wrapped([[left_out]], width)


def _counted(tables: Sequence[Table], width: int) -> Iterator[str]:
    """Yield tables below each other with their numbers in the same columns."""
    rows = [[f"  {row[0]}", row[1], "".join(row[2:])] for table in tables for row in table.rows]
    lines = aligned(rows, {1, 2})
    for table in tables:
        yield ""
        yield from wrapped([table.headings], width)
        for _ in table.rows:
            yield next(lines).rstrip()


def _faults(found: Rehearsal, language: Language, width: int) -> Iterator[str]:
    table = fault_table(found, language)
    if table.rows:
        yield language.text("Faults")
        yield ""
        yield from wrapped([table.headings, *table.rows], width, {FIRST_LINE, COUNT})
    yield from after_faults(found, language)
