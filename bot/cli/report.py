"""`vaktlogg report`: a summary as files, without Telegram."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from bot.telegram.limits import TELEGRAM_LIMITS
from reports.analysis.period_parser import reported_period
from reports.analysis.sent_summary import sent_summary
from reports.report_files import FORMATS, USUAL, File, Format, ReportBuilder, ReportFiles
from reports.reported_forms import ReportedForms
from reports.words.caption import everything
from reports.words.language import Language
from reports.words.message import report_number
from reports.words.report_wording import ReportWording, beside_line
from reports.words.wording import Wording
from reports.words.wording_reading import wording_of
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.deliveries.deliveries import Deliveries
from storage.fault import N_, Fault, why
from storage.figures.counts import Counts
from storage.forms.form import telephone_of
from storage.whole_file import write_whole


class NotWritten(Fault):
    """A file of a report could not be written."""


class NeverDelivered(Fault):
    """A report is to be made as it was delivered, but never was."""


class UnknownFormat(Fault):
    """A report was asked for in a format that there is not."""


@dataclass(frozen=True)
class ReportRequest:
    """What is asked for: a period in words, the key of one form or none, and formats; none means the usual ones.

    ``wide`` pictures come besides. ``as_sent`` asks for the figures that the report held when it was delivered.
    """

    period: str
    form: str | None = None
    formats: tuple[Format, ...] = ()
    wide: bool = False
    as_sent: bool = False

    @staticmethod
    def formats_in(formats: str) -> tuple[Format, ...]:
        """Read formats as they are typed: `docx,pdf`. Raises `UnknownFormat`."""
        names = [name.strip().lower() for name in formats.split(",") if name.strip()]
        for name in names:
            if name not in FORMATS:
                words = N_("There is no format “{name}”; there is: {formats}.")
                raise UnknownFormat(words, name=name, formats=", ".join(FORMATS))
        return tuple(known for known in FORMATS if known in names)


async def write_report(config: Config, request: ReportRequest, out: Path, say: Callable[[str], None]) -> None:
    """Write the files of a report into a folder, and say where. Raises a `Fault`.

    They tell of all that went by telephone, or of the form named alone, with its key in the files' names. The same
    records give the same bytes; a file is there whole or not at all.
    """
    worker = WorkerClient()
    async with Database.open(config.database.path, must_exist=True) as database:
        try:
            counts = Counts(database, telephone_of(forms_of(config)).key)
            report = await _read(config, counts, request)
            if request.as_sent:
                report = await _as_sent(report, Deliveries(database))
            builder = ReportBuilder(counts, worker, TELEGRAM_LIMITS, config.centre)
            documents = await builder.build(report, request.formats)
            wide = await builder.wide(report) if request.wide else []
        finally:
            await worker.close()
    texts = [_text(report, documents)] if "txt" in (request.formats or USUAL) else []
    for file in (*documents.files, *wide, *texts):
        _write(out / file.name, file.content)
        say(str(out / file.name))
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


def _text(report: ReportWording, documents: ReportFiles) -> File:
    beside = "\n".join(beside_line(words, report.main) for words in report.beside)
    parts = filter(None, (everything(report.main, TELEGRAM_LIMITS), beside, *documents.texts))
    return File(f"{report.name}.txt", "\n\n".join(parts).encode() + b"\n")


def _write(path: Path, content: bytes) -> None:
    try:
        write_whole(path, content)
    except OSError as fault:
        raise NotWritten(N_("{path} cannot be written: {reason}."), path=path, reason=why(fault)) from fault
