"""`vaktlogg report`: a summary as files, without Telegram."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from bot.telegram.limits import TELEGRAM_LIMITS
from reports.analysis.period_parser import reported_period
from reports.report_files import FORMATS, USUAL, File, Format, ReportBuilder, ReportFiles
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


class UnknownFormat(Fault):
    """A report was asked for in a format that there is not."""


@dataclass(frozen=True)
class ReportRequest:
    """What is asked for: a period in words, the key of one form or none, formats, and wide pictures besides.

    No formats means the usual ones.
    """

    period: str
    form: str | None
    formats: tuple[Format, ...]
    wide: bool

    @classmethod
    def of(cls, period: str, form: str | None, formats: str, *, wide: bool) -> Self:
        """Read formats as they are typed: `docx,pdf`. Raises `UnknownFormat`."""
        names = [name.strip().lower() for name in formats.split(",") if name.strip()]
        for name in names:
            if name not in FORMATS:
                words = N_("There is no format “{name}”; there is: {formats}.")
                raise UnknownFormat(words, name=name, formats=", ".join(FORMATS))
        return cls(period, form, tuple(known for known in FORMATS if known in names), wide)


async def write_report(config: Config, request: ReportRequest, out: Path, say: Callable[[str], None]) -> None:
    """Write the files of a report into a folder, and say where. Raises a `Fault`.

    They tell of all that went by telephone, or of the form named alone, with its key in the files' names. The same
    records give the same bytes; a file is there whole or not at all.
    """
    forms, form = forms_of(config), request.form
    told = ReportedForms(form_named(forms, form), alone=True) if form else ReportedForms.telephone(forms)
    today = config.now().date()
    period = reported_period(request.period, today=today)
    worker = WorkerClient()
    async with Database.open(config.database.path, must_exist=True) as database:
        try:
            counts = Counts(database, telephone_of(forms).key)
            wording = partial(wording_of, counts, period=period, today=today, language=Language(config.language))
            report = await told.read(period, wording)
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


def _text(report: ReportWording, documents: ReportFiles) -> File:
    beside = "\n".join(beside_line(words, report.main) for words in report.beside)
    parts = filter(None, (everything(report.main, TELEGRAM_LIMITS), beside, *documents.texts))
    return File(f"{report.name}.txt", "\n\n".join(parts).encode() + b"\n")


def _write(path: Path, content: bytes) -> None:
    try:
        write_whole(path, content)
    except OSError as fault:
        raise NotWritten(N_("{path} cannot be written: {reason}."), path=path, reason=why(fault)) from fault
