"""The pretend Telegram refuses what the real one refuses, in the same words."""

import pytest

from bot.demo.telegram.chats import Kind
from bot.demo.telegram.contract import Json
from bot.demo.telegram.server import PretendTelegram
from tests.bot.demo.client import Client, buttons

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)

DEAD = {"inline_keyboard": [[{"text": "Politi"}]]}

TEXT, OWN, PHOTO, WITH_KEYBOARD = 1, 2, 3, 4

REFUSED: list[tuple[str, str, Json, str]] = [
    ("an unknown chat", "sendMessage", {"chat_id": 404, "text": "Hei"}, "chat not found"),
    ("a chat by name", "sendMessage", {"chat_id": "@ukjent", "text": "Hei"}, "chat not found"),
    ("an empty text", "sendMessage", {"text": " \n"}, "message text is empty"),
    ("a text of markup only", "sendMessage", {"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
    ("a long text", "sendMessage", {"text": "a" * 4097}, "message is too long"),
    (
        "an open tag",
        "sendMessage",
        {"text": "<b>Hei", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    (
        "a strange tag",
        "sendMessage",
        {"text": "<h1>Hei</h1>", "parse_mode": "HTML"},
        'can\'t parse entities: Unsupported start tag "h1"',
    ),
    (
        "a dead button",
        "sendMessage",
        {"text": "Hei", "reply_markup": DEAD},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        "far too many buttons",
        "sendMessage",
        {"text": "Hei", "reply_markup": buttons(["a"] * 101)},
        "reply markup is too long",
    ),
    (
        "an answer to nothing",
        "sendMessage",
        {"text": "Hei", "reply_parameters": {"message_id": 99}},
        "message to be replied not found",
    ),
    (
        "a picture from the web",
        "sendPhoto",
        {"photo": "https://example.org/a.png"},
        "wrong file identifier/HTTP URL specified",
    ),
    (
        "a file that did not come along",
        "sendPhoto",
        {"photo": "attach://a"},
        "there is no file attached under that name",
    ),
    ("a long caption", "sendPhoto", {"photo": "photo-1", "caption": "a" * 1025}, "message caption is too long"),
    ("an unknown action", "sendChatAction", {"action": "sleeping"}, "wrong parameter action in request"),
    ("an edit that changes nothing", "editMessageText", {"message_id": TEXT, "text": "Hei"}, SAME),
    ("an edit of spaces only", "editMessageText", {"message_id": TEXT, "text": " Hei\n"}, SAME),
    ("the same buttons", "editMessageReplyMarkup", {"message_id": TEXT}, SAME),
    (
        "the same picture",
        "editMessageMedia",
        {"message_id": PHOTO, "media": {"type": "photo", "media": "photo-1"}},
        SAME,
    ),
    (
        "an edit of what is not there",
        "editMessageText",
        {"message_id": 99, "text": "Hei"},
        "message to edit not found",
    ),
    ("an edit of nothing", "editMessageText", {"text": "Hei"}, "message identifier is not specified"),
    ("an edit without text", "editMessageText", {"message_id": TEXT}, "message text is empty"),
    ("an edit of the person's", "editMessageText", {"message_id": OWN, "text": "Hei"}, "message can't be edited"),
    (
        "an edit under a keyboard",
        "editMessageText",
        {"message_id": WITH_KEYBOARD, "text": "Ny"},
        "message can't be edited",
    ),
    (
        "the text of a picture",
        "editMessageText",
        {"message_id": PHOTO, "text": "Hei"},
        "there is no text in the message to edit",
    ),
    (
        "the caption of a text",
        "editMessageCaption",
        {"message_id": TEXT, "caption": "Hei"},
        "there is no caption in the message to edit",
    ),
    ("deleting what is not there", "deleteMessage", {"message_id": 99}, "message to delete not found"),
    ("leaving a person", "leaveChat", {}, "chat member status can't be changed in private chats"),
]


@pytest.fixture
async def chat(telegram: PretendTelegram, client: Client) -> int:
    """Fill a chat with a message of each sort and return its id."""
    person = telegram.person(11)
    keyboard = {"keyboard": [[{"text": "📞 Ny samtale"}]]}
    await client.ask("sendMessage", chat_id=11, text="Hei")
    person.send_photo()
    await client.ask("sendPhoto", chat_id=11, photo="photo-1")
    await client.ask("sendMessage", chat_id=11, text="Klar", reply_markup=keyboard)
    return person.id


@pytest.mark.parametrize(
    ("method", "given", "sentence"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
async def test_a_request_is_refused_in_the_words_of_the_real_one(
    telegram: PretendTelegram, client: Client, chat: int, method: str, given: Json, sentence: str
) -> None:
    before = telegram.person(chat).messages

    answer = await client.call(method, **({"chat_id": chat} | given))

    assert answer == {"ok": False, "error_code": 400, "description": f"Bad Request: {sentence}"}
    assert telegram.person(chat).messages == before
    assert telegram.refused[-1] == f"{method}: {answer['description']}"


async def test_a_group_that_moved_says_where_to(telegram: PretendTelegram, client: Client) -> None:
    telegram.migrate(telegram.group(-5, "Ledelse", Kind.GROUP), -1005)

    answer = await client.call("sendMessage", chat_id=-5, text="Hei")

    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": -1005}
    await client.ask("sendMessage", chat_id=-1005, text="Hei")


async def test_who_blocked_the_bot_is_not_written_to(telegram: PretendTelegram, client: Client) -> None:
    telegram.person(11).block()

    answer = await client.call("sendMessage", chat_id=11, text="Hei")

    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")


async def test_a_group_that_was_left_is_not_written_to(telegram: PretendTelegram, client: Client) -> None:
    telegram.group(-5, "Ledelse")
    await client.ask("leaveChat", chat_id=-5)

    answer = await client.call("sendMessage", chat_id=-5, text="Hei")

    assert answer["description"] == "Forbidden: bot is not a member of the group chat"
