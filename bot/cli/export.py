"""`vaktlogg export`: the records of one form as a file, with a code list beside it or in it."""

from importlib.metadata import version
from pathlib import Path

from bot.cli.console_audit import note_at_console
from bot.cli.exported_files import ExportFolder, NotExported
from bot.cli.folders import internal_path
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from bot.forgetting import Forgetting
from reports.parquet.description import FileOrigin
from reports.words.language import Language
from storage.database.connection import Database
from storage.fault import N_
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.export import Export, Stretch
from storage.table_files.csv_writer import CsvWriter

ROWS_OF_A_SHEET = 1_048_575
RECORDS = "records.csv"
ROWS_TELL = N_(
    "The rows of “{form}” tell when each person came and went, and so who lived here: they are not exported."
    " Where they have to be, an administrator adds --rows for this one file, which the audit then names."
)


async def export(config: Config, form_key: str, stretch: Stretch, out: Path, *, rows: bool = False) -> str:
    """Write the records of a form, once what is too old is forgotten, and return in words how many there are.

    Those that stay open are written only where their ``rows`` are asked for. Raises a `Fault`; then no file is
    touched. The files are their owner's alone. `.csv` gets its code list in a file beside it, `.xlsx` in a sheet
    of its own, `.parquet` in what it says of itself.
    """
    forms = forms_of(config)
    form = form_named(forms, form_key)
    if form.stays_open and not rows:
        raise NotExported(ROWS_TELL, form=form.key)
    internal_path(config, out)
    if out.suffix not in {".csv", ".xlsx", ".parquet"}:
        raise NotExported(N_("The file has to end in .csv, .xlsx or .parquet."))
    check_order(stretch)
    async with Database.open(config.database.path, must_exist=True) as database:
        await Forgetting.said(config, forms).forget(database, now=Hour.of(config.now()))
        with ExportFolder.beside(out) as folder:
            count = await _write(Export(database, form), stretch, folder)
            if out.suffix == ".xlsx" and count > ROWS_OF_A_SHEET:
                raise NotExported(N_("A sheet has no room for so many records. Choose .csv or fewer days."))
            finished, codes = await _finished(config, form, stretch, folder)
            await note_at_console(config, database, "exported_rows" if form.stays_open else "exported", form.key)
            folder.hand_over(finished, codes)
    return Language(config.language).plural("{n} record exported.", "{n} records exported.", count)


def check_order(stretch: Stretch) -> None:
    """Raise `NotExported` of days that end before they begin."""
    if stretch.last < stretch.first:
        raise NotExported(N_("The last day comes before the first."))


async def _write(records: Export, stretch: Stretch, folder: ExportFolder) -> int:
    count = 0
    with folder.open(RECORDS) as file:
        writer = CsvWriter(file)
        writer.write(records.columns)
        async for row in records.rows(stretch):
            writer.write(row)
            count += 1
    return count


async def _finished(
    config: Config, form: Form, stretch: Stretch, folder: ExportFolder
) -> tuple[Path, Path | None]:
    """Return the file as it was asked for, and the code list that is to lie beside it, if any."""
    records = folder.path / RECORDS
    match folder.out.suffix:
        case ".csv":
            return records, folder.write_codes(form)
        case ".xlsx":
            return await folder.workbook(records, folder.write_codes(form)), None
    origin = FileOrigin(version("vaktlogg"), config.centre, form, stretch)
    return await folder.parquet(records, origin.of_records()), None
