"""`vaktlogg report`: a summary as files, without Telegram."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from bot.telegram.limits import TELEGRAM_LIMITS
from reports.analysis.period_parser import reported_period
from reports.report_files import File, ReportBuilder, ReportFiles
from reports.reported_forms import ReportedForms
from reports.words.caption import everything
from reports.words.language import Language
from reports.words.report_wording import ReportWording, beside_line
from reports.words.wording_reading import wording_of
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.fault import N_, Fault, why
from storage.figures.counts import Counts
from storage.forms.form import telephone_of
from storage.whole_file import write_whole


class NotWritten(Fault):
    """A file of a report could not be written."""


async def write_report(
    config: Config, words: str, form_key: str | None, out: Path, say: Callable[[str], None]
) -> None:
    """Write pictures, text and documents of the period that ``words`` name, and say where. Raises a `Fault`.

    They tell of all that went by telephone, or of the form named alone, with its key in the files' names.
    The same records give the same bytes; a file is there whole or not at all.
    """
    forms = forms_of(config)
    told = ReportedForms(form_named(forms, form_key), alone=True) if form_key else ReportedForms.telephone(forms)
    today = config.now().date()
    period = reported_period(words, today=today)
    worker = WorkerClient()
    async with Database.open(config.database.path, must_exist=True) as database:
        try:
            counts = Counts(database, telephone_of(forms).key)
            wording = partial(wording_of, counts, period=period, today=today, language=Language(config.language))
            report = await told.read(period, wording)
            documents = await ReportBuilder(counts, worker, TELEGRAM_LIMITS, config.centre).build(report)
        finally:
            await worker.close()
    for file in (*documents.files, _text(report, documents)):
        _write(out / file.name, file.content)
        say(str(out / file.name))
    for failure in documents.failures:
        raise failure


def _text(report: ReportWording, documents: ReportFiles) -> File:
    beside = "\n".join(beside_line(words, report.main) for words in report.beside)
    pages = (page.text for page in documents.pages)
    parts = filter(None, (everything(report.main, TELEGRAM_LIMITS), beside, *pages))
    return File(f"{report.name}.txt", "\n\n".join(parts).encode() + b"\n")


def _write(path: Path, content: bytes) -> None:
    try:
        write_whole(path, content)
    except OSError as fault:
        raise NotWritten(N_("{path} cannot be written: {reason}."), path=path, reason=why(fault)) from fault
