"""Calls are made again where that is safe, and never where they may have sent a message."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.telegram.errors import NeverSent, NothingDone, Unanswered
from bot.telegram.transport import Timeouts, Transport
from tests.bot.chat_desk import TOKEN
from tests.bot.telegram.http_server import (
    CLOSE,
    GRANTED,
    THROUGH,
    HttpServer,
    Step,
    closed_port,
    refused,
    response,
)

PATIENT = Timeouts(read=15.0, upload=15.0, pauses=(0.0, 0.0))
HASTY = Timeouts(read=0.3, pauses=(0.0,) * 30)
ODD = ['"soon"', "NaN", "Infinity", "-Infinity", "-1", "[1]", "{}", "null", "1e300"]
"""What is no number of seconds to wait."""
OVERLOADED = response(b"<html>", 502)


@pytest.fixture
async def transport() -> AsyncIterator[Transport]:
    """Open a transport that repeats at once, and waits long for an answer."""
    async with Transport(PATIENT) as transport:
        yield transport


@pytest.fixture
async def hasty() -> AsyncIterator[Transport]:
    """Open a transport that does not wait long for an answer, but asks often."""
    async with Transport(HASTY) as transport:
        yield transport


def url(server: HttpServer, method: str) -> str:
    """Return the address of a method."""
    return f"{server.url}/bot{TOKEN}/{method}"


@pytest.mark.parametrize("method", ["editMessageText", "answerCallbackQuery", "sendChatAction", "deleteMessage"])
@pytest.mark.parametrize("first", [(CLOSE,), (OVERLOADED,)])
async def test_what_can_be_done_twice_is_asked_for_again(
    server: HttpServer, transport: Transport, method: str, first: tuple[Step, ...]
) -> None:
    server.will(*first)
    server.will(response())

    assert await transport.call(url(server, method), b"{}") == GRANTED
    assert len(server.requests) == 2


async def test_what_can_be_done_twice_is_asked_for_again_after_silence(
    server: HttpServer, hasty: Transport
) -> None:
    server.will()
    server.will(response())

    assert await hasty.call(url(server, "editMessageText"), b"{}") == GRANTED


@pytest.mark.parametrize("method", ["sendMessage", "sendPhoto", "sendDocument", "sendMediaGroup"])
async def test_what_may_have_been_sent_is_not_sent_again(
    server: HttpServer, transport: Transport, method: str
) -> None:
    server.will(CLOSE)
    server.will(response())

    with pytest.raises(Unanswered):
        await transport.call(url(server, method), b"{}")

    assert len(server.requests) == 1


async def test_a_message_is_not_sent_again_after_silence(server: HttpServer, hasty: Transport) -> None:
    server.will()
    server.will(response())

    with pytest.raises(TimedOut):
        await hasty.call(url(server, "sendMessage"), b"{}")


async def test_a_message_that_the_proxy_did_not_let_through_is_sent_again(server: HttpServer) -> None:
    server.will(response(b"", 503), CLOSE)
    server.will(THROUGH)
    server.will(response())

    async with Transport(PATIENT, proxy=server.url) as transport:
        assert await transport.call(f"http://telegram.invalid/bot{TOKEN}/sendMessage", b"{}") == GRANTED

    assert [request.line.split()[0] for request in server.requests] == ["CONNECT", "CONNECT", "POST"]


async def test_a_message_that_was_certainly_not_sent_is_sent_again(
    server: HttpServer, transport: Transport
) -> None:
    server.will(OVERLOADED)
    server.will(response())

    assert await transport.call(url(server, "sendMessage"), b"{}") == GRANTED


@pytest.mark.parametrize(
    ("method", "answer", "kind"),
    [("sendMessage", refused("no"), BadRequest), ("getUpdates", OVERLOADED, NothingDone)],
)
async def test_a_refusal_and_a_poll_are_not_repeated(
    server: HttpServer, transport: Transport, method: str, answer: bytes, kind: type[TelegramError]
) -> None:
    server.will(answer)

    with pytest.raises(kind):
        await transport.call(url(server, method), b"{}")

    assert len(server.requests) == 1


async def test_a_call_is_given_up_after_its_last_pause(server: HttpServer, transport: Transport) -> None:
    for _ in range(9):
        server.will(OVERLOADED)

    with pytest.raises(NothingDone):
        await transport.call(url(server, "editMessageText"), b"{}")

    assert len(server.requests) == 1 + len(PATIENT.pauses)


@pytest.mark.parametrize(("seconds", "asked"), [("0.01", 2), ("60", 1), ("12.1", 1), *((odd, 2) for odd in ODD)])
async def test_telegram_says_how_long_to_wait_if_that_is_not_too_long(
    server: HttpServer, transport: Transport, seconds: str, asked: int
) -> None:
    server.will(response(b'{"ok":false,"parameters":{"retry_after":' + seconds.encode() + b"}}", 429))
    server.will(refused("no"))

    with pytest.raises(TelegramError) as caught:
        await transport.call(url(server, "sendMessage"), b"{}")

    assert isinstance(caught.value, RetryAfter) is (asked == 1)
    assert len(server.requests) == asked


async def test_the_next_attempt_waits_as_long_as_telegram_says(server: HttpServer, transport: Transport) -> None:
    server.will(response(b'{"ok":false,"parameters":{"retry_after":0.3}}', 429))
    server.will(response())
    begun = asyncio.get_running_loop().time()

    await transport.call(url(server, "sendMessage"), b"{}")

    assert asyncio.get_running_loop().time() - begun >= 0.3


async def test_no_error_holds_the_token(server: HttpServer, transport: Transport) -> None:
    server.will(CLOSE)
    with closed_port() as port, pytest.raises(NeverSent) as unreachable:
        await transport.call(f"http://127.0.0.1:{port}/bot{TOKEN}/sendMessage", b"{}")
    with pytest.raises(Unanswered) as broken:
        await transport.call(url(server, "sendMessage"), b"{}")

    for error in (unreachable.value, broken.value):
        assert TOKEN not in repr((error, error.__cause__))
        assert error.__suppress_context__ or error.__context__ is None or TOKEN not in repr(error.__context__)


async def test_a_transport_that_is_closed_makes_no_calls(server: HttpServer) -> None:
    with pytest.raises(NetworkError):
        await Transport(PATIENT).call(url(server, "getMe"), b"{}")


async def test_the_library_uploads_a_file_with_its_name_through_it(
    server: HttpServer, transport: Transport
) -> None:
    sent = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}}
    server.will(response(json.dumps({"ok": True, "result": sent}).encode()))
    bot = Bot(TOKEN, base_url=f"{server.url}/bot", request=transport, get_updates_request=transport)

    await bot.send_document(5, b"\x00\x01", caption="æøå", filename="2016.xlsx")

    [request] = server.requests
    assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'filename="2016.xlsx"' in request.body
    assert b"\x00\x01" in request.body
    assert "æøå" in request.body.decode(errors="ignore")


async def test_a_call_that_is_cancelled_leaves_the_connection_unused(
    server: HttpServer, transport: Transport
) -> None:
    server.will()
    server.will(response())
    given_up = asyncio.create_task(transport.call(url(server, "editMessageText"), b"{}"))
    await server.asked(1)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up

    assert await transport.call(url(server, "editMessageText"), b"{}") == GRANTED
    assert [request.connection for request in server.requests] == [0, 1]
