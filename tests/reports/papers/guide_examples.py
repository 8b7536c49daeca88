"""The guides as centres get them, by what is served there."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from reports.papers.guide import Guide, Picture
from reports.papers.guide_reader import GuideFacts, guide
from reports.papers.guide_text import GUIDES, GuideName, Way
from reports.words.language import Code, Language
from tests.reports.forms import call_form
from tests.reports.papers.examples import CENTRE
from tests.reports.summaries import CODES

WAYS: Mapping[Way, tuple[str, bool]] = {
    "desk": ("http://127.0.0.1:8322", False),
    "chat": ("", True),
    "both": ("https://vaktbord.krisesenteret.nordvik.kommune.no", True),
}
ALL_GUIDES = [(name, code, way) for name in GUIDES for code in CODES for way in WAYS]


def facts(way: Way = "desk", *, copies: bool = True) -> GuideFacts:
    """Return what is so of a centre."""
    desk, chat = WAYS[way]
    return GuideFacts(
        date(2026, 11, 30),
        CENTRE,
        call_form(),
        desk,
        chat,
        idle_minutes=10,
        own_hours=24,
        handovers=("07:30", "15:00", "22:30"),
        report_day=3,
        k=5,
        copies=copies,
        code=("1101", "0110", "1001", "1111"),
    )


@cache
def guided(name: GuideName, code: Code = "nb", way: Way = "desk") -> Guide:
    """Put a guide together."""
    return guide(name, Language(code), facts(way))


def texts_of_guide(told: Guide) -> list[str]:
    """Return every text of a guide in the order of reading, without those of its pictures."""
    steps = [text for step in told.steps for text in (step.heading, step.text)]
    return [told.title, told.lead, *steps, told.closing, told.byline]


def pictures_of(told: Guide) -> Iterator[Picture]:
    """Give a guide's pictures in the order of reading."""
    for picture in (*(step.picture for step in told.steps), told.beside):
        if picture is not None:
            yield picture
