"""The menus of commands: for each seat on the list that of its role, and none for anybody else."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from telegram.error import TelegramError

from bot.telegram.bot_api import BotApi, Json
from handlers.commands import listed_for
from reports.words.language import Language
from storage.people.staff import Role

LOG = logging.getLogger(__name__)
EVERYBODY = 0
"""Stands for everybody in what has been shown: no seat has that number."""


@dataclass(frozen=True)
class CommandMenus:
    """Keeps the menus true; a failure is only logged, since every command works without its menu."""

    api: BotApi
    roles: Callable[[], Mapping[int, Role]]
    language: Language
    _shown: dict[int, Role | None] = field(default_factory=dict)

    async def refresh(self) -> None:
        """Show everybody the right menu who does not have it yet, and strangers none."""
        if EVERYBODY not in self._shown and await self._set([], {"type": "default"}):
            self._shown[EVERYBODY] = None
        for seat in self.roles():
            await self.show_to(seat)

    async def show_to(self, seat: int) -> None:
        """Show a seat the menu of its role, if it has another one or none yet."""
        role = self.roles().get(seat)
        if role is None or self._shown.get(seat) == role:
            return
        text, code = self.language.text, self.language.code
        listed = [{"command": one.name(code), "description": text(one.short)} for one in listed_for(role)]
        if await self._set(listed, {"type": "chat", "chat_id": seat}):
            self._shown[seat] = role

    async def _set(self, listed: list[Json], scope: Json) -> bool:
        try:
            await self.api.do("setMyCommands", {"commands": listed, "scope": scope})
        except TelegramError as error:  # such as somebody who has not opened the chat yet
            LOG.info("A menu of commands is not shown: %s", error)
            return False
        return True
