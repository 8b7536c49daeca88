"""The methods that send, change and delete messages."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.demo.telegram.account import Account
from bot.demo.telegram.api_types import inline_rows, message_in, reply_rows
from bot.demo.telegram.call import ApiCall, FileKind
from bot.demo.telegram.chats import Chat, ChatMessage, FormattedText, Kind, Rows
from bot.demo.telegram.contract import Json
from bot.demo.telegram.files import Upload
from bot.demo.telegram.refusals import bad_request

DELETABLE: Final = timedelta(hours=48)
NOT_MODIFIED: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
ACTION_LASTS: Final = timedelta(seconds=5)
ACTIONS: Final = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(account: Account, call: ApiCall) -> Json:
    """Post a text."""
    chat = account.chat(call.parameters["chat_id"])
    return _post(chat, call, ChatMessage(0, account.clock(), account.bot, call.formatted("text")))


def send_file(account: Account, call: ApiCall, kind: FileKind) -> Json:
    """Post a picture or document, with a caption if there is one."""
    chat = account.chat(call.parameters["chat_id"])
    return _post(chat, call, _file_message(account, call, kind, call.formatted("caption"), call.parameters[kind]))


def send_media_group(account: Account, call: ApiCall) -> list[Json]:
    """Post several pictures or several documents as one album: all of them or none."""
    chat = account.chat(call.parameters["chat_id"])
    media = call.parameters["media"]
    if len({medium["type"] for medium in media}) > 1:
        raise bad_request("documents and photos can't be mixed in one album")
    protected = call.parameters.get("protect_content", False)
    album = [replace(_album_message(account, call, medium), protected=protected) for medium in media]
    together = {"media_group_id": str(chat.last_id + 1)}
    return [message_in(chat, chat.post(message)) | together for message in album]


def send_chat_action(account: Account, call: ApiCall) -> bool:
    """Show that the bot is at work, until it posts something or five seconds have passed."""
    action = call.parameters["action"]
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    account.chat(call.parameters["chat_id"]).act(action, account.clock() + ACTION_LASTS)
    return True


def edit_text(account: Account, call: ApiCall) -> Json:
    """Change the text and the buttons of a message; without buttons in the call none are left."""
    chat, message = _editable(account, call)
    if message.photo or message.document:
        raise bad_request("there is no text in the message to edit")
    if "text" not in call.parameters:
        raise bad_request("message text is empty")
    return _show(
        account, chat, message, replace(message, formatted=call.formatted("text"), buttons=_buttons(call))
    )


def edit_caption(account: Account, call: ApiCall) -> Json:
    """Change the caption and the buttons of a picture or document."""
    chat, message = _editable(account, call)
    if not (message.photo or message.document):
        raise bad_request("there is no caption in the message to edit")
    caption = call.formatted("caption")
    return _show(account, chat, message, replace(message, formatted=caption, buttons=_buttons(call)))


def edit_media(account: Account, call: ApiCall) -> Json:
    """Replace the picture or document of a message, with its caption."""
    chat, message = _editable(account, call)
    shown = _album_message(account, call, call.parameters["media"])
    changed = replace(
        shown,
        id=message.id,
        sent=message.sent,
        buttons=_buttons(call),
        edited=message.edited,
        protected=message.protected,
    )
    return _show(account, chat, message, changed)


def edit_markup(account: Account, call: ApiCall) -> Json:
    """Change or remove the buttons of a message."""
    chat, message = _editable(account, call)
    return _show(account, chat, message, replace(message, buttons=_buttons(call)))


def delete_message(account: Account, call: ApiCall) -> bool:
    """Delete a message of the bot, or in a private chat of the person, within 48 hours."""
    chat = account.chat(call.parameters["chat_id"])
    message = chat.message(call.parameters["message_id"], "delete")
    if message.sender != account.bot and chat.kind is not Kind.PRIVATE:
        raise bad_request("message can't be deleted")
    if account.clock() - message.sent > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    chat.remove(message.id)
    return True


def _album_message(account: Account, call: ApiCall, medium: Json) -> ChatMessage:
    kind = medium["type"]
    if kind not in {"photo", "document"}:
        raise bad_request(f'media of type "{kind}" can\'t be shown here')
    caption = call.caption_of(f"InputMedia{kind.capitalize()}", medium)
    return _file_message(account, call, kind, caption, medium["media"])


def _file_message(
    account: Account, call: ApiCall, kind: FileKind, caption: FormattedText, source: Upload | str
) -> ChatMessage:
    file = call.file(kind, source, account.files)
    message = ChatMessage(0, account.clock(), account.bot, caption)
    return replace(message, photo=file) if kind == "photo" else replace(message, document=file)


def _post(chat: Chat, call: ApiCall, message: ChatMessage) -> Json:
    reply, markup = call.parameters.get("reply_parameters", {}), call.parameters.get("reply_markup")
    optional = reply.get("allow_sending_without_reply", not reply)
    if not optional and reply["message_id"] not in chat.messages:
        raise bad_request("message to be replied not found")
    buttons, keyboard = inline_rows(markup), reply_rows(markup)
    if keyboard is not None:
        chat.keyboard, chat.keyboard_came_with = keyboard, chat.last_id + 1
    message = replace(
        message,
        buttons=buttons,
        has_keyboard=keyboard is not None,
        protected=call.parameters.get("protect_content", False),
        about=reply["message_id"] if reply.get("message_id") in chat.messages else None,
    )
    posted = chat.post(message)
    return message_in(chat, posted)


def _editable(account: Account, call: ApiCall) -> tuple[Chat, ChatMessage]:
    if "chat_id" not in call.parameters:
        raise bad_request("chat_id is empty")
    chat = account.chat(call.parameters["chat_id"])
    if "message_id" not in call.parameters:
        raise bad_request("message identifier is not specified")
    message = chat.message(call.parameters["message_id"], "edit")
    if message.sender != account.bot or message.has_keyboard:
        raise bad_request("message can't be edited")
    return chat, message


def _buttons(call: ApiCall) -> Rows:
    return inline_rows(call.parameters.get("reply_markup"))


def _show(account: Account, chat: Chat, message: ChatMessage, changed: ChatMessage) -> Json:
    if changed == message:
        raise bad_request(NOT_MODIFIED)
    return message_in(chat, chat.put(replace(changed, edited=account.clock())))
