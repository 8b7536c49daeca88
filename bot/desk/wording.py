"""Sentences that tell of commands in the chat, in words that are right at the desk too."""

from collections.abc import Mapping
from types import MappingProxyType

from handlers.people.invitation import BY_COMMAND
from handlers.people.lapse import LAPSES_SOON
from handlers.shifts.corrections import LEADERS_ONLY
from handlers.shifts.message import MORE_THAN_SHOWN
from handlers.shifts.so_far import ANSWERED
from handlers.summaries.checklist import BIND_A_CHAT, LET_PEOPLE_IN
from handlers.summaries.requested_report import FOR_LEADERS
from reports.analysis.period_parser import NOT_REPORTED
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
"""The desk's words by the chat's; where both are served they fit the chat as well."""
