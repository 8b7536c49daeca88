"""Calls can be made to fail on purpose."""

import asyncio
import json

import aiohttp
import pytest

from bot.demo.telegram.faults import InjectedFault, Trouble
from bot.demo.telegram.server import PretendTelegram
from tests.bot.demo.client import TOKEN, Client


async def test_every_third_call_can_be_asked_to_wait(telegram: PretendTelegram, client: Client) -> None:
    telegram.person(11)
    telegram.faults.add(InjectedFault(Trouble.FLOOD, every=3, methods={"sendMessage"}, retry_after=7))

    answers = [await client.call("sendMessage", chat_id=11, text="Hei") for _ in range(6)]

    assert [answer["ok"] for answer in answers] == [True, True, False] * 2
    assert answers[2] == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    assert len(telegram.person(11).messages) == 4


async def test_trouble_can_befall_one_chat_a_few_times(telegram: PretendTelegram, client: Client) -> None:
    telegram.person(11)
    telegram.person(12)
    fault = telegram.faults.add(InjectedFault(Trouble.BAD_GATEWAY, chats={11}, times=1))

    codes = [
        (await client.call("sendMessage", chat_id=chat, text="Hei")).get("error_code") for chat in (12, 11, 11)
    ]

    assert codes == [None, 502, None]
    assert fault.struck == 1


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (Trouble.INTERNAL_ERROR, 500),
        (Trouble.BAD_GATEWAY, 502),
        (Trouble.UNAUTHORIZED, 401),
        (Trouble.NOT_FOUND, 404),
        (Trouble.CONFLICT, 409),
    ],
)
async def test_a_call_can_be_refused_with_each_code(
    telegram: PretendTelegram, client: Client, trouble: Trouble, code: int
) -> None:
    telegram.faults.add(InjectedFault(trouble))

    answer = await client.call("getMe")

    assert (answer["ok"], answer["error_code"]) == (False, code)


async def test_an_answer_can_end_in_the_middle_though_the_deed_is_done(
    telegram: PretendTelegram, http: aiohttp.ClientSession
) -> None:
    telegram.faults.add(InjectedFault(Trouble.HALF_ANSWER))
    person = telegram.person(11)

    response = await http.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": 11, "text": "Hei"})

    assert response.status == 200
    assert (await response.text()).startswith('{"ok":true,')
    with pytest.raises(ValueError, match=r"delimiter|Expecting|Unterminated"):
        json.loads(await response.text())
    assert [shown.text for shown in person.messages] == ["Hei"]


async def test_a_machine_in_between_can_answer_with_a_page(
    telegram: PretendTelegram, http: aiohttp.ClientSession
) -> None:
    telegram.faults.add(InjectedFault(Trouble.GATEWAY_PAGE))

    response = await http.get(f"/bot{TOKEN}/getMe")

    assert (response.status, response.content_type) == (502, "text/html")


async def test_an_answer_can_be_rubbish(telegram: PretendTelegram, http: aiohttp.ClientSession) -> None:
    telegram.faults.add(InjectedFault(Trouble.RUBBISH))

    response = await http.get(f"/bot{TOKEN}/getMe")

    assert response.status == 200
    with pytest.raises(ValueError, match="Expecting value"):
        json.loads(await response.text())


@pytest.mark.parametrize(("trouble", "done"), [(Trouble.SILENCE, 0), (Trouble.LATE_ANSWER, 1)])
async def test_an_answer_can_stay_away_with_or_without_the_deed(
    telegram: PretendTelegram, client: Client, trouble: Trouble, done: int
) -> None:
    person = telegram.person(11)
    telegram.faults.add(InjectedFault(trouble))

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await client.call("sendMessage", chat_id=11, text="Hei")

    assert len(person.messages) == done


async def test_an_answer_can_be_lost_on_the_way(telegram: PretendTelegram, client: Client) -> None:
    telegram.faults.add(InjectedFault(Trouble.LOST_ANSWER, times=1))
    person = telegram.person(11)

    with pytest.raises(aiohttp.ClientConnectionError):
        await client.call("sendMessage", chat_id=11, text="Hei")

    assert [shown.text for shown in person.messages] == ["Hei"]


async def test_one_chat_can_be_slow_while_the_others_are_not(telegram: PretendTelegram, client: Client) -> None:
    telegram.person(11)
    telegram.person(12)
    telegram.faults.delay(30, chat=11)

    async with asyncio.timeout(5):
        await client.ask("sendMessage", chat_id=12, text="Hei")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await client.call("sendMessage", chat_id=11, text="Hei")
    telegram.faults.clear()
    await client.ask("sendMessage", chat_id=11, text="Hei")
