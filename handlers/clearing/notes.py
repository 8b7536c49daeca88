"""Noting what messages show, so that what has to be cleared is found again, restarts in between or not."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import Handle
from handlers.view import View
from reports.words.language import Language
from storage.database.connection import DatabaseFault
from storage.hour import Hour
from storage.messages.messages import MessageNote, MessagePlace, Messages

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class MessageNotes:
    """Notes the messages that views are shown in. ``clock`` is the local time."""

    messages: Messages
    clock: Callable[[], datetime]
    language: Language

    @property
    def opening(self) -> View:
        """What a message says until it is noted that it shows a call: all that a locked screen has to show."""
        return View(self.language.text("One moment …"), stage="form")

    def find(self, chat: int, message: Handle) -> MessageNote | None:
        """Return what is noted of a message."""
        return self.messages.find(MessagePlace(chat, message))

    async def note(self, chat: int, message: Handle, view: View | None) -> None:
        """Note what a message shows, None for one that is gone.

        What the database refuses is logged, and written when messages are cleared.
        """
        place = MessagePlace(chat, message)
        try:
            await self.messages.note(place, self._note(place, view) if view else None)
        except DatabaseFault as fault:
            LOG.error("It was not noted that a message has to be cleared, and will be: %s", fault)  # noqa: TRY400 - enough

    def _note(self, place: MessagePlace, view: View) -> MessageNote | None:
        if view.stage is None:
            return None
        hour, known = str(Hour.of(self.clock())), self.messages.find(place)
        if known and view.stage in {"closed", "cleared"}:  # it shows nothing that it has not shown before
            hour = known.hour
        return MessageNote(view.stage, hour, view.source)
