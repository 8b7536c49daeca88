"""A person writes, taps and sees what stands in the chat, as on a phone."""

import pytest

from bot.demo.telegram.chats import Kind, Notice
from bot.demo.telegram.person import NotOnScreenError
from bot.demo.telegram.server import PretendTelegram
from tests.bot.chat_desk import NOON
from tests.bot.demo.client import Client, buttons


async def test_a_text_reaches_the_bot_with_its_commands_marked(telegram: PretendTelegram, client: Client) -> None:
    telegram.person(11, "Vakt").send("/stats 2016")

    [update] = await client.updates()

    assert update["message"] == {
        "message_id": 1,
        "date": int(NOON.timestamp()),
        "chat": {"id": 11, "type": "private", "first_name": "Vakt"},
        "from": {"id": 11, "is_bot": False, "first_name": "Vakt", "language_code": "nb"},
        "text": "/stats 2016",
        "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
    }


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("Hei", []),
        ("📞 /log", [(3, 4)]),
        ("a/b", []),
        ("/log@vaktlogg_bot", [(0, 17)]),
        ("/a /b", [(0, 2), (3, 2)]),
    ],
)
async def test_commands_are_counted_in_utf_16(
    telegram: PretendTelegram, client: Client, text: str, offsets: list[tuple[int, int]]
) -> None:
    telegram.person(11).send(text)

    [update] = await client.updates()

    entities = update["message"].get("entities", [])
    assert [(entity["offset"], entity["length"]) for entity in entities] == offsets


async def test_everything_else_a_phone_sends_reaches_the_bot(telegram: PretendTelegram, client: Client) -> None:
    person = telegram.person(11)
    for send in (person.send_photo, person.send_voice, person.send_contact, person.send_location):
        send()

    messages = [update["message"] for update in await client.updates()]

    assert [
        [kind for kind in ("photo", "voice", "contact", "location") if kind in message] for message in messages
    ] == [
        ["photo"],
        ["voice"],
        ["contact"],
        ["location"],
    ]


async def test_a_tap_tells_the_bot_what_the_button_holds_and_where_it_stands(
    telegram: PretendTelegram, client: Client
) -> None:
    person = telegram.person(11, "Vakt")
    old = await client.ask("sendMessage", chat_id=11, text="Gammel", reply_markup=buttons(["Politi"]))
    new = await client.ask("sendMessage", chat_id=11, text="Ny", reply_markup=buttons(["Politi", "NAV"]))

    person.tap("Politi")
    person.tap("Politi", message_id=old["message_id"])

    first, second = [update["callback_query"] for update in await client.updates()]
    assert (first["message"], first["data"], first["from"]["id"]) == (new, "Politi", 11)
    assert second["message"] == old
    assert first["chat_instance"] == second["chat_instance"]
    assert first["id"] != second["id"]


async def test_a_tap_on_the_keyboard_below_sends_its_text(telegram: PretendTelegram, client: Client) -> None:
    person = telegram.person(11)
    keyboard = {"keyboard": [[{"text": "📞 Ny samtale"}]], "is_persistent": True}
    sent = await client.ask("sendMessage", chat_id=11, text="Klar", reply_markup=keyboard)

    person.tap("📞 Ny samtale")

    assert (await client.updates())[0]["message"]["text"] == "📞 Ny samtale"
    assert person.keyboard == (("📞 Ny samtale",),)

    await client.ask("deleteMessage", chat_id=11, message_id=sent["message_id"])
    assert not telegram.person(11).keyboard


async def test_a_button_that_is_not_there_cannot_be_tapped(telegram: PretendTelegram, client: Client) -> None:
    person = telegram.person(11)
    await client.ask("sendMessage", chat_id=11, text="Hei", reply_markup=buttons(["Politi"]))

    with pytest.raises(NotOnScreenError, match="Vold"):
        person.tap("Vold")


async def test_a_hostile_client_sends_any_data_also_to_what_is_gone(
    telegram: PretendTelegram, client: Client
) -> None:
    telegram.person(11, "Vakt").tap_data(99, "\x00" * 100)

    [update] = await client.updates()

    gone = {"chat": {"id": 11, "type": "private", "first_name": "Vakt"}, "message_id": 99, "date": 0}
    assert update["callback_query"]["message"] == gone
    assert update["callback_query"]["data"] == "\x00" * 100


async def test_the_screen_follows_edits_and_deletions_in_place(telegram: PretendTelegram, client: Client) -> None:
    person = telegram.person(11)
    for text in ("a", "b", "c"):
        await client.ask("sendMessage", chat_id=11, text=text)

    await client.ask("editMessageText", chat_id=11, message_id=1, text="A", reply_markup=buttons(["Angre"]))
    await client.ask("deleteMessage", chat_id=11, message_id=2)

    assert [(shown.id, shown.text, shown.edited, shown.buttons) for shown in person.messages] == [
        (1, "A", True, (("Angre",),)),
        (3, "c", False, ()),
    ]
    assert (await client.ask("sendMessage", chat_id=11, text="d"))["message_id"] == 4


async def test_waiting_ends_when_the_words_appear_or_patience_does(
    telegram: PretendTelegram, client: Client
) -> None:
    person = telegram.person(11)
    person.send("Lagret?")

    with pytest.raises(NotOnScreenError, match="Lagret"):
        await person.wait_for("Lagret", timeout=0.1)
    await client.ask("sendMessage", chat_id=11, text="Lagret · nr. 1 i dag")

    assert (await person.wait_for("Lagret")).id == 2
    assert (await person.wait_for(lambda shown: not shown.from_bot)).id == 1


async def test_notices_and_alerts_are_seen(telegram: PretendTelegram, client: Client) -> None:
    person = telegram.person(11)
    person.tap_data(1, "x")
    [update] = await client.updates()
    tap = update["callback_query"]["id"]

    await client.ask("answerCallbackQuery", callback_query_id=tap)
    await client.ask("answerCallbackQuery", callback_query_id=tap, text="Lagret", show_alert=True)

    assert person.notices == [Notice("Lagret", alert=True)]
    assert await person.wait_for_notice("Lagret") == Notice("Lagret", alert=True)


@pytest.mark.parametrize(
    ("kind", "update_kind"),
    [(Kind.GROUP, "message"), (Kind.SUPERGROUP, "message"), (Kind.CHANNEL, "channel_post")],
)
async def test_people_write_in_groups_and_channels_too(
    telegram: PretendTelegram, client: Client, kind: Kind, update_kind: str
) -> None:
    telegram.person(11).within(telegram.group(-100, "Ledelse", kind)).send("Hei")

    [update] = await client.updates()

    assert update[update_kind]["chat"] == {"id": -100, "type": kind, "title": "Ledelse"}
    assert ("from" in update[update_kind]) == (kind is not Kind.CHANNEL)
