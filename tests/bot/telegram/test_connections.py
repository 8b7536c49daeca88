"""Requests over connections that stay open."""

import asyncio

import pytest

from bot.telegram.connections import IDLE_SECONDS, Connections
from tests.bot.chat_desk import until
from tests.bot.telegram.http_server import CHUNKED, CLOSE, Ask, HttpServer, Step, response

PATIENCE = 5.0


async def test_a_request_is_a_post_of_the_body_and_its_response_a_status_and_a_body(
    server: HttpServer, connections: Connections
) -> None:
    server.will(response(b"No such thing", 404))

    answer = await connections.post(f"{server.url}/botX/getMe", "blåbær".encode(), "text/plain")

    assert answer == (404, b"No such thing")
    [request] = server.requests
    assert (request.line, request.body.decode()) == ("POST /botX/getMe HTTP/1.1", "blåbær")
    headers = {"host": f"127.0.0.1:{server.port}", "content-type": "text/plain", "content-length": "8"}
    assert request.headers == headers


async def test_a_connection_is_used_again(server: HttpServer, ask: Ask) -> None:
    server.will_say(b"one", b"two")

    assert [await ask(), await ask()] == [(200, b"one"), (200, b"two")]
    assert len(server.connections) == 1


async def test_requests_at_once_have_a_connection_each_and_later_ones_use_those(
    server: HttpServer, ask: Ask
) -> None:
    both = asyncio.Event()
    for body in (b"one", b"two"):
        server.will(both, response(body))
    requests = [asyncio.create_task(ask()) for _ in range(2)]
    await server.asked(2)
    both.set()
    first = await asyncio.gather(*requests)
    server.will_say(b"three")

    third = await ask()

    assert [*sorted(first), third] == [(200, b"one"), (200, b"two"), (200, b"three")]
    assert len(server.connections) == 2


async def test_a_connection_that_the_other_end_will_close_is_closed_and_replaced(
    server: HttpServer, ask: Ask
) -> None:
    server.will(response(b"one", 200, "Connection: close"))
    server.will_say(b"two")

    assert [await ask(), await ask()] == [(200, b"one"), (200, b"two")]
    await server.left(0, PATIENCE)


async def test_a_connection_that_was_closed_while_nobody_used_it_is_replaced(
    server: HttpServer, connections: Connections, ask: Ask
) -> None:
    server.will(response(b"one"), CLOSE)
    server.will_say(b"two")
    await ask()
    [[kept]] = connections._idle.values()
    await until(lambda: not kept.open)

    assert await ask() == (200, b"two")


async def test_a_connection_that_nobody_used_for_long_is_closed_and_replaced(
    server: HttpServer, connections: Connections, ask: Ask
) -> None:
    server.will_say(b"one", b"two")
    await ask()
    [[kept]] = connections._idle.values()
    kept.last_used -= IDLE_SECONDS

    assert await ask() == (200, b"two")
    await server.left(0)
    assert server.requests[1].connection == 1


@pytest.mark.parametrize(
    "steps",
    [
        (CHUNKED + b"5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n",),
        (CHUNKED, b"5;x=y\r\nhello", b"\r\n6\r\n wor", b"ld\r\n0\r\nTrailer: x\r\n\r\n"),
        tuple(bytes([one]) for one in response(b"hello world")),
    ],
)
async def test_a_body_is_read_whole_however_it_comes(
    server: HttpServer, ask: Ask, steps: tuple[Step, ...]
) -> None:
    server.will(*steps)
    server.will_say(b"next")

    assert [await ask(), await ask()] == [(200, b"hello world"), (200, b"next")]
    assert len(server.connections) == 1


@pytest.mark.parametrize("status", [b"HTTP/1.0 200 OK", b"HTTP/1.1 200 OK\r\nConnection: close"])
async def test_a_body_without_a_length_ends_with_the_connection(
    server: HttpServer, ask: Ask, status: bytes
) -> None:
    server.will(status + b"\r\n\r\nhello", b" world", CLOSE)
    server.will_say(b"next")

    assert [await ask(), await ask()] == [(200, b"hello world"), (200, b"next")]


async def test_a_login_in_the_address_is_not_told(server: HttpServer, connections: Connections) -> None:
    server.will_say(b"one")
    await connections.post(f"http://name:secret@127.0.0.1:{server.port}/x", b"")

    assert server.requests[0].headers["host"] == f"127.0.0.1:{server.port}"


async def test_bodies_of_some_megabytes_go_and_come_whole(server: HttpServer, connections: Connections) -> None:
    sent, returned = b"sent" * 1_000_000, b"back" * 1_000_000
    server.will(response(returned))

    answer = await connections.post(f"{server.url}/x", sent)

    assert server.requests[0].body == sent
    assert answer == (200, returned)


async def test_closing_closes_every_connection_that_is_kept(
    server: HttpServer, connections: Connections, ask: Ask
) -> None:
    server.will(response())
    await ask()

    connections.close()

    await server.left(0)
