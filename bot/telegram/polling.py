"""Polling: starting with or without a connection, going on through failures, giving way to another bot."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

from telegram.error import Conflict, InvalidToken, TelegramError

from bot.host.polls import Polls
from bot.telegram.bot_api import BotApi
from bot.telegram.errors import seconds_wanted
from bot.telegram.intake import Intake
from bot.telegram.named_bot import RefusedToken
from storage.fault import N_, Fault

LOG = logging.getLogger(__name__)
STOP_SECONDS = 2.0
PATIENCE = 3
PATIENCE_ONCE_POLLING = 12
"""How many conflicts or refusals in a row we bear before we stop; one that has just started bears fewer."""
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
WEBHOOK = "webhook is active"


class SecondBot(Fault):
    """Another program fetches updates with the same token."""


class Polled(Protocol):
    """A bot that is built."""

    @property
    def api(self) -> BotApi:
        """Its methods."""

    @property
    def intake(self) -> Intake:
        """What takes in its updates."""


async def connect(bot: Polled, polls: Polls) -> None:
    """Reach Telegram, however long that takes, and have it send the updates here. Raises `RefusedToken`."""
    await _patiently(bot.api.bot.initialize, polls)
    await _patiently(lambda: bot.api.bot.delete_webhook(drop_pending_updates=False), polls)


async def poll(bot: Polled, polls: Polls) -> None:
    """Take in updates until cancelled. Raises `RefusedToken` and `SecondBot`."""
    try:
        await bot.intake.resume()
        await _poll(bot, polls)
    finally:
        await bot.intake.stop(STOP_SECONDS)


async def _patiently(call: Callable[[], Awaitable[object]], polls: Polls) -> None:
    """Repeat a call until it succeeds; wait longer each time Telegram cannot be reached."""
    pause = 1.0
    while True:
        try:
            await call()
        except InvalidToken:
            raise RefusedToken from None
        except TelegramError as error:
            LOG.warning("Telegram cannot be reached, trying again: %s", error)
            polls.failed(_pause(error, pause))
            await asyncio.sleep(_pause(error, pause))
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            polls.answered()
            return


def _pause(error: TelegramError, pause: float) -> float:
    return max(pause, seconds_wanted(error) or 0.0)


async def _poll(bot: "Polled", polls: Polls) -> None:
    conflicts, refusals, patience, pause = 0, 0, PATIENCE, FIRST_PAUSE
    while True:
        try:
            await bot.intake.poll()
        except Conflict as conflict:
            conflicts += 1
            polls.answered()
            await _give_way(bot, polls, conflict, patience - conflicts)
        except TelegramError as error:
            refusals += isinstance(error, InvalidToken)
            if refusals >= patience:
                raise RefusedToken from None
            LOG.warning("Polling failed, trying again: %s", error)
            polls.failed(_pause(error, pause))
            await asyncio.sleep(_pause(error, pause))
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            polls.answered()
            conflicts, refusals, patience, pause = 0, 0, PATIENCE_ONCE_POLLING, FIRST_PAUSE


async def _give_way(bot: "Polled", polls: Polls, conflict: Conflict, patience: int) -> None:
    if patience <= 0:
        raise SecondBot(
            N_("Another program uses the bot's token, so this one stops. Let only one Vaktlogg run at a time.")
        ) from None
    LOG.warning("Telegram says that the updates go elsewhere: %s", conflict)
    if WEBHOOK in conflict.message:
        await _patiently(lambda: bot.api.bot.delete_webhook(drop_pending_updates=False), polls)
    else:
        await asyncio.sleep(1)
