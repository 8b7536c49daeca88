"""`vaktlogg report`: a summary as files, without Telegram."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import typer

from bot.cli.folders import report_folder, write_file
from bot.cli.noted_release import noted_release
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from bot.telegram.limits import TELEGRAM_LIMITS
from reports.analysis.period_parser import reported_period
from reports.analysis.sent_summary import sent_summary
from reports.public_report import PublicReports
from reports.publishing import Publisher
from reports.report_files import USUAL, Format, ReportBuilder
from reports.report_text import report_text
from reports.reported_forms import ReportedForms
from reports.words.language import Language
from reports.words.message import report_number
from reports.words.report_wording import ReportWording
from reports.words.wording import Wording
from reports.words.wording_reading import wording_of
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.deliveries.deliveries import Deliveries
from storage.fault import N_, Fault
from storage.figures.counts import Counts
from storage.forms.form import telephone_of
from storage.releases.ledger import Ledger


class NeverDelivered(Fault):
    """A report is to be made as it was delivered, but never was."""


class NoSuchReport(Fault):
    """What was asked of a report does not go together."""


@dataclass(frozen=True)
class ReportRequest:
    """What is asked for: a period in words, the key of one form or none, and formats; none means the usual ones.

    ``wide`` pictures come besides. ``as_sent`` asks for the figures that the report held when it was delivered,
    ``public`` for what may be published; a ``dry_run`` of that writes nothing.
    """

    period: str
    form: str | None = None
    formats: tuple[Format, ...] = ()
    wide: bool = False
    as_sent: bool = False
    public: bool = False
    dry_run: bool = False

    def check(self) -> None:
        """Raise `NoSuchReport` where what is asked for does not go together."""
        if self.public and self.as_sent:
            raise NoSuchReport(N_("--public tells what the records are now; it cannot be had --as-sent."))
        if self.dry_run and not self.public:
            raise NoSuchReport(N_("--dry-run belongs to --public."))


async def write_report(config: Config, request: ReportRequest, out: Path | None) -> None:
    """Write the files of a report into a folder, and say where. Raises a `Fault`.

    They tell of all that went by telephone, or of the form named alone, with its key in the files' names. The same
    records give the same bytes; a file is there whole or not at all. A public report is noted as released before
    any file is written, and what it hides is said before that, on standard error.
    """
    request.check()
    folder, worker = report_folder(config, out, public=request.public), WorkerClient()
    async with Database.open(config.database.path, must_exist=True) as database:
        try:
            counts = Counts(database, telephone_of(forms_of(config)).key)
            report = await _read(config, counts, request)
            if request.as_sent:
                report = await _as_sent(report, Deliveries(database))
            public = PublicReports(Publisher(counts, Ledger(database), worker, config.publication.k))
            draft = await public.draft(report, config.now().date()) if request.public else None
            report = draft.report if draft else report
            builder = ReportBuilder(counts, worker, TELEGRAM_LIMITS, config.centre)
            documents = await builder.build(report, request.formats)
            wide = await builder.wide(report) if request.wide else []
        finally:
            await worker.close()
        if draft:
            for failure in documents.failures:
                raise failure
            if not await noted_release(config, database, public, draft, dry_run=request.dry_run):
                return
    texts = [report_text(report, documents, TELEGRAM_LIMITS)] if "txt" in (request.formats or USUAL) else []
    for file in (*documents.files, *wide, *texts):
        write_file(folder / file.name, file.content)
        typer.echo(str(folder / file.name))
    for failure in documents.failures:
        raise failure


async def _read(config: Config, counts: Counts, request: ReportRequest) -> ReportWording:
    forms, form, today = forms_of(config), request.form, config.now().date()
    told = ReportedForms(form_named(forms, form), alone=True) if form else ReportedForms.telephone(forms)
    period = reported_period(request.period, today=today)
    return await told.read(
        period, partial(wording_of, counts, period=period, today=today, language=Language(config.language))
    )


async def _as_sent(report: ReportWording, deliveries: Deliveries) -> ReportWording:
    """Return the report of its leading form with the figures that were delivered. Raises `NeverDelivered`."""
    words, period = report.main, report.main.summary.period
    sent = await deliveries.latest_tally(period.name)
    number = f"{period.name} · {report_number(sent.number)}" if sent else ""
    summary = sent_summary(words.summary, sent.tally, number) if sent else None
    if summary is None:
        nothing = N_("No report of {period} has been delivered about this form, so nobody knows what it held.")
        raise NeverDelivered(nothing, period=period.name)
    return ReportWording(f"{report.name}-as-sent", Wording(summary, words.language))
