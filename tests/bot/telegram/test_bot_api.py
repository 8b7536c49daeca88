"""Methods of the Bot API by name."""

import asyncio

import pytest
from telegram.error import BadRequest, NetworkError, TimedOut

from bot.telegram.bot_api import BotApi
from tests.bot.telegram.http_server import OPEN_TOKEN, HttpServer, refused, response


async def test_a_method_is_posted_as_json_with_the_parameters_that_are_given(
    server: HttpServer, api: BotApi
) -> None:
    server.will(response())

    await api.do("sendMessage", {"chat_id": 5, "text": "blåbær", "reply_markup": None, "silent": False})

    [request] = server.requests
    assert request.line == f"POST /bot{OPEN_TOKEN}/sendMessage HTTP/1.1"
    assert request.headers["content-type"] == "application/json"
    assert request.json == {"chat_id": 5, "text": "blåbær", "silent": False}


async def test_the_result_of_a_method_is_returned(server: HttpServer, api: BotApi) -> None:
    server.will_say(b'{"ok":true,"result":{"message_id":7}}')

    assert await api.get("sendMessage", {"chat_id": 5}) == {"message_id": 7}


async def test_a_result_is_read_only_where_somebody_looks_at_it(server: HttpServer, api: BotApi) -> None:
    unreadable = b'{"ok":true,"result":{"message_id":'
    server.will_say(unreadable, unreadable)

    await api.do("editMessageText", {})
    with pytest.raises(NetworkError):
        await api.get("sendMessage", {})


async def test_a_refusal_is_an_error_of_the_library(server: HttpServer, api: BotApi) -> None:
    for call in (api.do, api.get):
        server.will(refused("no"))

        with pytest.raises(BadRequest, match="No"):
            await call("sendMessage", {})


async def test_a_result_is_waited_for_as_long_as_is_said(server: HttpServer, api: BotApi) -> None:
    server.will()

    async with asyncio.timeout(api.transport.read_timeout - 5):
        with pytest.raises(TimedOut):
            await api.get("getUpdates", {}, 0.1)
