"""What the methods that change or remove a message do to a chat."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.demo.telegram.account import Account
from bot.demo.telegram.call import Asked
from bot.demo.telegram.chats import Chat, Kind, Message, Rows
from bot.demo.telegram.contract import Json
from bot.demo.telegram.keyboards import inline_rows
from bot.demo.telegram.published import message_in
from bot.demo.telegram.refusals import bad_request
from bot.demo.telegram.sending import album_message

DELETABLE: Final = timedelta(hours=48)
NOT_MODIFIED: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_text(account: Account, asked: Asked) -> Json:
    """Give a text message another text and other buttons; no buttons named means none left."""
    chat, message = _editable(account, asked)
    if message.photo or message.document:
        raise bad_request("there is no text in the message to edit")
    if "text" not in asked.given:
        raise bad_request("message text is empty")
    return _show(account, chat, message, replace(message, wording=asked.wording("text"), buttons=_buttons(asked)))


def edit_caption(account: Account, asked: Asked) -> Json:
    """Give a picture or document another caption and other buttons."""
    chat, message = _editable(account, asked)
    if not (message.photo or message.document):
        raise bad_request("there is no caption in the message to edit")
    caption = asked.wording("caption")
    return _show(account, chat, message, replace(message, wording=caption, buttons=_buttons(asked)))


def edit_media(account: Account, asked: Asked) -> Json:
    """Put another picture or document, with its caption, in the place of what the message shows."""
    chat, message = _editable(account, asked)
    shown = album_message(account, asked, asked.given["media"])
    changed = replace(shown, id=message.id, sent=message.sent, buttons=_buttons(asked), edited=message.edited)
    return _show(account, chat, message, changed)


def edit_markup(account: Account, asked: Asked) -> Json:
    """Give a message other buttons, or take them away."""
    chat, message = _editable(account, asked)
    return _show(account, chat, message, replace(message, buttons=_buttons(asked)))


def delete_message(account: Account, asked: Asked) -> bool:
    """Take a message off everybody's screen; in a private chat also the person's own, for 48 hours."""
    chat = account.chat(asked.given["chat_id"])
    message = chat.message(asked.given["message_id"], "delete")
    if message.sender != account.bot and chat.kind is not Kind.PRIVATE:
        raise bad_request("message can't be deleted")
    if account.clock() - message.sent > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    chat.remove(message.id)
    return True


def _editable(account: Account, asked: Asked) -> tuple[Chat, Message]:
    if "chat_id" not in asked.given:
        raise bad_request("chat_id is empty")
    chat = account.chat(asked.given["chat_id"])
    if "message_id" not in asked.given:
        raise bad_request("message identifier is not specified")
    message = chat.message(asked.given["message_id"], "edit")
    if message.sender != account.bot or message.has_keyboard:
        raise bad_request("message can't be edited")
    return chat, message


def _buttons(asked: Asked) -> Rows:
    return inline_rows(asked.given.get("reply_markup"))


def _show(account: Account, chat: Chat, message: Message, changed: Message) -> Json:
    if changed == message:
        raise bad_request(NOT_MODIFIED)
    return message_in(chat, chat.put(replace(changed, edited=account.clock())))
