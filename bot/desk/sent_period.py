"""Periods as forms and addresses name them: whoever sends them may write anything."""

from collections.abc import Mapping

from aiohttp import web

from reports.analysis.period import NotAPeriod, Period
from reports.words.language import Language

LONGEST = 64


def period_in(named: Mapping[str, str], language: Language) -> Period:
    """Return the period that is named. Raises `HTTPBadRequest` where none is."""
    try:
        return Period.named(named.get("period", "")[:LONGEST])
    except NotAPeriod as fault:
        raise web.HTTPBadRequest(text=fault.sentence(language.text)) from None
