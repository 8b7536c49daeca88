"""A pretend Telegram for each test, and a bare client that calls it as a bot would."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.demo.page import Training
from bot.demo.telegram.server import PretendTelegram
from reports.words.language import Language
from tests.bot.chat_desk import Clock
from tests.bot.demo.client import TOKEN, Client


@pytest.fixture
def clock() -> Clock:
    """Give the test a clock it can move."""
    return Clock()


@pytest.fixture
async def telegram(clock: Clock) -> AsyncIterator[PretendTelegram]:
    """Serve a pretend Telegram on a free port."""
    telegram = PretendTelegram(token=TOKEN, clock=clock, site=Training(Language("nb")).add_to)
    await telegram.start()
    yield telegram
    await telegram.stop()


@pytest.fixture
async def http(telegram: PretendTelegram) -> AsyncIterator[aiohttp.ClientSession]:
    """Open a session of HTTP with the server's page as its base."""
    async with aiohttp.ClientSession(telegram.url) as session:
        yield session


@pytest.fixture
def client(http: aiohttp.ClientSession) -> Client:
    """Give the test a bot's end of the Bot API."""
    return Client(http, TOKEN)
