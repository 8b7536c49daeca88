"""Long polling honours timeout, offset, limit and allowed_updates as the real one does."""

import asyncio

import aiohttp
import pytest

from bot.demo.telegram.contract import Json
from bot.demo.telegram.server import PretendTelegram
from tests.bot.chat_desk import until
from tests.bot.demo.client import Client, buttons


def texts(updates: list[Json]) -> list[str]:
    """Return what was written."""
    return [update["message"]["text"] for update in updates]


async def polls_received(telegram: PretendTelegram, count: int) -> None:
    """Wait until so many polls have come in; each then waits for updates."""
    await until(lambda: sum(request.method == "getUpdates" for request in telegram.requests) == count)


async def test_what_waits_comes_at_once_and_again_until_it_is_confirmed(
    telegram: PretendTelegram, client: Client
) -> None:
    for text in ("a", "b", "c"):
        telegram.person(11).send(text)

    async with asyncio.timeout(5):
        first = await client.updates(timeout=50)
        again = await client.updates(timeout=50)
        rest = await client.updates(timeout=50, offset=first[1]["update_id"] + 1)

    assert texts(first) == texts(again) == ["a", "b", "c"]
    assert texts(rest) == ["c"]


async def test_a_person_is_answered_once_the_bot_has_confirmed_all_that_was_sent(
    telegram: PretendTelegram, client: Client
) -> None:
    person = telegram.person(11)
    person.send("a")
    [update] = await client.updates()
    with pytest.raises(TimeoutError):
        await person.answered(timeout=0.3)

    answered = asyncio.create_task(person.answered())
    await client.updates(offset=update["update_id"] + 1)
    await answered


@pytest.mark.parametrize(
    ("offset", "left"), [(0, "abc"), (1, "abc"), (3, "c"), (4, ""), (99, ""), (-1, "c"), (-2, "bc"), (-9, "abc")]
)
async def test_the_offset_forgets_what_lies_below_it(
    telegram: PretendTelegram, client: Client, offset: int, left: str
) -> None:
    for text in "abc":
        telegram.person(11).send(text)

    await client.updates(offset=offset)

    assert texts(await client.updates()) == list(left)


@pytest.mark.parametrize(("limit", "count"), [(1, 1), (100, 100), (500, 100), (0, 100), (-3, 100), (None, 100)])
async def test_at_most_a_hundred_updates_come_at_once(
    telegram: PretendTelegram, client: Client, limit: int | None, count: int
) -> None:
    for number in range(120):
        telegram.person(11).send(str(number))

    updates = await client.updates(**({} if limit is None else {"limit": limit}))

    assert len(updates) == count


async def test_an_empty_poll_waits_for_its_timeout(client: Client) -> None:
    loop = asyncio.get_running_loop()
    began = loop.time()

    assert await client.updates(timeout=1) == []
    assert 0.9 < loop.time() - began < 3


async def test_a_waiting_poll_is_answered_when_something_happens(
    telegram: PretendTelegram, client: Client
) -> None:
    async with asyncio.timeout(5), asyncio.TaskGroup() as together:
        poll = together.create_task(client.updates(timeout=50))
        await polls_received(telegram, 1)
        telegram.person(11).send("Hei")

    assert texts(poll.result()) == ["Hei"]


async def test_only_kinds_that_are_asked_for_are_queued_from_then_on(
    telegram: PretendTelegram, client: Client
) -> None:
    person = telegram.person(11)
    await client.ask("sendMessage", chat_id=11, text="Hei", reply_markup=buttons(["Politi"]))
    await client.updates(allowed_updates=["callback_query"])

    person.send("unheard")
    person.tap("Politi")

    [heard] = await client.updates()
    assert heard["callback_query"]["data"] == "Politi"

    await client.updates(offset=-1, allowed_updates=[])
    person.send("heard")
    assert texts((await client.updates())[1:]) == ["heard"]


async def test_of_two_polls_the_earlier_is_terminated(telegram: PretendTelegram, client: Client) -> None:
    async with asyncio.timeout(5), asyncio.TaskGroup() as together:
        earlier = together.create_task(client.call("getUpdates", timeout=50))
        await polls_received(telegram, 1)
        later = together.create_task(client.updates(timeout=50))
        await polls_received(telegram, 2)
        telegram.person(11).send("Hei")

    assert earlier.result() == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    assert texts(later.result()) == ["Hei"]


async def test_a_webhook_stands_in_the_way_until_it_is_deleted(telegram: PretendTelegram, client: Client) -> None:
    telegram.account.webhook = "https://example.org/hook"
    telegram.person(11).send("Hei")

    refused = await client.call("getUpdates")
    info = await client.ask("getWebhookInfo")
    await client.ask("deleteWebhook")

    assert refused["error_code"] == 409
    assert refused["description"] == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    assert (info["url"], info["pending_update_count"]) == ("https://example.org/hook", 1)
    assert texts(await client.updates()) == ["Hei"]


async def test_deleting_the_webhook_drops_what_waits_only_when_told_to(
    telegram: PretendTelegram, client: Client
) -> None:
    telegram.person(11).send("Hei")

    await client.ask("deleteWebhook", drop_pending_updates=True)

    assert await client.updates() == []


async def test_any_update_can_be_pushed_however_broken(telegram: PretendTelegram, client: Client) -> None:
    update_id = telegram.push({"message": "not an object"})

    assert await client.updates() == [{"update_id": update_id, "message": "not an object"}]


async def test_stopping_ends_a_waiting_poll_at_once_and_a_new_start_remembers(
    telegram: PretendTelegram, client: Client
) -> None:
    telegram.person(11).send("Hei")
    poll = asyncio.create_task(client.call("getUpdates", timeout=50, offset=99))
    await polls_received(telegram, 1)

    async with asyncio.timeout(2):
        await telegram.stop()
        with pytest.raises(aiohttp.ClientConnectionError):
            await poll

    await telegram.start()
    assert telegram.person(11).messages[0].text == "Hei"
