"""The HTTP end of the pretend Bot API."""

import aiohttp

from bot.demo.telegram.server import PretendTelegram
from tests.bot.demo.client import Client


async def test_what_was_asked_is_remembered_in_order(telegram: PretendTelegram, client: Client) -> None:
    telegram.person(11)

    await client.ask("getMe")
    await client.ask("sendMessage", chat_id=11, text="Hei")

    assert [request.method for request in telegram.requests] == ["getMe", "sendMessage"]
    assert telegram.requests[-1].parameters == {"chat_id": 11, "text": "Hei"}


async def test_another_token_is_unauthorized(http: aiohttp.ClientSession) -> None:
    answer = await Client(http, "1:wrong").call("getMe")

    assert answer == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_an_unknown_method_is_not_found(client: Client) -> None:
    answer = await client.call("sendTelegram")

    assert answer == {"ok": False, "error_code": 404, "description": "Not Found"}
