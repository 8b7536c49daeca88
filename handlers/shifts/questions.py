"""Asking the staff about their shift at a handover: once, and for a day at most."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.conversation import Conversations, Handle, NotShown, Refused, Uncertain
from handlers.shifts.answers import HandoverAnswers
from handlers.view import View
from reports.words.language import Language
from storage.people.seat import Role
from storage.shifts.handovers import HandoverQuestion, Handovers
from storage.shifts.shift import Shift, Shifts

LOG = logging.getLogger(__name__)
STALE = timedelta(hours=24)
UNKNOWN_MESSAGE = 0
"""The message of a question that may or may not have been sent."""


@dataclass(frozen=True)
class QuestionDelivery:
    """Asks those who had a shift about it, and removes the question when it is a day old.

    ``ask`` tells whether anything is asked at all; ``clock`` is the local time.
    """

    answers: HandoverAnswers
    handovers: Handovers
    conversations: Conversations
    shifts: Shifts
    clock: Callable[[], datetime]
    roles: Callable[[], Mapping[int, Role]]
    language: Language
    ask: bool

    async def due(self) -> None:
        """Ask about the shift that has ended, and remove what nobody answered. Raises a `DatabaseFault`."""
        if not self.ask:
            return
        now = self.clock().replace(tzinfo=None)
        ended = self.shifts.before(self.shifts.at(now))
        since = await self.handovers.since(f"{now:%Y-%m-%dT%H:%M}")
        if ended.until > since and (seats := await self._seats(ended)):
            await self.handovers.ask(ended.key, ended.until, seats)
        for key in await self.handovers.unfinished():
            shift = self.shifts.named(key)
            if shift is None or shift.ended + STALE <= now:
                await self._close(key)
            else:
                await self._ask(shift)

    async def _seats(self, shift: Shift) -> set[int]:
        """Return the staff who registered calls in the shift, or all staff where nobody did."""
        staff = {seat for seat, role in self.roles().items() if role == "staff"}
        return staff & await self.handovers.seats(shift.key) or staff

    async def _ask(self, shift: Shift) -> None:
        for question in await self.handovers.questions(shift.key):
            if question.message is not None:
                continue
            if question.seat not in self.roles():
                await self.handovers.drop(question)
                continue
            view = (await self.answers.message(shift)).view
            try:
                message = await self.conversations.in_private(question.seat).show(view)
            except Refused as refusal:
                LOG.warning("Somebody could not be asked about a shift: %s", refusal)
                await self.handovers.drop(question)
            except Uncertain as error:
                # Asking again and again would be worse than a question whose message cannot be found again.
                LOG.warning("Nobody can know whether the question about a shift was sent: %s", error)
                await self.handovers.sent(question, UNKNOWN_MESSAGE)
            except NotShown as error:
                LOG.warning("The question about a shift was not sent, and will be: %s", error)
            else:
                await self.handovers.sent(question, message)

    async def _close(self, key: str) -> None:
        for question in await self.handovers.questions(key):
            try:
                await self._remove(question)
            except Refused as refusal:
                LOG.warning("A question about a shift long past could not be taken away: %s", refusal)
            except NotShown as error:
                LOG.warning("A question about a shift long past will be taken away later: %s", error)
                return
        await self.handovers.close(key)

    async def _remove(self, question: HandoverQuestion) -> None:
        if not question.message:
            return
        conversation, message = self.conversations.in_private(question.seat), Handle(question.message)
        try:
            await conversation.remove(message)
        except Refused:  # what has stood there for long can stay for good
            await conversation.replace(message, View(self.language.text("The shift was not answered.")))
