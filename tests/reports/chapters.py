"""The chapters of the seed year, alone and beside the year before that its report speaks of."""

from collections.abc import Mapping
from functools import cache

from reports.analysis.summary import Summary
from reports.chapter.chapter import chapter
from reports.documents import Chapter, ChapterFigure, Grid
from reports.words.language import Code, Language
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from tests.reports.forms import call_form
from tests.reports.summaries import reported
from tests.seed_year import seed_year

CENTRE = "Krisesenteret"
CALL = call_form()

language = cache(Language)

AGENCIES_2015 = {
    "child_welfare": 63,
    "police": 88,
    "nav": 92,
    "shelter": 50,
    "health": 108,
    "lawyer": 35,
    "other": 154,
}
"""What the report of 2016 says of 2015, as counts: child welfare half, health twice, the others higher."""


def seed_rows() -> list[AnswerCount]:
    """Count the calls of the seed year."""
    return [AnswerCount(call.occurred_at[:7], "registered", _answers(call.__dict__), 1) for call in seed_year()]


def _answers(call: Mapping[str, str]) -> dict[str, str | list[str]]:
    return {key: call[key] for key in CALL.by_key if call.get(key)}


def rows_of_2015() -> list[AnswerCount]:
    """Register the year before, evenly over its months."""
    whos: list[tuple[dict[str, str | list[str]], int]] = [
        ({"caller": caller, "behalf": behalf}, count)
        for caller, behalf, count in (
            ("woman", "self", 140),
            ("woman", "other", 140),
            ("man", "self", 25),
            ("man", "other", 26),
        )
    ]
    whos += [({"caller": "agency", "agency": agency}, count) for agency, count in AGENCIES_2015.items()]
    calls = [who for who, count in whos for _ in range(count)]
    return [
        AnswerCount(
            f"2015-{number % 12 + 1:02}",
            "registered",
            {
                **who,
                "reason": ("violence", "follow_up", "follow_up", "guidance")[number % 4],
                "crisis": "yes" if number * 7 % 43 < 7 else "no",
                "minority": "yes" if number % 20 < 7 else "no",
            },
            1,
        )
        for number, who in enumerate(calls)
    ]


def told(of: Summary, code: Code = "nb") -> Chapter:
    """Write the chapter of a summary."""
    return chapter(reported(Wording(of, language(code))), CENTRE)


def sentences(written: Chapter) -> list[str]:
    """Return all paragraphs of a chapter."""
    return [
        *written.introduction.paragraphs,
        *(text for section in written.sections for text in section.paragraphs),
    ]


def prose_of(written: Chapter) -> str:
    """Return all sentences of a chapter, spaces plain."""
    return "\n".join(sentences(written)).replace("\xa0", " ")


def figures_of(written: Chapter) -> list[ChapterFigure]:
    """Return all figures of a chapter."""
    return [part for part in exhibits_of(written) if isinstance(part, ChapterFigure)]


def tables_of(written: Chapter) -> list[Grid]:
    """Return all tables of a chapter."""
    return [part for part in exhibits_of(written) if isinstance(part, Grid)]


def exhibits_of(written: Chapter) -> list[ChapterFigure | Grid]:
    """Return all figures and tables of a chapter, in the order of reading."""
    return [part for section in written.sections for part in section.exhibits]
