"""What the Bot API is asked for when a chat shows something, and which of its refusals are none."""

import json

import pytest

from bot.demo.telegram.files import SMALL_PICTURE
from bot.telegram.bot_api import BotApi
from bot.telegram.chat import TelegramChat
from handlers.conversation import Gone, Handle, NotShown, Refused
from handlers.tap.actions import TurnPage
from handlers.view import Button, View
from reports.report_files import AlbumPage, File
from tests.bot.telegram.http_server import HttpServer, refused, response

PICTURE = File("2016.png", SMALL_PICTURE)
ROWS = [[Button("Older", TurnPage(1))], [Button("Newer", TurnPage(0))]]
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Older", "callback_data": "Last:1"}],
        [{"text": "Newer", "callback_data": "Last:0"}],
    ]
}
MESSAGE = {"message_id": 7, "date": 1, "chat": {"id": 5, "type": "private"}}


def granted(result: object) -> bytes:
    """Return an answer with a result."""
    return json.dumps({"ok": True, "result": result}).encode()


@pytest.fixture
def chat(api: BotApi) -> TelegramChat:
    """Return a chat where a tap waits."""
    return TelegramChat(api, 5, "9")


@pytest.mark.parametrize(
    ("view", "sent"),
    [
        (View("Hei <b>"), {"text": "Hei <b>"}),
        (View("Hei", ROWS), {"text": "Hei", "reply_markup": KEYBOARD}),
        (
            View("📞 Hei\ndu"),
            {"text": "📞 Hei\ndu", "entities": [{"type": "bold", "offset": 0, "length": len("xx Hei")}]},
        ),
        (View("\ndu"), {"text": "\ndu"}),
        (
            View("Hei", about=7),
            {"text": "Hei", "reply_parameters": {"message_id": 7, "allow_sending_without_reply": True}},
        ),
        (
            View("Hei", menu=["New call", "Last month"]),
            {
                "text": "Hei",
                "reply_markup": {
                    "keyboard": [[{"text": "New call"}, {"text": "Last month"}]],
                    "resize_keyboard": True,
                    "is_persistent": True,
                },
            },
        ),
    ],
)
async def test_a_text_is_sent_with_its_buttons(
    server: HttpServer, chat: TelegramChat, view: View, sent: dict[str, object]
) -> None:
    server.will_say(granted(MESSAGE))

    assert await chat.show(view) == Handle(7)
    [request] = server.requests
    assert (request.method, request.json) == ("sendMessage", {"chat_id": 5, **sent})


@pytest.mark.parametrize(
    ("view", "method", "result", "parts"),
    [
        (View("Year", ROWS, picture=PICTURE), "sendPhoto", MESSAGE, ["Year", "2016.png", "Last:1"]),
        (
            View("Year", ROWS, file=File("2016.xlsx", b"PK")),
            "sendDocument",
            MESSAGE,
            ["Year", "2016.xlsx", "Last:1"],
        ),
        (View("", file=File("2016.xlsx", b"PK")), "sendDocument", MESSAGE, ["2016.xlsx"]),
        (
            View("Year", picture=PICTURE, album=[AlbumPage(File("2016-2.png", SMALL_PICTURE), "Months")]),
            "sendMediaGroup",
            [MESSAGE, {**MESSAGE, "message_id": 8}],
            ["Year", "2016.png", "Months", "2016-2.png"],
        ),
    ],
)
async def test_a_file_is_sent_with_its_name_caption_and_buttons(
    server: HttpServer, chat: TelegramChat, view: View, method: str, result: object, parts: list[str]
) -> None:
    server.will_say(granted(result))

    assert await chat.show(view) == Handle(7)
    [request] = server.requests
    assert request.method == method
    assert [part for part in parts if part.encode() not in request.body] == []
    assert (b"caption" in request.body) is bool(view.text)


async def test_a_text_is_edited_with_its_buttons(server: HttpServer, chat: TelegramChat) -> None:
    server.will_say(granted(MESSAGE))

    await chat.replace(Handle(7), View("Hei", ROWS))

    [request] = server.requests
    where = {"chat_id": 5, "message_id": 7}
    assert (request.method, request.json) == (
        "editMessageText",
        {**where, "text": "Hei", "reply_markup": KEYBOARD},
    )


async def test_a_picture_is_edited_with_its_caption_and_buttons(server: HttpServer, chat: TelegramChat) -> None:
    server.will_say(granted(MESSAGE))

    await chat.replace(Handle(7), View("Year", ROWS, picture=PICTURE))

    [request] = server.requests
    assert request.method == "editMessageMedia"
    assert [part for part in (b"Year", b"2016.png", b"Last:1", SMALL_PICTURE) if part not in request.body] == []


async def test_a_message_is_deleted(server: HttpServer, chat: TelegramChat) -> None:
    server.will(response())

    await chat.remove(Handle(7))

    [request] = server.requests
    assert (request.method, request.json) == ("deleteMessage", {"chat_id": 5, "message_id": 7})


async def test_a_message_that_is_gone_already_is_as_good_as_deleted(
    server: HttpServer, chat: TelegramChat
) -> None:
    server.will(refused("message to delete not found"))
    server.will(refused("message can't be deleted for everyone"))

    await chat.remove(Handle(7))
    with pytest.raises(Refused):
        await chat.remove(Handle(7))


async def test_while_something_is_made_the_chat_says_what(server: HttpServer, chat: TelegramChat) -> None:
    server.will(response())
    server.will(response())

    await chat.busy("picture")
    await chat.busy("file")

    assert [request.method for request in server.requests] == ["sendChatAction"] * 2
    assert [request.json["action"] for request in server.requests] == ["upload_photo", "upload_document"]


async def test_a_tap_is_answered_silently_with_a_notice_or_with_an_alert(
    server: HttpServer, chat: TelegramChat
) -> None:
    for _ in range(3):
        server.will(response())

    await chat.answer()
    await chat.answer("Saved")
    await chat.answer("Not yours", alert=True)

    assert [request.json for request in server.requests] == [
        {"callback_query_id": "9"},
        {"callback_query_id": "9", "text": "Saved"},
        {"callback_query_id": "9", "text": "Not yours", "show_alert": True},
    ]


async def test_where_no_tap_waits_nothing_is_answered(server: HttpServer, api: BotApi) -> None:
    await TelegramChat(api, -5).answer("Saved")

    assert server.requests == []


@pytest.mark.parametrize(
    "reason",
    ["query is too old and response timeout expired or query ID is invalid", "QUERY_ID_INVALID"],
)
async def test_being_too_late_for_a_tap_is_no_error(server: HttpServer, chat: TelegramChat, reason: str) -> None:
    server.will(refused(reason))

    await chat.answer("Saved")


@pytest.mark.parametrize("view", [View("Hei"), View("Year", picture=PICTURE)])
async def test_showing_the_same_again_is_no_error(server: HttpServer, chat: TelegramChat, view: View) -> None:
    server.will(refused("message is not modified: specified new message content is exactly the same"))

    await chat.replace(Handle(7), view)


@pytest.mark.parametrize(("reason", "outcome"), [("message to edit not found", Gone), ("chat not found", Refused)])
async def test_every_other_refusal_is_an_outcome_of_ours(
    server: HttpServer, chat: TelegramChat, reason: str, outcome: type[NotShown]
) -> None:
    view, again = View("Hei"), Handle(7)
    for act in (chat.answer(), chat.show(view), chat.replace(again, view), chat.remove(again), chat.busy("file")):
        server.will(refused(reason))

        with pytest.raises(NotShown) as raised:
            await act

        assert type(raised.value) is outcome
