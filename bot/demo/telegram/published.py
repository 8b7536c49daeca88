"""How messages, chats and people look in the published Bot API."""

from bot.demo.telegram.chats import Button, Chat, Kind, Message, Rows, User
from bot.demo.telegram.contract import Json
from bot.demo.telegram.files import Kept


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


def message_in(chat: Chat, message: Message) -> Json:
    """Return a Message."""
    said = "caption" if message.photo or message.document or message.extra else "text"
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
    if message.photo:
        published["photo"] = _photo_sizes(message.photo)
    if message.document:
        published["document"] = _document(message.document)
    if message.text:
        published[said] = message.text
    if message.wording.entities:
        entities = [
            {"type": kind, "offset": start, "length": length} for kind, start, length in message.wording.entities
        ]
        published["caption_entities" if said == "caption" else "entities"] = entities
    if message.buttons:
        published["reply_markup"] = inline_keyboard(message.buttons)
    return published


def callback_query(tap_id: str, chat: Chat, message_id: int, data: str, by: User) -> Json:
    """Return a CallbackQuery; of a message that is gone, only the place is published."""
    message = chat.messages.get(message_id)
    gone = {"chat": chat_of(chat), "message_id": message_id, "date": 0}
    return {
        "id": tap_id,
        "from": user(by),
        "message": message_in(chat, message) if message else gone,
        "chat_instance": str(7_000_000_000_000 + chat.id),
        "data": data,
    }


def inline_keyboard(rows: Rows) -> Json:
    """Return an InlineKeyboardMarkup."""
    return {"inline_keyboard": [[_inline_button(button) for button in row] for row in rows]}


def _inline_button(button: Button) -> Json:
    return {"text": button.text, button.action: button.value}


def _photo_sizes(photo: Kept) -> list[Json]:
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


def _document(document: Kept) -> Json:
    return {
        "file_id": document.id,
        "file_unique_id": document.id,
        "file_name": document.upload.name,
        "file_size": len(document.upload.content),
    }
