"""Which ways in are served, and that none is dropped in silence."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from bot.config.config import Config
from bot.config.desk import DeskSection
from bot.config.sections import Access, Telegram
from bot.run import ForgottenToken, run
from tests.bot.chat_desk import OWNER, Desk, until

AT_A_FREE_PORT = DeskSection(address="127.0.0.1:0")
RUNNING = "Vaktlogg er i gang. Stopp med Ctrl-C."


@contextlib.asynccontextmanager
async def _running(config: Config, desk: Desk) -> AsyncIterator[list[str]]:
    """Let the program run with a config meanwhile, and hand out what it says."""
    said: list[str] = []
    stop = asyncio.Event()
    running = asyncio.create_task(run(config, say=said.append, stop=stop, clock=desk.clock))
    await until(lambda: running.done() or RUNNING in said)
    try:
        yield said
    finally:
        stop.set()
        await running


@pytest.fixture
async def without_token(desk: Desk) -> Config:
    """Return a config whose token is gone, where somebody was let in in the chat."""
    desk.access = Access()
    async with desk.open():
        await until(lambda: any("/start " in said for said in desk.said))
        owner = desk.person(OWNER)
        owner.send(next(said for said in desk.said if "/start " in said).split(": ")[1])
        await owner.wait_for("Du er nå administrator.")
    return desk.config.model_copy(update={"telegram": Telegram()})


async def test_people_in_the_chat_are_not_left_without_answers_where_the_token_is_gone(
    desk: Desk, without_token: Config
) -> None:
    with pytest.raises(ForgottenToken) as refused:
        await run(without_token, say=desk.said.append, stop=asyncio.Event(), clock=desk.clock)

    assert "[desk]" in str(refused.value)


async def test_whoever_writes_a_desk_into_the_config_goes_on_without_the_chat(
    desk: Desk, without_token: Config
) -> None:
    config = without_token.model_copy(update={"desk": AT_A_FREE_PORT})

    async with _running(config, desk) as said:
        pass

    assert said[0].startswith("Vaktbordet er åpent på http://127.0.0.1:")
    assert not any("boten" in line for line in said)


async def test_with_both_the_desk_is_open_though_telegram_does_not_answer(desk: Desk) -> None:
    config = desk.config.model_copy(update={"desk": AT_A_FREE_PORT})
    await desk.telegram.stop()
    said: list[str] = []
    stop = asyncio.Event()
    running = asyncio.create_task(run(config, say=said.append, stop=stop, clock=desk.clock))
    await until(lambda: running.done() or bool(said))

    async with ClientSession() as browser, browser.get(f"{said[0].split()[-1]}/enter") as answer:
        status = answer.status
    stop.set()
    await running

    assert status == 200
