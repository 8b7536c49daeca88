"""Running through trouble: starting, giving way, stopping, and polling on."""

import asyncio
from collections.abc import Callable

import pytest

from bot.demo.telegram.faults import InjectedFault, Trouble
from bot.demo.telegram.person import Person, Shown
from bot.run import run
from bot.telegram.named_bot import RefusedToken
from bot.telegram.polling import SecondBot
from tests.bot.chat_desk import DUTY, Desk, until


async def test_a_webhook_is_removed_without_losing_what_waits(desk: Desk) -> None:
    desk.telegram.account.webhook = "https://example.org/"
    desk.person().send("/log")

    async with desk.open():
        await desk.person().wait_for("Ny samtale")


async def test_a_webhook_set_meanwhile_is_removed_too(desk: Desk) -> None:
    async with desk.open():
        await desk.fresh_form()
        desk.telegram.account.webhook = "https://example.org/"
        desk.person().send("/log")
        await desk.person().wait_for(lambda message: message.id > 2 and "Ny samtale" in message.text)


async def test_a_refused_token_is_said_once(desk: Desk) -> None:
    telegram = desk.config.telegram.model_copy(update={"token": "123456789:another-token-that-nobody-knows"})
    config = desk.config.model_copy(update={"telegram": telegram})

    with pytest.raises(RefusedToken):
        await run(config, say=desk.said.append, stop=asyncio.Event(), clock=desk.clock)


async def test_a_second_bot_on_the_token_is_said_and_not_looped(desk: Desk) -> None:
    async def other() -> None:
        while True:
            desk.telegram.account.updates.interrupt()
            await asyncio.sleep(0.05)

    rival = asyncio.create_task(other())
    with pytest.raises(SecondBot):
        async with asyncio.timeout(20):
            await run(desk.config, say=desk.said.append, stop=asyncio.Event(), clock=desk.clock)
    rival.cancel()


async def test_the_bot_starts_while_telegram_is_away_and_goes_on_when_it_is_back(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    port = int(desk.telegram.url.rsplit(":", 1)[1].strip("/"))
    await desk.telegram.stop()
    config = desk.config
    stop = asyncio.Event()
    running = asyncio.create_task(run(config, say=desk.said.append, stop=stop, clock=desk.clock))
    await until(lambda: "Telegram cannot be reached" in caplog.text)
    await desk.telegram.start(port=port)
    await desk.fresh_form()
    stop.set()
    await running


async def test_it_stops_within_five_seconds_though_a_chat_hangs(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        desk.telegram.faults.delay(60, chat=DUTY)
        desk.telegram.requests.clear()
        person.tap("NAV")
        await until(lambda: "editMessageText" in [request.method for request in desk.telegram.requests])
        started = asyncio.get_running_loop().time()

    assert asyncio.get_running_loop().time() - started < 5


async def test_a_clean_stop_leaves_what_was_not_handled_for_the_next_start(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        for number in range(1, 31):
            person.send("/log")
            await person.wait_for(_has_first_screens(person, number))
    for shown in [shown for shown in person.messages if shown.from_bot]:
        person.tap("Taus samtale", message_id=shown.id)
    desk.telegram.faults.delay(0.2)
    async with desk.open():
        await until(lambda: bool(desk.rows()))
    desk.telegram.faults.clear()
    kept = len(desk.rows())
    async with desk.open():
        await person.wait_for(lambda _: _receipts(person) == 30, timeout=20)

    assert 0 < kept < 30
    assert len(desk.rows()) == 30


def first_screens(person: Person) -> int:
    """Count the first screens that were sent when asked for."""
    return sum("Ny samtale" in shown.text for shown in person.messages)


def _has_first_screens(person: Person, number: int) -> Callable[[Shown], bool]:
    return lambda _: first_screens(person) == number


def _receipts(person: Person) -> int:
    return sum("Lagret" in shown.text for shown in person.messages)


@pytest.mark.parametrize("trouble", [Trouble.RUBBISH])
async def test_an_answer_that_is_not_the_bot_apis_does_not_end_the_bot(desk: Desk, trouble: Trouble) -> None:
    desk.telegram.faults.add(InjectedFault(trouble, methods=("getUpdates",), times=2))
    async with desk.open():
        await desk.fresh_form()
