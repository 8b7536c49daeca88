"""Building the bot: what takes in Telegram's updates and hands them to the use cases."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.config.config import Config
from bot.sockets import proxy_for
from bot.telegram.bot_api import BotApi
from bot.telegram.command_menus import CommandMenus
from bot.telegram.date_headers import DateHeaders
from bot.telegram.gate import Gate
from bot.telegram.intake import Intake
from bot.telegram.kept_updates import KeptUpdates
from bot.telegram.polling_gap import Backlog, PollingGap
from bot.telegram.transport import Timeouts, Transport
from bot.telegram.updates import TelegramUpdates
from bot.telegram.watched_chat import WatchedChats
from bot.use_cases import UseCases


@dataclass(frozen=True)
class Telegram:
    """Telegram, before anything is known of what it is for."""

    api: BotApi
    dates: DateHeaders
    transport: Transport

    @classmethod
    def at(cls, config: Config, token: str, timeouts: Timeouts, since_boot: Callable[[], float]) -> "Telegram":
        """Return it at the address of the config, for the bot that has the token."""
        dates = DateHeaders(since_boot)
        transport = Transport(timeouts, proxy_for(config.telegram.api_url), dates)
        return cls(BotApi.at(config.telegram.api_url, token, transport), dates, transport)


@dataclass(frozen=True)
class TelegramParts:
    """The bot, built but not started."""

    api: BotApi
    intake: Intake
    menus: CommandMenus


def telegram_parts(api: BotApi, cases: UseCases, gap: PollingGap, chats: WatchedChats) -> TelegramParts:
    """Build the bot around the use cases."""
    backlog, stores = Backlog(), cases.stores
    menus = CommandMenus(api, lambda: stores.seats.accounts, cases.language)
    gate = Gate(stores.seats, stores.chats.bound, cases.people.strangers)
    updates = TelegramUpdates(
        chats,
        cases.routes.commands,
        cases.dispatch,
        cases.unhandled,
        backlog,
        menus,
        KeptUpdates(stores.updates, stores.seats, stores.chats),
        stores.seats,
        gate,
        cases.people.lapse,
    )
    return TelegramParts(api, Intake(api, updates, gate, backlog, gap), menus)
