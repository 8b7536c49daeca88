"""Reading the papers' texts: a TOML file for each paper and language."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from reports.papers.guide_text import filled
from reports.papers.paper import Paper, PaperText
from reports.words.language import Language

TEXTS = Path(__file__).parent / "texts"
PaperName = Literal["before-you-start", "risk-assessment", "when-someone-leaves"]
PAPERS: tuple[PaperName, ...] = get_args(PaperName)

LINE = "_" * 30
"""Where a centre without a name writes its own."""


@dataclass(frozen=True)
class PaperFacts:
    """What the papers say of an installation, and the day they are made.

    ``exact_days`` is how long the hour of a call is kept, ``own_hours`` how long it is known who registered it,
    ``clear_hours`` how long receipts stay in the chat, ``lapse_days`` how long access lasts without use; the desk
    locks itself after ``idle_minutes``; in what is published, counts below ``k`` are hidden. ``centre`` may be
    empty.
    """

    made: date
    centre: str
    exact_days: int
    own_hours: int
    clear_hours: int
    lapse_days: int
    idle_minutes: int
    k: int

    def words(self, language: Language) -> dict[str, str]:
        """Return what the named places of the texts stand for."""
        return {
            "exact_days": language.plural(
                "{n}\N{NO-BREAK SPACE}day", "{n}\N{NO-BREAK SPACE}days", self.exact_days
            ),
            "own_hours": language.plural(
                "{n}\N{NO-BREAK SPACE}hour", "{n}\N{NO-BREAK SPACE}hours", self.own_hours
            ),
            "clear_hours": language.plural(
                "{n}\N{NO-BREAK SPACE}hour", "{n}\N{NO-BREAK SPACE}hours", self.clear_hours
            ),
            "lapse_days": language.plural(
                "{n}\N{NO-BREAK SPACE}day", "{n}\N{NO-BREAK SPACE}days", self.lapse_days
            ),
            "idle": language.plural(
                "{n}\N{NO-BREAK SPACE}minute", "{n}\N{NO-BREAK SPACE}minutes", self.idle_minutes
            ),
            "k": language.number(self.k),
        }


def paper(name: PaperName, language: Language, facts: PaperFacts) -> Paper:
    """Read a paper in a language, its places filled with the facts."""
    file = TEXTS / f"{name}-{language.code}.toml"
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    centre = facts.centre or language.text("Centre: {line}", line=LINE)
    return Paper(
        text=PaperText.model_validate(filled(content, facts.words(language))),
        byline=f"{centre} · {language.full_date(facts.made)}",
        author=facts.centre,
        language=language.code,
        made=facts.made,
    )
