"""`vaktlogg report`: a summary as files, without Telegram."""

from collections.abc import Callable
from pathlib import Path

from bot.assembly import forms_of, local_clock
from bot.config import Config
from bot.import_records import form_named
from reports.caption import caption
from reports.composition import compose
from reports.language import Language
from reports.period import Period
from reports.period_words import understand
from reports.studio import Studio
from reports.summary import summary_of
from reports.wording import Wording
from storage.counts import Counts
from storage.database import Database
from storage.fault import N_, Fault
from storage.form import Form
from storage.whole_file import put


class NotWritten(Fault):
    """A file of a report could not be written."""


async def write_report(config: Config, words: str, form_key: str, out: Path, say: Callable[[str], None]) -> None:
    """Write picture and text of the period that ``words`` mean, and say where. Raises a `Fault`.

    The same records give the same bytes; a file is there whole or not at all.
    """
    form = form_named(forms_of(config), form_key)
    period = understand(words, today=local_clock(config)().date())
    told = await _worded(config, form, period)
    studio = Studio()
    try:
        picture = await studio.draw(compose(told, config.centre))
    finally:
        await studio.close()
    text = "\n\n".join(part for part in (caption(told).text, caption(told).figures) if part)
    for path, content in (
        (out / f"{period.name}.png", picture),
        (out / f"{period.name}.txt", f"{text}\n".encode()),
    ):
        _write(path, content)
        say(str(path))


async def _worded(config: Config, form: Form, period: Period) -> Wording:
    database = await Database.open(config.database.path, must_exist=True)
    try:
        summary = await summary_of(Counts(database), form, period, local_clock(config)().date())
    finally:
        await database.close()
    return Wording(summary, Language(config.language))


def _write(path: Path, content: bytes) -> None:
    try:
        put(path, content)
    except OSError as fault:
        raise NotWritten(N_("{path} cannot be written: {reason}."), path=path, reason=fault.strerror) from fault
