"""What goes on beside the bot: the service manager hears of the start, of all going round, and of the end."""

import asyncio
import os
import socket
from collections.abc import Iterator

import pytest

from bot.host.host import Host
from bot.run import run
from tests.bot.chat_desk import Desk
from tests.bot.host.conftest import Watched


class Stuck(Exception):
    """Something unforeseen."""


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """Listen as systemd does."""
    name = f"vaktlogg-host-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(f"\0{name}")
        listening.setblocking(False)  # noqa: FBT003 - the library's signature
        monkeypatch.setenv("NOTIFY_SOCKET", f"@{name}")
        yield listening


async def _heard(listening: socket.socket) -> str:
    async with asyncio.timeout(20):
        return (await asyncio.get_running_loop().sock_recv(listening, 1000)).decode()


async def test_the_bot_is_ready_and_alive_though_telegram_does_not_answer(
    desk: Desk, manager: socket.socket
) -> None:
    config, stop = desk.config, asyncio.Event()
    await desk.telegram.stop()
    running = asyncio.create_task(run(config, say=desk.said.append, stop=stop, clock=desk.clock))
    heard = [await _heard(manager), await _heard(manager)]
    stop.set()
    await running
    heard.append(await _heard(manager))

    assert heard == ["READY=1\nSTATUS=Alt virker.", "WATCHDOG=1\nSTATUS=Alt virker.", "STOPPING=1"]


async def test_it_beats_again_and_again(watched: Watched) -> None:
    watchdog = watched.operations.watchdog
    watching = asyncio.create_task(Host(watchdog.notifier, watchdog, None, seconds=0).watch())
    async with asyncio.timeout(10):
        while len(watched.ear.told) < 4:  # noqa: ASYNC110 - nothing tells when it happens
            await asyncio.sleep(0)
    watching.cancel()
    await asyncio.wait([watching])

    assert watched.ear.told[:4] == [("READY=1", "Alt virker."), *[("WATCHDOG=1", "Alt virker.")] * 3]
    assert watched.ear.told[-1] == ("STOPPING=1",)


async def test_what_nobody_foresaw_ends_the_program_so_that_it_is_started_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def stuck(_host: Host) -> None:
        raise Stuck

    monkeypatch.setattr(Host, "watch", stuck)
    with pytest.raises(Stuck):
        await run(desk.config, say=desk.said.append, stop=asyncio.Event(), clock=desk.clock)
