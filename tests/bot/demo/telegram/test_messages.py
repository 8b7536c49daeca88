"""What can be deleted, and by whom."""

import pytest

from bot.demo.telegram.chats import Kind
from bot.demo.telegram.server import PretendTelegram
from tests.bot.chat_desk import Clock
from tests.bot.demo.client import Client


@pytest.mark.parametrize(("hours", "deleted"), [(0, True), (48, True), (49, False)])
async def test_a_message_can_be_deleted_for_48_hours(
    telegram: PretendTelegram, client: Client, clock: Clock, hours: int, deleted: bool
) -> None:
    message_id = telegram.person(11).send("Hun heter")
    clock.move(hours=hours)

    answer = await client.call("deleteMessage", chat_id=11, message_id=message_id)

    assert answer.get("description") == (None if deleted else "Bad Request: message can't be deleted for everyone")
    assert len(telegram.person(11).messages) == (not deleted)


async def test_only_the_bot_s_own_messages_can_be_deleted_in_a_group(
    telegram: PretendTelegram, client: Client
) -> None:
    group = telegram.group(-100, "Ledelse", Kind.GROUP)
    theirs = telegram.person(11).within(group).send("Hei")

    answer = await client.call("deleteMessage", chat_id=-100, message_id=theirs)

    assert answer["description"] == "Bad Request: message can't be deleted"


@pytest.mark.parametrize("protected", [True, False])
async def test_a_message_that_is_sent_protected_stays_so_when_it_is_edited(
    telegram: PretendTelegram, client: Client, protected: bool
) -> None:
    telegram.person(11).send("/log")
    sent = await client.call("sendMessage", chat_id=11, text="Ny samtale", protect_content=protected)

    edited = await client.call(
        "editMessageText", chat_id=11, message_id=sent["result"]["message_id"], text="Politi"
    )

    for answer in (sent, edited):
        assert answer["result"].get("has_protected_content", False) is protected
