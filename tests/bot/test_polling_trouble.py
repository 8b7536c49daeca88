"""What Telegram answers to polling for a moment ends nothing, and nothing holds up the end."""

import asyncio
import logging

import pytest

from bot.demo.telegram.faults import InjectedFault, Trouble
from bot.run import run
from bot.telegram.named_bot import RefusedToken
from tests.bot.chat_desk import STRANGER, Desk, until
from tests.bot.leadership import group_of


def _warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "bot.telegram.polling"]


@pytest.mark.parametrize("trouble", [Trouble.UNAUTHORIZED, Trouble.NOT_FOUND])
async def test_one_refusal_after_polling_has_worked_is_a_line_in_the_log_and_the_bot_goes_on(
    desk: Desk, trouble: Trouble, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk.open():
        await desk.fresh_form()
        desk.telegram.faults.add(InjectedFault(trouble, methods=("getUpdates",), times=1))
        await desk.fresh_form()
        await until(lambda: bool(_warnings(caplog)))
        await desk.fresh_form()

    assert len(_warnings(caplog)) == 1


async def test_a_refusal_that_lasts_ends_a_bot_that_has_not_polled_yet(desk: Desk) -> None:
    desk.telegram.faults.add(InjectedFault(Trouble.UNAUTHORIZED, methods=("getUpdates",)))

    with pytest.raises(RefusedToken):
        await run(desk.config, say=desk.said.append, stop=asyncio.Event(), clock=desk.clock)


async def test_half_a_character_in_a_code_is_a_wrong_code(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    async with desk.open():
        desk.person(STRANGER).send("/bind \ud800")
        await desk.fresh_form()

    assert not [record for record in caplog.records if record.exc_info or record.levelno >= logging.ERROR]


async def test_it_stops_within_five_seconds_though_a_delivery_hangs_which_comes_later(bound: Desk) -> None:
    started = 0.0
    bound.clock.move(hours=13)
    bound.telegram.faults.add(InjectedFault(Trouble.LATE_ANSWER, methods=("sendPhoto",)))
    async with bound.open():
        await until(lambda: "sendPhoto" in [request.method for request in bound.telegram.requests])
        started = asyncio.get_running_loop().time()
    stopped_after = asyncio.get_running_loop().time() - started
    bound.telegram.faults.clear()
    await bound.deliver_due()

    assert stopped_after < 5
    assert any("oktober 2026" in message.text for message in group_of(bound).messages.values())
