"""A page is told what changes in its chat, and what is done on it reaches the bot."""

import asyncio

import aiohttp
import pytest
from aiohttp import web
from aiohttp.base_protocol import BaseProtocol
from aiohttp.http_writer import StreamWriter
from aiohttp.test_utils import make_mocked_request

from bot.demo.page import DeskPage, Training
from bot.demo.telegram.contract import Json
from bot.demo.telegram.server import PretendTelegram
from reports.words.language import Language
from tests.bot.demo.client import Client, buttons

HANDSHAKE = {
    "Connection": "upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


async def told(socket: aiohttp.ClientWebSocketResponse) -> Json:
    """Return the next thing the page is told."""
    changes: Json = await socket.receive_json(timeout=5)
    return changes


async def test_the_page_is_told_what_stands_there_and_what_changes(
    telegram: PretendTelegram, client: Client, http: aiohttp.ClientSession
) -> None:
    telegram.person(11)
    await client.ask("sendMessage", chat_id=11, text="Hvem ringte?", reply_markup=buttons(["Politi", "NAV"]))

    async with http.ws_connect("/desk/live?seat=11") as socket:
        first = await told(socket)
        await client.ask("editMessageText", chat_id=11, message_id=1, text="Politi")
        edited = await told(socket)
        await client.ask("deleteMessage", chat_id=11, message_id=1)
        deleted = await told(socket)

    assert first["fresh"]
    [shown] = first["put"]
    assert (shown["text"], shown["own"], shown["edited"]) == ("Hvem ringte?", False, False)
    assert shown["buttons"] == [[{"text": "Politi", "data": "Politi"}, {"text": "NAV", "data": "NAV"}]]
    assert (edited["put"][0]["text"], edited["put"][0]["buttons"]) == ("Politi", [])
    assert deleted == {"gone": [1]}


async def test_what_is_written_and_tapped_on_the_page_reaches_the_bot(
    telegram: PretendTelegram, client: Client, http: aiohttp.ClientSession
) -> None:
    telegram.person(11)

    async with http.ws_connect("/desk/live?seat=11") as socket:
        await told(socket)
        await socket.send_json({"do": "say", "text": "/log"})
        own = await told(socket)
        await client.updates(offset=-1, timeout=5)
        await socket.send_json({"do": "press", "message": 1, "data": "p"})
        [update] = await client.updates(offset=2, timeout=5)
        await client.ask("answerCallbackQuery", callback_query_id=update["callback_query"]["id"], text="Notert")
        answered = await told(socket)

    assert (own["put"][0]["text"], own["put"][0]["own"]) == ("/log", True)
    assert update["callback_query"]["data"] == "p"
    assert answered == {"answered": [{"text": "Notert", "alert": False}]}


async def test_the_keyboard_below_and_what_the_bot_is_at_are_shown(
    telegram: PretendTelegram, client: Client, http: aiohttp.ClientSession
) -> None:
    telegram.person(11)
    keyboard: Json = {"keyboard": [[{"text": "📞 Ny samtale"}]]}

    async with http.ws_connect("/desk/live?seat=11") as socket:
        await told(socket)
        await client.ask("sendChatAction", chat_id=11, action="upload_photo")
        acting = await told(socket)
        await client.ask("sendMessage", chat_id=11, text="Klar", reply_markup=keyboard)
        posted = await told(socket)

    assert acting == {"acting": {"action": "upload_photo", "seconds": 5.0}}
    assert (posted["keyboard"], posted["acting"]) == ([["📞 Ny samtale"]], None)


@pytest.mark.parametrize(
    "word", ["", "[]", '{"do": "delete"}', '{"do": "say", "text": ""}', '{"do": "press", "message": 1}']
)
async def test_a_page_that_talks_nonsense_is_hung_up_on(
    telegram: PretendTelegram, http: aiohttp.ClientSession, word: str
) -> None:
    telegram.person(11)

    async with http.ws_connect("/desk/live?seat=11") as socket:
        await told(socket)
        await socket.send_str(word)
        ended = await socket.receive(timeout=5)

    assert (ended.type, ended.data) == (aiohttp.WSMsgType.CLOSE, aiohttp.WSCloseCode.POLICY_VIOLATION)
    assert telegram.account.updates.unconfirmed == 0


async def test_a_page_that_has_gone_before_it_is_answered_is_no_trouble(telegram: PretendTelegram) -> None:
    desk = DeskPage(telegram.account, {11: telegram.person(11)}, Training(Language("nb")))
    loop = asyncio.get_running_loop()
    nobody = StreamWriter(BaseProtocol(loop), loop)

    answer = await desk.live(make_mocked_request("GET", "/desk/live?seat=11", HANDSHAKE, writer=nobody))

    assert not isinstance(answer, web.WebSocketResponse)
