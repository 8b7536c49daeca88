"""Every method of the Bot API that is in use, by its published name."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from bot.demo.telegram import editing, sending
from bot.demo.telegram.account import Account
from bot.demo.telegram.call import Asked
from bot.demo.telegram.chats import Kind, Notice
from bot.demo.telegram.contract import Json
from bot.demo.telegram.published import bot_itself, chat_of
from bot.demo.telegram.refusals import bad_request, conflict, not_a_member

COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")
WEBHOOK_ACTIVE: Final = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


def get_me(account: Account, asked: Asked) -> Json:
    """Return the bot's own user."""
    del asked
    return bot_itself(account.bot)


async def get_updates(account: Account, asked: Asked) -> list[Json]:
    """Return what waits from the offset on; see Updates.poll."""
    if account.webhook:
        raise conflict(WEBHOOK_ACTIVE)
    if "allowed_updates" in asked.given:
        account.updates.want(asked.given["allowed_updates"])
    offset, limit, wait = (asked.given.get(name, 0) for name in ("offset", "limit", "timeout"))
    return await account.updates.poll(offset=offset, limit=limit, wait=wait)


def delete_webhook(account: Account, asked: Asked) -> bool:
    """Go back to polling; what waits is kept unless it is to be dropped."""
    account.webhook = ""
    if asked.given.get("drop_pending_updates"):
        account.updates.drop()
    return True


def get_webhook_info(account: Account, asked: Asked) -> Json:
    """Return the webhook's address, empty where the bot polls, and how many updates wait."""
    del asked
    waiting = account.updates.unconfirmed
    return {"url": account.webhook, "has_custom_certificate": False, "pending_update_count": waiting}


def set_my_commands(account: Account, asked: Asked) -> bool:
    """Replace the commands that stand in the menu."""
    if not all(COMMAND.fullmatch(command["command"]) for command in asked.given["commands"]):
        raise bad_request("BOT_COMMAND_INVALID")
    account.commands = asked.given["commands"]
    return True


def answer_callback_query(account: Account, asked: Asked) -> bool:
    """End the waiting sign on a tapped button, and show a notice where there is a text."""
    chat = account.tapped(asked.given["callback_query_id"])
    chat.answer(Notice(asked.given.get("text", ""), alert=asked.given.get("show_alert", False)))
    return True


def get_chat(account: Account, asked: Asked) -> Json:
    """Return what is known about a chat."""
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    facts = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    return chat_of(account.chat(asked.given["chat_id"])) | facts


def leave_chat(account: Account, asked: Asked) -> bool:
    """Leave a group; the bot hears and says nothing there any more."""
    chat = account.chat(asked.given["chat_id"])
    if chat.kind is Kind.PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    chat.closed = not_a_member
    return True


def agree(account: Account, asked: Asked) -> bool:
    """Do nothing, as logging out of a pretend server is nothing."""
    del account, asked
    return True


Method = Callable[[Account, Asked], object]

METHODS: Final[Mapping[str, Method]] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "setMyCommands": set_my_commands,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendMediaGroup": sending.send_media_group,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_text,
    "editMessageCaption": editing.edit_caption,
    "editMessageMedia": editing.edit_media,
    "editMessageReplyMarkup": editing.edit_markup,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": answer_callback_query,
    "getChat": get_chat,
    "leaveChat": leave_chat,
    "logOut": agree,
    "close": agree,
}
