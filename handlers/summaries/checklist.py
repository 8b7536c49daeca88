"""What an administrator has left to set up: a short list that is ticked off as things are done."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from handlers.conversation import Conversations, Handle, NotShown, Request
from handlers.summaries.due import Timetable, next_due
from handlers.view import View
from reports.words.language import Language
from reports.words.period_name import period_name
from storage.deliveries.chats import Chats, Report
from storage.fault import N_
from storage.people.seat import Role

LOG = logging.getLogger(__name__)
LET_PEOPLE_IN = N_("Let in the duty phone: write /invite here, for leaders too.")
BIND_A_CHAT = N_("Let a chat get the reports: write /bind here.")
MAKE_COPIES = N_("Have copies made: write “vaktlogg backup-key” on the machine.")


@dataclass(frozen=True)
class Step:
    """One thing to set up, in words of the source language, and whether that is done."""

    words: str
    done: bool


@dataclass(frozen=True)
class Checklist:
    """Shows each administrator what is done and what is left, and keeps the newest list true.

    ``roles`` are those of everybody on the list, ``reports`` the kinds that are sent, ``clock`` the local time;
    ``copies`` tells whether copies are made; a ``desk`` shows reports by itself, a ``chat`` once it is bound.
    """

    roles: Callable[[], Mapping[int, Role]]
    chats: Chats
    conversations: Conversations
    timetable: Timetable
    reports: Mapping[Report, bool]
    copies: bool
    desk: bool
    chat: bool
    language: Language
    clock: Callable[[], datetime]
    _shown: dict[int, Handle] = field(default_factory=dict)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left that it needs to be used."""
        return self._let_in and self._come

    @property
    def _come(self) -> bool:
        """Whether there is a place that reports come to."""
        return self.desk or bool(self.chats.all)

    @property
    def _let_in(self) -> bool:
        return "staff" in self.roles().values()

    async def show(self, request: Request) -> None:
        """Show the list in a new message."""
        self._shown[request.seat] = await request.conversation.show(self._view)

    async def refresh(self) -> None:
        """Bring the lists that stand there up to date; failures are only logged."""
        for seat, message in self._shown.items():
            try:
                await self.conversations.in_private(seat).replace(message, self._view)
            except NotShown as error:
                LOG.info("An administrator's list was not brought up to date: %s", error)

    @property
    def _view(self) -> View:
        return View("\n".join(self._lines()))

    def _lines(self) -> Iterator[str]:
        text = self.language.text
        yield text("Vaktlogg is ready.") if self.is_done else text("What is left to do:")
        for step in self.steps:
            yield f"{'✓' if step.done else '☐'} {text(step.words)}"
        yield self.next_report

    @property
    def steps(self) -> Sequence[Step]:
        """What there is to set up, in order."""
        people = Step(LET_PEOPLE_IN, self._let_in)
        chat = Step(BIND_A_CHAT, bool(self.chats.all))
        copies = Step(MAKE_COPIES, self.copies)
        return (people, chat, copies) if self.chat else (people, copies)

    @property
    def next_report(self) -> str:
        """Say which report comes next, and when."""
        now = self.clock().replace(tzinfo=None)
        coming = [next_due(report, self.timetable, now) for report, wanted in self.reports.items() if wanted]
        if not coming:
            return self.language.text("No reports are sent: they are switched off in the config.")
        period, moment = min(coming, key=lambda due: due[1])
        sentence = (
            N_("The next report is about {period} and comes on {day} at {time}.")
            if self._come
            else N_("The next report is about {period}. Once a chat gets reports, it comes on {day} at {time}.")
        )
        return self.language.text(
            sentence,
            period=period_name(period, self.language),
            day=self.language.day(moment.date()),
            time=f"{moment:%H:%M}",
        )
