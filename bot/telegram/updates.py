"""Routing what arrives: each becomes a request that knows no Telegram, and goes to what answers it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.telegram.arrival import Arrival
from bot.telegram.command_menus import CommandMenus
from bot.telegram.double_taps import DoubleTaps
from bot.telegram.gate import Gate
from bot.telegram.kept_updates import KeptUpdates
from bot.telegram.polling_gap import Backlog
from bot.telegram.watched_chat import WatchedChats
from handlers.commands import LOG
from handlers.conversation import NOBODY, Handle, Request
from handlers.dispatch import Dispatch
from handlers.people.lapse import Lapse
from handlers.people.unhandled import Unhandled
from handlers.route import Command
from storage.people.seats import Seats

ANONYMOUS = frozenset({1087968824, 136817688, 777000})
"""The ids that stand for a group's anonymous administrators, a channel that writes, and Telegram itself."""
COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]+)(?:@(?P<bot>[A-Za-z0-9_]+))?(?P<words>\W.*)?", re.DOTALL)


def _may_register(text: str) -> bool:
    """Tell whether whoever writes this may mean to register a call; with most commands nobody does."""
    match = COMMAND.fullmatch(text)
    return match is None or match["name"].lower() in LOG.names


@dataclass(frozen=True)
class TelegramUpdates:
    """Hands each arrival to its use case."""

    chats: WatchedChats
    commands: Sequence[Command]
    dispatch: Dispatch
    unhandled: Unhandled
    backlog: Backlog
    menus: CommandMenus
    kept: KeptUpdates
    seats: Seats
    gate: Gate
    lapse: Lapse

    @property
    def taps(self) -> DoubleTaps:
        """What tells extra taps from others."""
        return self.chats.taps

    async def answer(self, arrival: Arrival) -> None:
        """Answer a tap, a command, or a message that is neither."""
        # It may have waited behind others of its chat while its sender was removed.
        if not self.gate.admits(arrival):
            return
        request = self._request(arrival)
        if await self.lapse.refuses(request, registers=arrival.tap or _may_register(arrival.text)):
            return
        self.seats.use(request.seat)
        if arrival.tap:
            await self.taps.answer(request, arrival, self.dispatch)
            return
        self.taps.wrote(arrival)
        for command in self.commands:
            words = self._words_after(command, arrival.text)
            if words is not None and (arrival.private or command.anywhere):
                if words and command.bare:
                    await self.unhandled.pass_over(request)
                await command.answer(request, words)
                return
        if arrival.private:
            await self.unhandled.refuse(request, command=arrival.text.startswith("/"))

    async def fail(self, arrival: Arrival, error: Exception) -> None:
        """Log why an arrival was not handled, and tell its sender, also that the call is saved if it is."""
        saved = arrival.tap and await self.dispatch.is_saved(arrival.text)
        await self.unhandled.tell_failure(self._request(arrival), error, saved=saved)

    def _words_after(self, command: Command, text: str) -> str | None:
        """Return the words after a command, None if the text is not that command."""
        if text == command.label:
            return ""
        match = COMMAND.fullmatch(text)
        if match is None or match["name"].lower() not in command.told.names:
            return None
        named = match["bot"]
        if named and named.lower() != self.chats.api.bot.username.lower():
            return None
        return " ".join((match["words"] or "").split())

    def _request(self, arrival: Arrival) -> Request:
        chat = self.chats.of_tap(arrival.chat, arrival.query, partial(self.kept.keep, arrival))
        account = None if arrival.sender in ANONYMOUS else arrival.sender
        seat = self.seats.of(account)
        return Request(
            seat=seat.number if seat else NOBODY,
            conversation=chat,
            origin=Handle(arrival.message),
            private=arrival.private,
            since=self.backlog.since(arrival.update),
            account=account,
        )
