"""`vaktlogg history`: figures typed in from reports of earlier years."""

from pathlib import Path

from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from reports.analysis.period import Period
from reports.words.language import Language
from storage.database.connection import Database
from storage.fault import N_, Fault
from storage.figures.history import History
from storage.figures.history_file import read_figures, template


class NotOver(Fault):
    """A figure belongs to a period that is not over."""


def template_for(config: Config, form_key: str) -> str:
    """Return a file to be filled in for last year. Raises a `Fault`."""
    form = form_named(forms_of(config), form_key)
    return template(form, str(config.now().year - 1)).removesuffix("\n")


async def keep_history(config: Config, file: Path, form_key: str) -> str:
    """Keep the figures of a file, replacing those there were, and return in words how many. Raises a `Fault`."""
    form = form_named(forms_of(config), form_key)
    typed = read_figures(file, form)
    for period in typed:
        if Period.named(period).after > config.now().date():
            raise NotOver(N_("{period} is not over; nothing is taken from the file."), period=period)
    async with Database.open(config.database.path) as database:
        await History(database).keep(form.key, typed)
    count = sum(map(len, typed.values()))
    language = Language(config.language)
    return language.plural("{n} figure from earlier reports.", "{n} figures from earlier reports.", count)
