"""Clearing messages: what is older than it may be is taken out of the chats."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.calls.receipt import Receipts
from handlers.clearing.rule import ClearingRule, Step
from handlers.conversation import Conversations, Handle, NotShown, Refused
from handlers.tap.form_tap import UnreadableTap
from handlers.view import View
from storage.database.connection import DatabaseFault
from storage.hour import Hour
from storage.messages.messages import NO_HOUR, MessagePlace, Messages, NotedMessage
from storage.people.seat import Role

LOG = logging.getLogger(__name__)
MOST_AT_ONCE = 30
"""How many messages are cleared at a time: those on duty must not wait for it, nor Telegram complain."""


@dataclass(frozen=True)
class Clearing:
    """Clears messages by a rule. ``accounts`` are those that may be used, with their roles; ``clock`` is local."""

    messages: Messages
    receipts: Receipts
    conversations: Conversations
    rule: ClearingRule
    accounts: Callable[[], Mapping[int, Role]]
    clock: Callable[[], datetime]

    async def due(self) -> None:
        """Clear what is due, the oldest first; what cannot be shown just now, later. Raises a `DatabaseFault`."""
        steps, later = self._steps(await self.messages.all()), set[int]()
        done = 0
        for noted, step in steps:
            chat = noted.place.chat
            if done == MOST_AT_ONCE:
                break
            if chat not in later and self.messages.is_as_read(noted.place):
                done += 1
                if not await self._is_done(noted, step):
                    later.add(chat)
        await self.messages.write_rest()
        if done:
            await self.messages.forget_chats()

    async def refresh(self, source: str, shown_in: MessagePlace) -> None:
        """Take the details out of a changed record's receipts, but for the one named; failures are only logged."""
        others = [(place, note) for place, note in self.messages.of(source) if place != shown_in]
        if not others:
            return
        try:
            _, record = await self.receipts.find(source)
            step = self.rule.after_change(record.outcome, record.recorded_at, Hour.of(self.clock()))
            for place, note in others:
                await self._is_done(NotedMessage(place, note, voided=record.voided), step)
        except DatabaseFault as fault:
            LOG.error("A changed call's receipts were not brought up to date: %s", fault)  # noqa: TRY400 - enough

    def _steps(self, every: Sequence[NotedMessage]) -> Sequence[tuple[NotedMessage, Step]]:
        accounts, now = self.accounts(), Hour.of(self.clock())
        newest: dict[int, int] = {}
        for noted in every:
            if noted.note.stage == "fresh":
                newest[noted.place.chat] = max(noted.place.message, newest.get(noted.place.chat, 0))
        steps = [
            (
                noted,
                self.rule.step(
                    noted,
                    newest=newest.get(noted.place.chat) == noted.place.message,
                    role=accounts.get(noted.place.chat),
                    now=now,
                ),
            )
            for noted in every
        ]
        return [(noted, step) for noted, step in steps if step]

    async def _is_done(self, noted: NotedMessage, step: Step) -> bool:
        """Take a step; tell whether it is done with, also where the message can never be changed."""
        try:
            await self._take(noted, step)
        except Refused as refusal:
            LOG.warning("A message cannot be cleared, and is left: %s", refusal)
            await self.messages.note(noted.place, None)
        except NotShown as error:
            LOG.warning("A message was not cleared, and will be: %s", error)
            return False
        return True

    async def _take(self, noted: NotedMessage, step: Step) -> None:
        conversation, message = self.conversations.at(noted.place.chat), Handle(noted.place.message)
        if step == "forget":
            await self.messages.note(noted.place, replace(noted.note, hour=NO_HOUR))
            return
        if step != "remove":
            await conversation.replace(message, await self._less(noted, step))
            return
        try:
            await conversation.remove(message)
        except Refused:  # what has stood there for two days can stay for good
            await conversation.replace(message, View(self.receipts.language.text("Cleared away.")))

    async def _less(self, noted: NotedMessage, step: Step) -> View:
        """Return what is left of a receipt; only that there was one where its form is not in use any more."""
        finished = self.receipts.finished(voided=noted.voided)
        if step == "finish" or noted.note.source is None:
            return finished
        try:
            form, record = await self.receipts.find(noted.note.source)
        except UnreadableTap:
            return finished
        return self.receipts.closed(form, record) if step == "close" else self.receipts.cleared(record)
