"""Putting a guide together from its texts, and from what is so of an installation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from reports.papers.example_month import example_month
from reports.papers.guide import Guide, GuideStep, Picture
from reports.papers.guide_pictures import (
    code_picture,
    form_picture,
    handover_picture,
    pages_picture,
    places_picture,
    receipt_picture,
)
from reports.papers.guide_text import GuideName, GuideText, StepText, Way, guide_text
from reports.papers.reader import LINE
from reports.words.language import Language
from storage.forms.form import Form


@dataclass(frozen=True)
class GuideFacts:
    """What the guides say of an installation, and the day they are made.

    ``form`` is that of the calls in. ``desk`` is the desk's address, empty where none is served; ``chat`` tells
    whether there is a bot. The desk locks itself after ``idle_minutes``; a call can be corrected for
    ``own_hours``; at the ``handovers`` the staff are asked how many calls there were; reports come on
    ``report_day``; in what is published counts below ``k`` are hidden; ``copies`` tells whether any are made.
    ``code`` are the squares of a QR code.
    """

    made: date
    centre: str
    form: Form
    desk: str
    chat: bool
    idle_minutes: int
    own_hours: int
    handovers: tuple[str, ...]
    report_day: int
    k: int
    copies: bool
    code: tuple[str, ...]

    @property
    def way(self) -> Way:
        """What is served."""
        if not self.desk:
            return "chat"
        return "both" if self.chat else "desk"

    def holds(self, fact: str) -> bool:
        """Tell whether something that a step needs is so."""
        return {
            "asked": bool(self.handovers),
            "highlight": bool(self.form.highlight),
            "copies": self.copies,
            "no copies": not self.copies,
        }[fact]

    def words(self, language: Language) -> Mapping[str, str]:
        """Return what the named places of the texts stand for."""
        code, plural = language.code, language.plural
        asked = sum(not self.form.is_later(screen) for screen in self.form.screens)
        highlight, definition = _highlight(self.form, language)
        return {
            "choices": plural("{n} choice", "{n} choices", asked),
            "idle": plural("{n}\N{NO-BREAK SPACE}minute", "{n}\N{NO-BREAK SPACE}minutes", self.idle_minutes),
            "hours": plural("{n}\N{NO-BREAK SPACE}hour", "{n}\N{NO-BREAK SPACE}hours", self.own_hours),
            "handovers": language.listed(self.handovers),
            "new": (self.form.new or self.form.title).in_language(code),
            "highlight": highlight,
            "definition": definition,
            "report_day": language.number(self.report_day),
            "k": language.number(self.k),
            "desk": self.desk.partition("://")[2],
        }


def guide(name: GuideName, language: Language, facts: GuideFacts) -> Guide:
    """Read a guide in a language, as far as it concerns an installation."""
    told = guide_text(name, language.code, facts.words(language))
    centre = facts.centre or language.text("Centre: {line}", line=LINE)
    return Guide(
        title=told.title,
        lead=told.lead.on(facts.way),
        steps=tuple(_steps(told, language, facts)),
        beside=_picture(told.beside, language, facts),
        closing=told.closing.on(facts.way),
        byline=f"{centre} · {language.full_date(facts.made)}",
        author=facts.centre,
        language=language.code,
        made=facts.made,
    )


def _steps(told: GuideText, language: Language, facts: GuideFacts) -> list[GuideStep]:
    return [
        GuideStep(
            heading=step.heading.on(facts.way),
            text=step.text.on(facts.way),
            picture=_picture(step.picture, language, facts),
        )
        for step in told.step
        if _is_told(step, facts)
    ]


def _is_told(step: StepText, facts: GuideFacts) -> bool:
    return bool(step.heading.on(facts.way)) and all(map(facts.holds, step.facts))


def _picture(name: str, language: Language, facts: GuideFacts) -> Picture | None:
    """Return the picture of that name; None where none is named."""
    drawn: Mapping[str, Callable[[], Picture]] = {
        "form": lambda: form_picture(facts.form, language, facts.made, keys=bool(facts.desk)),
        "receipt": lambda: receipt_picture(facts.form, language),
        "handover": lambda: handover_picture(language),
        "pages": lambda: pages_picture(language),
        "places": lambda: places_picture(language),
        "code": lambda: code_picture(facts.code, language),
        "month": lambda: example_month(facts.form, language, facts.made),
    }
    return drawn[name]() if name else None


def _highlight(form: Form, language: Language) -> tuple[str, str]:
    """Name what is counted beside the total, and say in a few words what is meant by it."""
    for key, option in form.highlight.items():
        question = form.by_key[key]
        told = question.option(option).definition or question.option(option).label
        return question.label.in_language(language.code), told.in_language(language.code)
    return "", ""
