"""`vaktlogg stats`: the figures of a period, in words or as JSON."""

import json

from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from bot.telegram.limits import TELEGRAM_LIMITS
from reports.analysis.period_parser import parse_period
from reports.analysis.summary import summary_json
from reports.analysis.summary_reading import summary_of
from reports.words.caption import caption
from reports.words.language import Language
from reports.words.wording import Wording
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.forms.form import telephone_of


async def period_figures(config: Config, words: str, form_key: str, *, as_json: bool) -> str:
    """Return the figures of the period that ``words`` name. Raises a `Fault`."""
    forms = forms_of(config)
    form = form_named(forms, form_key)
    today = config.now().date()
    period = parse_period(words, today=today)
    async with Database.open(config.database.path, must_exist=True) as database:
        summary = await summary_of(Counts(database, telephone_of(forms).key), form, period, today)
    if as_json:
        return json.dumps(summary_json(summary), ensure_ascii=False)
    told = caption(Wording(summary, Language(config.language)), TELEGRAM_LIMITS)
    return "\n\n".join(part for part in (told.text, told.figures) if part)
