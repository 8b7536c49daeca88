"""`vaktlogg history`: figures typed in from reports of earlier years."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from reports.analysis.period import Period
from reports.words.language import Language
from storage.database.connection import Database
from storage.fault import N_, Fault
from storage.figures.history import History, PrintedFigure, Typed
from storage.figures.history_file import read_figures, template


class NotOver(Fault):
    """A figure belongs to a period that is not over."""


def template_for(config: Config, form_key: str) -> str:
    """Return a file to be filled in for last year. Raises a `Fault`."""
    form = form_named(forms_of(config), form_key)
    return template(form, str(config.now().year - 1)).removesuffix("\n")


async def keep_history(config: Config, file: Path, form_key: str) -> str:
    """Keep the figures of a file, replacing those there were, and return in words how many.

    Shares that the file gives no base for are counted in a sentence of their own. Raises a `Fault`.
    """
    form = form_named(forms_of(config), form_key)
    typed = read_figures(file, form)
    refuse_running(typed, config.now().date())
    async with Database.open(config.database.path) as database:
        await History(database).keep(form.key, typed)
    return _taken(Language(config.language), [figure for figures in typed.values() for figure in figures.values()])


def refuse_running(typed: Typed, today: date) -> None:
    """Raise `NotOver` where figures belong to a period that is not over."""
    for period in typed:
        if Period.named(period).after > today:
            raise NotOver(N_("{period} is not over; nothing is taken from the file."), period=period)


def _taken(language: Language, figures: Sequence[PrintedFigure]) -> str:
    taken = [
        language.plural("{n} figure from earlier reports.", "{n} figures from earlier reports.", len(figures))
    ]
    if baseless := sum(figure.percent is not None and figure.base is None for figure in figures):
        taken.append(
            language.plural(
                "{n} of them is a share without a base: it is shown, and nothing is called clear of it.",
                "{n} of them are shares without a base: those are shown, and nothing is called clear of them.",
                baseless,
            )
        )
    return "\n".join(taken)
