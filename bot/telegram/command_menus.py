"""The menus of commands: for each account on the list that of its role, and none for anybody else."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.telegram.bot_api import BotApi, Json
from handlers.commands import listed_for
from reports.words.language import Language
from storage.people.seat import Role

LOG = logging.getLogger(__name__)
MOST_AT_ONCE = 20
"""How many menus are shown at a time: a long list must not keep the taps of those on duty waiting."""
EVERYBODY = 0
"""Stands for everybody in what has been shown: no account has that number."""


@dataclass(frozen=True)
class CommandMenus:
    """Keeps the menus true; a failure is only logged, since every command works without its menu."""

    api: BotApi
    roles: Callable[[], Mapping[int, Role]]
    language: Language
    _shown: dict[int, Role | None] = field(default_factory=dict)
    _unopened: set[int] = field(default_factory=set)

    async def refresh(self) -> None:
        """Show strangers no menu, the next `MOST_AT_ONCE` on the list theirs, and those taken off it none."""
        if EVERYBODY not in self._shown:
            await self._show(EVERYBODY, None, [], {"type": "default"})
        waiting = [
            account
            for account, role in self.roles().items()
            if self._shown.get(account) != role and account not in self._unopened
        ]
        for account in waiting[:MOST_AT_ONCE]:
            await self.show_to(account)
        for account in {*self._shown} - {*self.roles(), EVERYBODY}:
            await self._show(account, None, [], {"type": "chat", "chat_id": account})
            self._shown.pop(account, None)

    async def show_to(self, account: int) -> None:
        """Show an account the menu of its role, if it has another one or none yet."""
        role = self.roles().get(account)
        if role is None or self._shown.get(account) == role:
            return
        text, code = self.language.text, self.language.code
        listed = [{"command": one.name(code), "description": text(one.short)} for one in listed_for(role)]
        await self._show(account, role, listed, {"type": "chat", "chat_id": account})

    async def _show(self, account: int, role: Role | None, listed: list[Json], scope: Json) -> None:
        try:
            await self.api.do("setMyCommands", {"commands": listed, "scope": scope})
        except TelegramError as error:
            LOG.info("A menu of commands is not shown: %s", error)
            # Whoever has not opened the chat yet gets the menu once they write.
            if isinstance(error, BadRequest | Forbidden):
                self._unopened.add(account)
        else:
            self._shown[account] = role
            self._unopened.discard(account)
