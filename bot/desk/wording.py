"""Sentences that tell of commands in the chat, in words that are right at the desk."""

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from handlers.people.invitation import BY_COMMAND
from handlers.people.lapse import LAPSES_SOON
from handlers.shifts.corrections import LEADERS_ONLY
from handlers.shifts.message import MORE_THAN_SHOWN
from handlers.shifts.so_far import ANSWERED
from handlers.summaries.checklist import BIND_A_CHAT, LET_PEOPLE_IN
from handlers.summaries.requested_report import FOR_LEADERS
from reports.analysis.period_parser import NOT_REPORTED
from reports.words.language import Language
from storage.fault import N_

DESK_WORDING: Mapping[str, str] = MappingProxyType(
    {
        LET_PEOPLE_IN: N_("Let in the duty phone or the duty room: invite them under “People”, leaders too."),
        BIND_A_CHAT: N_("Let a chat get the reports too: get a code for it under “People”."),
        BY_COMMAND: N_("In Telegram one can also write to the bot: {command}"),
        LAPSES_SOON: N_("Your access has not been used for long, and ends on {day}. Use it once to keep it."),
        ANSWERED: N_("That shift is over and answered."),
        LEADERS_ONLY: N_("Only leaders can correct shifts."),
        MORE_THAN_SHOWN: N_(
            "More calls are registered than the telephone shows. Look whether one is there twice."
        ),
        FOR_LEADERS: N_("Reports are for leaders. The figures stand under “Figures”."),
        NOT_REPORTED: N_("A report is about a month, a tertial or a year; “Figures” shows other periods."),
    }
)
"""The desk's words by the chat's."""
PLACE = re.compile(r"\\{(\w+)\\}")
"""A place for a fact in a sentence, escaped as a pattern."""
SHORTEST = 20
"""Characters of the shortest text in which one of the sentences is looked for."""


@dataclass(frozen=True)
class Rewording:
    """A sentence of the chat, as a pattern of what it says in one language, and the desk's words in its place."""

    said: re.Pattern[str]
    words: str

    def of(self, text: str) -> str:
        """Return a text with the desk's words."""
        return self.said.sub(lambda found: self.words.format(**found.groupdict()), text)


def at_desk(language: Language) -> Callable[[object], object]:
    """Return what puts whatever a page shows into the desk's words.

    Use cases say it in the chat's: what they say may stand in both.
    """
    sentences = [
        Rewording(_pattern(language.text(chat)), language.text(desk)) for chat, desk in DESK_WORDING.items()
    ]

    def reworded(shown: object) -> object:
        # A part that is made from a template is reworded already.
        if not isinstance(shown, str) or isinstance(shown, Markup) or len(shown) < SHORTEST:
            return shown
        return functools.reduce(lambda text, sentence: sentence.of(text), sentences, shown)

    return reworded


def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile(PLACE.sub(r"(?P<\1>.+)", re.escape(sentence)))
