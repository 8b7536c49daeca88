"""Users, chats, messages and keyboards as the published Bot API writes them; keyboards are read here too."""

from typing import Final

from bot.demo.telegram.chats import Chat, ChatMessage, InlineButton, Kind, Labels, Rows, User
from bot.demo.telegram.contract import Json
from bot.demo.telegram.files import StoredFile
from bot.demo.telegram.refusals import bad_request

ACTIONS: Final = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
MOST_BUTTONS: Final = 100
NO_ACTION: Final = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"


def user(person: User) -> Json:
    """Return a User."""
    named = {"id": person.id, "is_bot": person.is_bot, "first_name": person.name}
    return named | ({"username": person.username} if person.username else {"language_code": "nb"})


def bot_itself(bot: User) -> Json:
    """Return the User that getMe answers with."""
    abilities = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries")
    return user(bot) | dict.fromkeys(abilities, False) | {"can_join_groups": True}


def chat_of(chat: Chat) -> Json:
    """Return a Chat."""
    name = "first_name" if chat.kind is Kind.PRIVATE else "title"
    return {"id": chat.id, "type": chat.kind.value, name: chat.title}


def message_in(chat: Chat, message: ChatMessage) -> Json:
    """Return a Message."""
    text = "caption" if message.photo or message.document or message.extra else "text"
    published: Json = {
        "message_id": message.id,
        "date": int(message.sent.timestamp()),
        "chat": chat_of(chat),
        **message.extra,
    }
    if message.sender:
        published["from"] = user(message.sender)
    if message.edited:
        published["edit_date"] = int(message.edited.timestamp())
    if message.protected:
        published["has_protected_content"] = True
    if message.photo:
        published["photo"] = _photo_sizes(message.photo)
    if message.document:
        published["document"] = _document(message.document)
    if message.text:
        published[text] = message.text
    if message.formatted.entities:
        entities = [
            {"type": kind, "offset": start, "length": length} for kind, start, length in message.formatted.entities
        ]
        published["caption_entities" if text == "caption" else "entities"] = entities
    if message.buttons:
        rows = [[{"text": each.text, each.action: each.value} for each in row] for row in message.buttons]
        published["reply_markup"] = {"inline_keyboard": rows}
    return published


def callback_query(tap_id: str, chat: Chat, message_id: int, data: str, by: User) -> Json:
    """Return a CallbackQuery; of a deleted message only its chat and id are published."""
    message = chat.messages.get(message_id)
    gone = {"chat": chat_of(chat), "message_id": message_id, "date": 0}
    return {
        "id": tap_id,
        "from": user(by),
        "message": message_in(chat, message) if message else gone,
        "chat_instance": str(7_000_000_000_000 + chat.id),
        "data": data,
    }


def inline_rows(markup: Json | None) -> Rows:
    """Return the buttons of an InlineKeyboardMarkup; none for other markup or none.

    Raises RefusedError for a button that does nothing when tapped, and for too many buttons.
    """
    rows = (markup or {}).get("inline_keyboard", [])
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return tuple(tuple(_inline_button(button) for button in row) for row in rows if row)


def reply_rows(markup: Json | None) -> Labels | None:
    """Return the labels of the keyboard under the text field: empty to remove it, None to leave it as it is."""
    if not markup or not {"keyboard", "remove_keyboard"} & markup.keys():
        return None
    return tuple(tuple(button["text"] for button in row) for row in markup.get("keyboard", ()))


def _inline_button(button: Json) -> InlineButton:
    actions = [action for action in ACTIONS if action in button]
    if not actions:
        raise bad_request(NO_ACTION)
    return InlineButton(button["text"], actions[0], button[actions[0]])


def _photo_sizes(photo: StoredFile) -> list[Json]:
    return [
        {
            "file_id": f"{photo.id}@{width}x{height}",
            "file_unique_id": f"{photo.id}-{width}",
            "width": width,
            "height": height,
            "file_size": len(photo.upload.content),
        }
        for width, height in photo.sizes()
    ]


def _document(document: StoredFile) -> Json:
    return {
        "file_id": document.id,
        "file_unique_id": document.id,
        "file_name": document.upload.name,
        "file_size": len(document.upload.content),
    }
