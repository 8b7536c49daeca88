"""What the methods that send something do to a chat."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.demo.telegram.account import Account
from bot.demo.telegram.call import Asked
from bot.demo.telegram.chats import Chat, Message
from bot.demo.telegram.contract import Json
from bot.demo.telegram.keyboards import inline_rows, reply_rows
from bot.demo.telegram.published import message_in
from bot.demo.telegram.refusals import bad_request

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


def send_message(account: Account, asked: Asked) -> Json:
    """Post a text."""
    chat = account.chat(asked.given["chat_id"])
    return _post(chat, asked, Message(0, account.clock(), account.bot, asked.wording("text")))


def send_photo(account: Account, asked: Asked) -> Json:
    """Post a picture, with a caption where there is one."""
    chat = account.chat(asked.given["chat_id"])
    caption, photo = asked.wording("caption"), asked.picture(asked.given["photo"], account.shelf)
    return _post(chat, asked, Message(0, account.clock(), account.bot, caption, photo=photo))


def send_document(account: Account, asked: Asked) -> Json:
    """Post a file, with a caption where there is one."""
    chat = account.chat(asked.given["chat_id"])
    caption, document = asked.wording("caption"), asked.document(asked.given["document"], account.shelf)
    return _post(chat, asked, Message(0, account.clock(), account.bot, caption, document=document))


def send_media_group(account: Account, asked: Asked) -> list[Json]:
    """Post several pictures or several documents as one album; nothing where one of them is refused."""
    chat = account.chat(asked.given["chat_id"])
    media = asked.given["media"]
    if len({medium["type"] for medium in media}) > 1:
        raise bad_request("documents and photos can't be mixed in one album")
    album = [album_message(account, asked, medium) for medium in media]
    together = {"media_group_id": str(chat.last_id + 1)}
    return [message_in(chat, chat.post(message)) | together for message in album]


def album_message(account: Account, asked: Asked, medium: Json) -> Message:
    """Return the message that shows one medium; photos and documents are practised here, nothing else."""
    match medium["type"]:
        case "photo":
            caption = asked.caption_of("InputMediaPhoto", medium)
            photo = asked.picture(medium["media"], account.shelf)
            return Message(0, account.clock(), account.bot, caption, photo=photo)
        case "document":
            caption = asked.caption_of("InputMediaDocument", medium)
            document = asked.document(medium["media"], account.shelf)
            return Message(0, account.clock(), account.bot, caption, document=document)
        case kind:
            raise bad_request(f'media of type "{kind}" can\'t be shown here')


def send_chat_action(account: Account, asked: Asked) -> bool:
    """Show that the bot is at work, until it posts something or five seconds have passed."""
    action = asked.given["action"]
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    account.chat(asked.given["chat_id"]).act(action, account.clock() + ACTION_LASTS)
    return True


def _post(chat: Chat, asked: Asked, message: Message) -> Json:
    reply, markup = asked.given.get("reply_parameters", {}), asked.given.get("reply_markup")
    optional = reply.get("allow_sending_without_reply", not reply)
    if not optional and reply["message_id"] not in chat.messages:
        raise bad_request("message to be replied not found")
    buttons, keyboard = inline_rows(markup), reply_rows(markup)
    if keyboard is not None:
        chat.keyboard, chat.keyboard_came_with = keyboard, chat.last_id + 1
    posted = chat.post(replace(message, buttons=buttons, has_keyboard=keyboard is not None))
    return message_in(chat, posted)
