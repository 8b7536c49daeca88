"""`vaktlogg report --annual` and `--national`: every register in use as one report, and the national form."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from bot.cli.folders import report_folder, write_file
from bot.cli.noted_release import noted_release
from bot.cli.report import NoSuchReport
from bot.config.config import Config
from bot.config.forms import forms_of
from reports.analysis.period_parser import reported_period
from reports.annual.annual_wording import AnnualWording
from reports.annual.files import annual_files, national_files
from reports.annual.public_annual import public_annual
from reports.annual.reading import AskedReport, annual_wording, check_national
from reports.documents import ChapterFormat
from reports.public_report import PublicReports
from reports.publishing import Publisher
from reports.report_files import DOCUMENTS, Document, File
from reports.words.language import Language
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.fault import N_
from storage.figures.counts import Counts
from storage.forms.form import telephone_of
from storage.releases.ledger import Ledger

NATIONAL: tuple[ChapterFormat, ...] = ("html", "pdf", "docx")
"""The formats that the page of the national form is written in."""


@dataclass(frozen=True)
class AnnualRequest:
    """A period in words, and formats, the usual ones where none is named.

    ``whole`` asks for the annual report, ``national`` for the page of the national form; ``alone`` unless options
    stand beside them that belong to neither. ``public`` asks for what may be published; a ``dry_run`` of it writes
    nothing.
    """

    period: str
    formats: tuple[Document, ...] = ()
    whole: bool = True
    national: bool = False
    alone: bool = True
    public: bool = False
    dry_run: bool = False

    def check(self) -> None:
        """Raise `NoSuchReport` where what is asked for does not go together."""
        if not self.alone:
            raise NoSuchReport(
                N_(
                    "--annual and --national tell of every register; only --out and --format go with them, and"
                    " with --annual alone --public and --dry-run."
                )
            )
        if self.public and self.national:
            raise NoSuchReport(N_("The page of the national form is for internal use; it cannot be had --public."))
        if self.dry_run and not self.public:
            raise NoSuchReport(N_("--dry-run belongs to --public."))
        if self.national and not self.whole and "xlsx" in self.formats:
            raise NoSuchReport(N_("The page of the national form is written as html, pdf or docx."))

    @property
    def page_formats(self) -> Sequence[ChapterFormat]:
        """The formats of the national form's page: html and pdf unless others are named."""
        return [kind for kind in NATIONAL if kind in (self.formats or NATIONAL[:2])]


async def write_annual(config: Config, request: AnnualRequest, out: Path | None) -> None:
    """Write what is asked for of a period into a folder, and say where. Raises a `Fault`.

    The same records give the same bytes; a file is there whole or not at all. A public report is noted as released
    before any file is written, and what it hides is said before that, on standard error.
    """
    request.check()
    folder, today = report_folder(config, out, public=request.public), config.now().date()
    period, language = reported_period(request.period, today=today), Language(config.language)
    if request.national:
        check_national(period)
    async with Database.open(config.database.path, must_exist=True) as database:
        asked = AskedReport(period, today, language, config.stays.beds)
        for file in await _Annual(config, request, asked, database).files():
            write_file(folder / file.name, file.content)
            typer.echo(str(folder / file.name))


@dataclass(frozen=True)
class _Annual:
    """Makes the files that a request asks for."""

    config: Config
    request: AnnualRequest
    asked: AskedReport
    database: Database

    async def files(self) -> Sequence[File]:
        """Make them, and note what is published; none where that is only tried. Raises a `Fault`."""
        forms, worker = forms_of(self.config), WorkerClient()
        counts = Counts(self.database, telephone_of(forms).key)
        try:
            told = await annual_wording(counts, forms, self.asked)
            if self.request.public:
                return await self._public(counts, worker, told)
            return await self._internal(worker, told)
        finally:
            await worker.close()

    async def _internal(self, worker: WorkerClient, told: AnnualWording) -> Sequence[File]:
        request, centre, files = self.request, self.config.centre, list[File]()
        if request.whole:
            files += await annual_files(worker, told, centre, request.formats or DOCUMENTS)
        if request.national:
            files += await national_files(worker, told, centre, request.page_formats)
        return files

    async def _public(self, counts: Counts, worker: WorkerClient, full: AnnualWording) -> Sequence[File]:
        request, config = self.request, self.config
        public = PublicReports(Publisher(counts, Ledger(self.database), worker, config.publication.k))
        made = await public_annual(public, full, self.asked)
        files = await annual_files(worker, made.told, config.centre, request.formats or DOCUMENTS)
        noted = await noted_release(config, self.database, public, made.draft, dry_run=request.dry_run)
        return files if noted else ()
