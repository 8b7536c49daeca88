"""`vaktlogg report --annual` and `--national`: every register in use as one report, and the national form."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from bot.cli.folders import report_folder, write_file
from bot.cli.report import NoSuchReport
from bot.config.config import Config
from bot.config.forms import forms_of
from reports.analysis.period import Period
from reports.analysis.period_parser import reported_period
from reports.annual.files import annual_files, national_files
from reports.annual.reading import AskedReport, annual_wording, check_national
from reports.documents import ChapterFormat
from reports.report_files import DOCUMENTS, Document, File
from reports.words.language import Language
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.fault import N_
from storage.figures.counts import Counts
from storage.forms.form import telephone_of

NATIONAL: tuple[ChapterFormat, ...] = ("html", "pdf", "docx")
"""The formats that the page of the national form is written in."""


@dataclass(frozen=True)
class AnnualRequest:
    """A period in words, and formats, the usual ones where none is named.

    ``whole`` asks for the annual report, ``national`` for the page of the national form; ``alone`` unless other
    options stand beside them.
    """

    period: str
    formats: tuple[Document, ...] = ()
    whole: bool = True
    national: bool = False
    alone: bool = True

    def check(self) -> None:
        """Raise `NoSuchReport` where what is asked for does not go together."""
        if not self.alone:
            raise NoSuchReport(
                N_(
                    "--annual and --national tell of every register, for internal use; only --out and --format go"
                    " with them."
                )
            )
        if self.national and not self.whole and "xlsx" in self.formats:
            raise NoSuchReport(N_("The page of the national form is written as html, pdf or docx."))

    @property
    def page_formats(self) -> Sequence[ChapterFormat]:
        """The formats of the national form's page: html and pdf unless others are named."""
        return [kind for kind in NATIONAL if kind in (self.formats or NATIONAL[:2])]


async def write_annual(config: Config, request: AnnualRequest, out: Path | None) -> None:
    """Write what is asked for of a period into a folder, and say where. Raises a `Fault`.

    The same records give the same bytes; a file is there whole or not at all.
    """
    request.check()
    folder, today = report_folder(config, out, public=False), config.now().date()
    period = reported_period(request.period, today=today)
    if request.national:
        check_national(period)
    for file in await _files(config, request, period):
        write_file(folder / file.name, file.content)
        typer.echo(str(folder / file.name))


async def _files(config: Config, request: AnnualRequest, period: Period) -> Sequence[File]:
    forms, worker = forms_of(config), WorkerClient()
    asked = AskedReport(period, config.now().date(), Language(config.language), config.stays.beds)
    files = list[File]()
    async with Database.open(config.database.path, must_exist=True) as database:
        try:
            told = await annual_wording(Counts(database, telephone_of(forms).key), forms, asked)
            if request.whole:
                files += await annual_files(worker, told, config.centre, request.formats or DOCUMENTS)
            if request.national:
                files += await national_files(worker, told, config.centre, request.page_formats)
        finally:
            await worker.close()
    return files
