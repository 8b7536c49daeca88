"""The methods of the Bot API by name: JSON out and JSON in, read only where somebody looks at it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeAlias

from telegram import Bot

from bot.telegram.errors import result_of
from bot.telegram.transport import Transport

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class BotApi:
    """Calls methods by name; the library's ``bot`` uploads files. Every call raises the library's errors."""

    bot: Bot
    transport: Transport

    @classmethod
    def at(cls, address: str, token: str, transport: Transport) -> Self:
        """Return the methods at an address, called through a transport."""
        bot = Bot(token, base_url=address, request=transport, get_updates_request=transport)
        return cls(bot, transport)

    def link(self, code: str) -> str:
        """Return the address that opens the bot and hands it a code."""
        return f"https://t.me/{self.bot.username}?start={code}"

    async def do(self, method: str, parameters: Mapping[str, object]) -> None:
        """Call a method whose result nobody looks at."""
        await self._call(method, parameters)

    async def get(self, method: str, parameters: Mapping[str, object], seconds: float | None = None) -> Any:  # noqa: ANN401 - JSON
        """Return a method's result, for which so many seconds are waited, or the usual time."""
        return result_of(await self._call(method, parameters, seconds))

    async def _call(self, method: str, parameters: Mapping[str, object], seconds: float | None = None) -> bytes:
        given = {name: value for name, value in parameters.items() if value is not None}
        return await self.transport.call(
            f"{self.bot.base_url}/{method}", json.dumps(given).encode(), seconds=seconds
        )
