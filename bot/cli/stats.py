"""`vaktlogg stats`: the figures of a period, in words, as JSON or as CSV."""

from bot.cli.output import Written
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from bot.telegram.limits import TELEGRAM_LIMITS
from reports.analysis.period_parser import parse_period
from reports.analysis.summary import Summary
from reports.analysis.summary_reading import summary_of
from reports.tidy_files import figures_csv, figures_json
from reports.words.caption import caption
from reports.words.language import Language
from reports.words.wording import Wording
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.forms.form import telephone_of


async def period_figures(config: Config, words: str, form_key: str, written: Written) -> str:
    """Return the figures of the period that ``words`` name. Raises a `Fault`."""
    forms = forms_of(config)
    form = form_named(forms, form_key)
    today = config.now().date()
    period = parse_period(words, today=today)
    async with Database.open(config.database.path, must_exist=True) as database:
        summary = await summary_of(Counts(database, telephone_of(forms).key), form, period, today)
    match written:
        case "json":
            return figures_json(summary)
        case "csv":
            return figures_csv(summary)
    return _in_words(summary, Language(config.language))


def _in_words(summary: Summary, language: Language) -> str:
    told = caption(Wording(summary, language), TELEGRAM_LIMITS)
    return "\n\n".join(part for part in (told.text, told.figures) if part)
