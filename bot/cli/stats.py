"""`vaktlogg stats`: the figures of a period, in words, as JSON or as CSV."""

import json
from collections.abc import Iterator
from dataclasses import astuple, fields
from decimal import Decimal

from bot.cli.output import Written, csv_text
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from bot.telegram.limits import TELEGRAM_LIMITS
from reports.analysis.period_parser import parse_period
from reports.analysis.summary import Summary, summary_json
from reports.analysis.summary_reading import summary_of
from reports.statements.statements import Statements
from reports.statements.tidy_counts import TidyCount, tidy_counts
from reports.words.caption import caption
from reports.words.language import Language
from reports.words.wording import Wording
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.forms.form import telephone_of

COLUMNS = tuple(field.name for field in fields(TidyCount))


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
            return json.dumps(summary_json(summary), ensure_ascii=False)
        case "csv":
            return csv_text(COLUMNS, map(_cells, tidy_counts(Statements(summary))))
    return _in_words(summary, Language(config.language))


def _in_words(summary: Summary, language: Language) -> str:
    told = caption(Wording(summary, language), TELEGRAM_LIMITS)
    return "\n\n".join(part for part in (told.text, told.figures) if part)


def _cells(row: TidyCount) -> Iterator[str]:
    return map(written_cell, astuple(row))


def written_cell(value: object) -> str:
    """Write a value: counts in digits, shares from 0 to 1, yes and no; nothing where nothing is known."""
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.4f}"
        case Decimal():
            return f"{value:f}"
    return "" if value is None else str(value)
