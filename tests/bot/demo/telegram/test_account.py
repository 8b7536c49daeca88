"""A tap waits for its answer, but not for ever."""

from bot.demo.telegram.server import PretendTelegram
from tests.bot.chat_desk import Clock
from tests.bot.demo.client import Client, buttons


async def test_a_tap_is_answered_in_time_once_and_again_but_not_late(
    telegram: PretendTelegram, client: Client, clock: Clock
) -> None:
    person = telegram.person(11)
    await client.ask("sendMessage", chat_id=11, text="Hei", reply_markup=buttons(["Politi"]))
    person.tap("Politi")
    [update] = await client.updates()
    tap = update["callback_query"]["id"]

    answers = [await client.call("answerCallbackQuery", callback_query_id=tap) for _ in range(2)]
    clock.move(seconds=16)
    late = await client.call("answerCallbackQuery", callback_query_id=tap)
    never = await client.call("answerCallbackQuery", callback_query_id="1")

    assert [answer["ok"] for answer in answers] == [True, True]
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert late["description"] == never["description"] == too_old
