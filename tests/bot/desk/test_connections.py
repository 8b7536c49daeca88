"""Connections: strangers that ask for nothing make room, and those at the desk are answered all the same."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.desk.serving.connections import Patience
from tests.bot.desk.inhouse import Browser, InHouse

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
FEW = Patience(most=20, seconds=60.0)


@pytest.fixture
async def streams() -> AsyncIterator[list[Streams]]:
    opened: list[Streams] = []
    yield opened
    for _, writer in opened:
        writer.close()


async def _connect(inhouse: InHouse, opened: list[Streams], sent: bytes = b"") -> Streams:
    host, _, port = inhouse.url.removeprefix("http://").rpartition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    opened.append((reader, writer))
    writer.write(sent)
    return reader, writer


def _asked(inhouse: InHouse, browser: Browser) -> bytes:
    """Return what a browser that was let in asks for the page that unlocks it."""
    kept = "; ".join(f"{one.key}={one.value}" for one in browser.client.cookie_jar)
    host = inhouse.url.removeprefix("http://")
    return f"GET /unlock HTTP/1.1\r\nHost: {host}\r\nCookie: {kept}\r\n\r\n".encode()


async def _patient(inhouse: InHouse, patience: Patience, stack: AsyncExitStack) -> None:
    """Open the desk with this patience."""
    inhouse.patience = patience
    await stack.enter_async_context(inhouse.open())


@pytest.mark.parametrize(
    "sent", ["GET / HTTP/1.1\r\nHost: ", "POST /enter HTTP/1.1\r\nHost: {}\r\nContent-Length: 99\r\n\r\nform"]
)
async def test_whoever_is_let_in_is_answered_though_strangers_hold_every_connection(
    tmp_path: Path, streams: list[Streams], sent: str
) -> None:
    inhouse = InHouse(tmp_path)
    async with AsyncExitStack() as stack:
        await _patient(inhouse, FEW, stack)
        browser = await stack.enter_async_context(inhouse.browser())
        await inhouse.let_in(browser)

        for _ in range(5 * FEW.most):
            await _connect(inhouse, streams, sent.format(inhouse.url.removeprefix("http://")).encode())
        page = await browser.register(0, 1, 0)
        again = await stack.enter_async_context(inhouse.browser())
        again.client.cookie_jar.update_cookies({one.key: one.value for one in browser.client.cookie_jar})
        anew = await again.open("/")
        other = await stack.enter_async_context(inhouse.browser())
        entry = await other.open("/enter")

    assert page.status == entry.status == 200
    assert anew.path == "/"


async def test_a_browser_that_is_let_in_holds_no_more_connections_than_its_share(
    tmp_path: Path, streams: list[Streams]
) -> None:
    inhouse = InHouse(tmp_path)
    async with AsyncExitStack() as stack:
        await _patient(inhouse, Patience(most=20, seconds=60.0, most_of_one=5), stack)
        browser, other = [await stack.enter_async_context(inhouse.browser()) for _ in range(2)]
        await inhouse.let_in(browser)
        await inhouse.let_in(other)
        asked = _asked(inhouse, browser)

        held = [await _connect(inhouse, streams, asked) for _ in range(30)]
        for reader, _ in held[:-5]:
            await asyncio.wait_for(reader.read(), 20)
        page = await other.register(0, 1, 0)

    assert page.status == 200


async def test_the_connections_of_a_removed_browser_make_room(tmp_path: Path, streams: list[Streams]) -> None:
    inhouse = InHouse(tmp_path)
    async with AsyncExitStack() as stack:
        await _patient(inhouse, Patience(most=4, seconds=60.0), stack)
        browser, other = [await stack.enter_async_context(inhouse.browser()) for _ in range(2)]
        await inhouse.let_in(browser)
        assert inhouse.parts is not None
        asked = _asked(inhouse, browser)
        await browser.client.close()
        held = [await _connect(inhouse, streams, asked) for _ in range(4)]
        for reader, _ in held:
            await asyncio.wait_for(reader.readline(), 20)
        await inhouse.parts.people.stores.devices.remove(1)
        for reader, writer in held:
            writer.write(asked)
            while b"Location: /enter" not in await asyncio.wait_for(reader.readline(), 20):
                pass

        page = await other.open("/enter")

    assert page.status == 200


@pytest.mark.parametrize(
    "sent",
    [b"", b"GET / HT", b"POST /register HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nform"],
    ids=["nothing", "half a head", "half a body"],
)
async def test_a_stranger_that_does_not_go_on_is_cut_off(
    tmp_path: Path, streams: list[Streams], sent: bytes
) -> None:
    inhouse = InHouse(tmp_path)
    async with AsyncExitStack() as stack:
        await _patient(inhouse, Patience(seconds=0.2), stack)

        reader, _ = await _connect(inhouse, streams, sent)

        assert b"200 OK" not in await asyncio.wait_for(reader.read(), 20)


async def test_more_strangers_than_there_is_room_for_put_out_those_before_them(
    tmp_path: Path, streams: list[Streams]
) -> None:
    inhouse = InHouse(tmp_path)
    async with AsyncExitStack() as stack:
        await _patient(inhouse, FEW, stack)

        readers = [(await _connect(inhouse, streams))[0] for _ in range(FEW.most + 5)]

        assert await asyncio.wait_for(asyncio.gather(*(reader.read() for reader in readers[:5])), 20) == [b""] * 5
        assert not any(reader.at_eof() for reader in readers[6:])
