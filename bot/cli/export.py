"""`vaktlogg export`: the records of one form as a file, with a code list beside it."""

import asyncio
import os
import sys
import tempfile
from asyncio.subprocess import PIPE
from pathlib import Path
from typing import TextIO

from bot.cli.console_audit import note_at_console
from bot.cli.folders import internal_path
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from bot.forgetting import Forgetting
from reports.excel.code_list import COLUMNS, code_list
from reports.words.language import Language
from storage.database.connection import Database
from storage.fault import N_, Fault, why
from storage.forms.form import Form
from storage.hour import Hour
from storage.private_files import private_opener
from storage.records.export import Export, Stretch
from storage.table_files.csv_writer import CsvWriter

ROWS_OF_A_SHEET = 1_048_575
RECORDS, CODES = "records.csv", "codes.csv"
OTHERS = 0o077
"""What is taken from the modes of the workbook and of the files beside it that its library makes."""
ROWS_TELL = N_(
    "The rows of “{form}” tell when each person came and went, and so who lived here: they are not exported."
    " Where they have to be, an administrator adds --rows for this one file, which the audit then names."
)


class NotExported(Fault):
    """The export could not be written."""


async def export(config: Config, form_key: str, stretch: Stretch, out: Path, *, rows: bool = False) -> str:
    """Write the records of a form, once what is too old is forgotten, and return in words how many there are.

    Those that stay open are written only where their ``rows`` are asked for. Raises a `Fault`; then no file is
    touched. The files are their owner's alone. `.csv` gets its code list in a file beside it, `.xlsx` in a sheet
    of its own.
    """
    forms = forms_of(config)
    form = form_named(forms, form_key)
    if form.stays_open and not rows:
        raise NotExported(ROWS_TELL, form=form.key)
    internal_path(config, out)
    if out.suffix not in {".csv", ".xlsx"}:
        raise NotExported(N_("The file has to end in .csv or .xlsx."))
    if stretch.last < stretch.first:
        raise NotExported(N_("The last day comes before the first."))
    async with Database.open(config.database.path, must_exist=True) as database:
        await Forgetting.said(config, forms).forget(database, now=Hour.of(config.now()))
        try:
            # On the same disk, so that a finished file only has to get its name.
            with tempfile.TemporaryDirectory(prefix=".vaktlogg-", dir=out.parent) as place:
                count = await _write(Export(database, form), stretch, Path(place))
                if out.suffix == ".xlsx" and count > ROWS_OF_A_SHEET:
                    raise NotExported(N_("A sheet has no room for so many records. Choose .csv or fewer days."))
                _write_codes(Path(place) / CODES, form)
                await note_at_console(
                    config, database, "exported_rows" if form.stays_open else "exported", form.key
                )
                await _hand_over(Path(place), out)
        except OSError as fault:
            raise NotExported(N_("{path} cannot be written: {reason}."), path=out, reason=why(fault)) from fault
    return Language(config.language).plural("{n} record exported.", "{n} records exported.", count)


async def _write(records: Export, stretch: Stretch, folder: Path) -> int:
    count = 0
    with _new(folder / RECORDS) as file:
        writer = CsvWriter(file)
        writer.write(records.columns)
        async for row in records.rows(stretch):
            writer.write(row)
            count += 1
    return count


def _write_codes(path: Path, form: Form) -> None:
    with _new(path) as file:
        writer = CsvWriter(file)
        for row in (COLUMNS, *code_list(form)):
            writer.write(row)


def _new(path: Path) -> TextIO:
    return open(path, "x", encoding="utf-8", newline="", opener=private_opener)


async def _hand_over(folder: Path, out: Path) -> None:
    if out.suffix == ".csv":
        _put(folder / RECORDS, out)
        _put(folder / CODES, out.with_name(f"{out.stem}-{CODES}"))
        return
    book = folder / "book.xlsx"
    writer = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "reports.excel.export_file", book, folder / RECORDS, folder / CODES),
        stderr=PIPE,
        umask=OTHERS,
    )
    _, errors = await writer.communicate()
    if writer.returncode:
        reason = errors.decode(errors="replace").strip().rpartition("\n")[2]
        raise NotExported(N_("{path} cannot be written: {reason}."), path=out, reason=reason)
    _put(book, out)


def _put(finished: Path, path: Path) -> None:
    with finished.open("rb") as file:
        os.fsync(file.fileno())
    finished.replace(path)
