"""A server that answers what it is told to, and the Bot API there."""

import time
from collections.abc import AsyncIterator

import pytest

from bot.telegram.bot_api import BotApi
from bot.telegram.connections import Connections
from bot.telegram.date_headers import DateHeaders
from tests.bot.telegram.http_server import Ask, HttpServer, bot_api, http_server


@pytest.fixture
async def server() -> AsyncIterator[HttpServer]:
    """Open a server."""
    async with http_server() as server:
        yield server


@pytest.fixture
async def api(server: HttpServer) -> AsyncIterator[BotApi]:
    """Open the Bot API there."""
    async with bot_api(server) as api:
        yield api


@pytest.fixture
async def connections() -> AsyncIterator[Connections]:
    """Make connections that are closed in the end."""
    connections = Connections(DateHeaders(time.monotonic))
    yield connections
    connections.close()


@pytest.fixture
def ask(server: HttpServer, connections: Connections) -> Ask:
    """Make one request to the server over the connections."""
    return lambda: connections.post(f"{server.url}/x", b"")
