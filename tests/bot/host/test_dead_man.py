"""The sign to the outside: it is sent while all is well, and nothing of the address is told when it fails."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

import pytest
from aiohttp import web

from bot.host.dead_man import PING_SECONDS, DeadMan
from tests.bot.host.conftest import Watched
from tests.bot.host.test_polls import Seconds

SECRET = "hemmelig-sti"


@dataclass
class Outside:
    """A service outside the house, and what it was asked."""

    url: str = ""
    asked: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)
    status: int = 200
    wait: asyncio.Event | None = None

    async def answer(self, request: web.Request) -> web.Response:
        """Answer a request."""
        self.asked.append((request.method, request.path_qs, tuple(sorted(request.headers))))
        if self.wait is not None:
            await self.wait.wait()
        return web.Response(status=self.status, headers={"Location": "/elsewhere"})


@pytest.fixture
async def outside() -> AsyncIterator[Outside]:
    """Open the service."""
    outside = Outside()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", outside.answer)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    outside.url = f"http://127.0.0.1:{runner.addresses[0][1]}/{SECRET}?a=b"
    yield outside
    await runner.cleanup()


def _signs(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


async def test_it_asks_for_the_address_every_five_minutes_and_sends_nothing_else(outside: Outside) -> None:
    seconds = Seconds()
    sign = DeadMan(outside.url, None, lambda: True, seconds)
    for _ in range(3):
        await sign.ping()
        seconds.now += PING_SECONDS / 2

    assert outside.asked == [("GET", f"/{SECRET}?a=b", ("Host",))] * 2


async def test_it_stays_away_while_something_is_wrong_and_comes_back_at_once(outside: Outside) -> None:
    wrong = ["the disk is full"]
    sign = DeadMan(outside.url, None, lambda: not wrong, Seconds())
    await sign.ping()
    while_wrong = len(outside.asked)
    wrong.clear()
    await sign.ping()

    assert (while_wrong, len(outside.asked)) == (0, 1)


@pytest.mark.parametrize("status", [302, 307, 404, 500])
async def test_a_refusal_is_logged_once_an_hour_without_the_address_and_no_redirection_is_followed(
    outside: Outside, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    seconds, outside.status = Seconds(), status
    sign = DeadMan(outside.url, None, lambda: True, seconds)
    for _ in range(13):
        await sign.ping()
        seconds.now += PING_SECONDS

    assert [path for _, path, _ in outside.asked] == [f"/{SECRET}?a=b"] * 13
    assert _signs(caplog) == [f"The address under [host] ping_url did not take the sign of life: {status}"] * 2


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        (f"http://127.0.0.1:9/{SECRET}", "ClientConnectorError"),
        (f"http://[::1/{SECRET}", "InvalidUrlClientError"),
        (f"http://a..b/{SECRET}", "UnicodeError"),
    ],
)
async def test_an_address_that_cannot_be_reached_is_logged_without_its_path(
    url: str, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    await DeadMan(url, None, lambda: True, Seconds()).ping()

    assert SECRET not in caplog.text
    assert _signs(caplog) == [f"The address under [host] ping_url did not take the sign of life: {kind}"]


async def test_an_address_that_never_answers_is_given_up(
    outside: Outside, caplog: pytest.LogCaptureFixture
) -> None:
    outside.wait = asyncio.Event()
    await DeadMan(outside.url, None, lambda: True, Seconds(), seconds=0.05).ping()
    outside.wait.set()

    assert _signs(caplog)[0].endswith("TimeoutError")


async def test_the_config_names_it_and_it_is_well_as_long_as_the_watchdog_is(
    watched: Watched, outside: Outside
) -> None:
    given = watched.operations
    host = given.config.host.model_copy(update={"ping_url": outside.url})
    config = given.config.model_copy(update={"host": host})
    operations = replace(given, config=config)
    sign = operations.host.dead_man
    assert sign is not None
    await sign.ping()
    before = len(outside.asked)
    await operations.watchdog.beat()
    await sign.ping()

    assert (before, len(outside.asked)) == (0, 1)
    assert given.host.dead_man is None
    assert SECRET not in repr(config) + repr(sign)
