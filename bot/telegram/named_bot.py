"""A bot that has told its name: its token is right, and a link to it can be made."""

from telegram.error import InvalidToken, TelegramError

from bot.sockets import proxy_for
from bot.telegram.bot_api import BotApi
from bot.telegram.transport import Timeouts, Transport
from storage.fault import N_, Fault

SOMEBODY_WAITS = Timeouts(pauses=(0.2, 0.6))
"""How long it is tried while a person looks at the console."""


class RefusedToken(Fault):
    """Telegram does not know the token."""

    def __init__(self) -> None:
        """Say so in one sentence."""
        super().__init__(N_("Telegram refuses the token; look where it is kept: token_file, for instance."))


class Unreachable(Fault):
    """Telegram did not answer."""


async def named_bot(address: str, token: str) -> BotApi:
    """Return the Bot API at an address once it has named the bot. Raises `RefusedToken` and `Unreachable`."""
    api = BotApi.at(address, token, Transport(SOMEBODY_WAITS, proxy_for(address)))
    try:
        async with api.bot:
            return api
    except InvalidToken:
        raise RefusedToken from None
    except TelegramError as error:
        words = N_("Telegram does not answer. Is this machine on the network? ({reason})")
        raise Unreachable(words, reason=error) from None
