"""The menus of commands: for each seat on the list that of its role, and none for anybody else."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.telegram.bot_api import BotApi, Json
from handlers.commands import listed_for
from reports.words.language import Language
from storage.people.staff import Role

LOG = logging.getLogger(__name__)
AT_ONCE = 20
"""How many menus are shown at a time: a long list must not keep the taps of those on duty waiting."""
EVERYBODY = 0
"""Stands for everybody in what has been shown: no seat has that number."""


@dataclass(frozen=True)
class CommandMenus:
    """Keeps the menus true; a failure is only logged, since every command works without its menu."""

    api: BotApi
    roles: Callable[[], Mapping[int, Role]]
    language: Language
    _shown: dict[int, Role | None] = field(default_factory=dict)
    _unopened: set[int] = field(default_factory=set)

    async def refresh(self) -> None:
        """Show strangers no menu, and the next `AT_ONCE` on the list theirs if they do not have it yet."""
        if EVERYBODY not in self._shown and await self._set(EVERYBODY, [], {"type": "default"}):
            self._shown[EVERYBODY] = None
        waiting = [seat for seat, role in self.roles().items() if self._shown.get(seat) != role]
        for seat in [seat for seat in waiting if seat not in self._unopened][:AT_ONCE]:
            await self.show_to(seat)

    async def show_to(self, seat: int) -> None:
        """Show a seat the menu of its role, if it has another one or none yet."""
        role = self.roles().get(seat)
        if role is None or self._shown.get(seat) == role:
            return
        text, code = self.language.text, self.language.code
        listed = [{"command": one.name(code), "description": text(one.short)} for one in listed_for(role)]
        if await self._set(seat, listed, {"type": "chat", "chat_id": seat}):
            self._shown[seat] = role

    async def _set(self, seat: int, listed: list[Json], scope: Json) -> bool:
        try:
            await self.api.do("setMyCommands", {"commands": listed, "scope": scope})
        except TelegramError as error:
            LOG.info("A menu of commands is not shown: %s", error)
            # Whoever has not opened the chat yet gets the menu once they write.
            if isinstance(error, BadRequest | Forbidden):
                self._unopened.add(seat)
            return False
        self._unopened.discard(seat)
        return True
