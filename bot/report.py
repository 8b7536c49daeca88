"""`vaktlogg report`: a summary as files, without Telegram."""

from collections.abc import Callable
from pathlib import Path

from bot.clock import local_clock
from bot.config import Config
from bot.forms import form_named, forms_of
from reports.caption import everything
from reports.dossier import Dossier, File, Workshop
from reports.language import Language
from reports.period_words import understand
from reports.studio import Studio
from reports.summary import summary_of
from reports.wording import Wording
from storage.counts import Counts
from storage.database import Database
from storage.fault import N_, Fault, why
from storage.form import telephone_of
from storage.whole_file import put


class NotWritten(Fault):
    """A file of a report could not be written."""


async def write_report(config: Config, words: str, form_key: str, out: Path, say: Callable[[str], None]) -> None:
    """Write pictures, text and documents of the period that ``words`` mean, and say where. Raises a `Fault`.

    The same records give the same bytes; a file is there whole or not at all.
    """
    forms = forms_of(config)
    form = form_named(forms, form_key)
    today = local_clock(config)().date()
    period = understand(words, today=today)
    studio = Studio()
    async with Database.open(config.database.path, must_exist=True) as database:
        try:
            counts = Counts(database, telephone_of(forms).key)
            told = Wording(await summary_of(counts, form, period, today), Language(config.language))
            dossier = await Workshop(counts, studio, config.centre).dossier(told)
        finally:
            await studio.close()
    for file in (*dossier.files, _text(told, dossier)):
        _write(out / file.name, file.content)
        say(str(out / file.name))
    for failure in dossier.failures:
        raise failure


def _text(told: Wording, dossier: Dossier) -> File:
    parts = (everything(told), *(page.text for page in dossier.pages))
    return File(f"{told.summary.period.name}.txt", "\n\n".join(parts).encode() + b"\n")


def _write(path: Path, content: bytes) -> None:
    try:
        put(path, content)
    except OSError as fault:
        raise NotWritten(N_("{path} cannot be written: {reason}."), path=path, reason=why(fault)) from fault
