"""What becomes of requests and connections when the other end does not behave."""

import asyncio
import ssl
import time
from pathlib import Path

import pytest

from bot.telegram.connections import Connections
from bot.telegram.date_headers import DateHeaders
from bot.telegram.errors import NeverSent, Unanswered
from tests.bot.telegram.http_server import CHUNKED, CLOSE, Ask, HttpServer, Step, closed_port, response

EARLY = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
SURPLUS = response(b"surplus")
PATIENCE = 5.0
SELF_SIGNED = Path(__file__).parent / "self_signed.pem"
"""A key and a certificate that nobody trusts, and that was good for a day."""


@pytest.mark.parametrize("early", [CONTINUE, EARLY, CONTINUE + EARLY])
async def test_what_a_server_says_before_its_response_is_skipped(
    server: HttpServer, ask: Ask, early: bytes
) -> None:
    server.will(early + response(b"one"))
    server.will_say(b"two")

    async with asyncio.timeout(PATIENCE):
        assert [await ask(), await ask()] == [(200, b"one"), (200, b"two")]


@pytest.mark.parametrize("surplus", [SURPLUS, SURPLUS[:-3], SURPLUS[:20], b"\x00garbage"])
async def test_what_follows_a_response_is_not_taken_for_the_next_one(
    server: HttpServer, ask: Ask, surplus: bytes
) -> None:
    server.will(response(b"one") + surplus)
    server.will_say(b"two")

    assert [await ask(), await ask()] == [(200, b"one"), (200, b"two")]


@pytest.mark.parametrize("surplus", [SURPLUS, SURPLUS[:-3], SURPLUS[:20], b"\x00garbage"])
async def test_a_connection_on_which_something_comes_unasked_is_closed_and_replaced(
    server: HttpServer, ask: Ask, surplus: bytes
) -> None:
    server.will(response(b"one"), unasked := asyncio.Event(), surplus)
    server.will_say(b"two")
    await ask()
    unasked.set()
    await server.left(0, PATIENCE)

    assert await ask() == (200, b"two")


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (b"HTTP/1.1 200 OK\r\nContent-Le",),
        (response(b"a whole answer")[:-1],),
        (CHUNKED + b"5\r\nhel",),
        (EARLY,),
        (b"SSH-2.0-OpenSSH_9.6\r\n",),
        (b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",),
        (CHUNKED + b"zz\r\nhello",),
    ],
)
async def test_a_request_that_gets_no_whole_response_is_unanswered(
    server: HttpServer, ask: Ask, steps: tuple[Step, ...]
) -> None:
    server.will(*steps, CLOSE)
    server.will_say(b"two")

    with pytest.raises(Unanswered):
        await ask()

    assert await ask() == (200, b"two")


async def test_a_request_that_is_given_up_closes_its_connection_and_its_answer_is_nobodys(
    server: HttpServer, ask: Ask
) -> None:
    server.will_say(b"one")
    server.will(late := asyncio.Event(), response(b"stale"))
    server.will(response(b"fresh"))
    await ask()
    given_up = asyncio.create_task(ask())
    await server.asked(2)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    late.set()

    assert await ask() == (200, b"fresh")
    await server.left(0)


async def test_where_nobody_listens_nothing_is_sent() -> None:
    with closed_port() as port, pytest.raises(NeverSent, match="cannot be reached"):
        await Connections(DateHeaders(time.monotonic)).post(f"http://127.0.0.1:{port}/x", b"")


async def test_a_certificate_that_is_refused_may_be_the_clock_s_doing_and_it_is_said_so() -> None:
    identity = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    identity.load_cert_chain(SELF_SIGNED)
    async with await asyncio.start_server(
        lambda _, writer: writer.close(), "127.0.0.1", ssl=identity
    ) as listening:
        port = listening.sockets[0].getsockname()[1]
        with pytest.raises(NeverSent, match="certificate is refused"):
            await Connections(DateHeaders(time.monotonic)).post(f"https://127.0.0.1:{port}/x", b"secret")


@pytest.mark.parametrize("greeting", [b"HTTP/1.1 400 Plain HTTP\r\n\r\n", b""])
async def test_a_server_that_does_not_encrypt_is_sent_nothing(server: HttpServer, greeting: bytes) -> None:
    server.greeting = greeting

    with pytest.raises(NeverSent, match="cannot be reached"):
        await Connections(DateHeaders(time.monotonic)).post(f"https://127.0.0.1:{server.port}/x", b"secret")

    await server.left(0)
    assert server.requests == []
