"""Every method of the Bot API that is in use, by its published name."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from bot.demo.telegram import messages
from bot.demo.telegram.account import Account
from bot.demo.telegram.api_types import bot_itself, chat_of
from bot.demo.telegram.call import ApiCall
from bot.demo.telegram.chats import Kind, Notice
from bot.demo.telegram.contract import Json
from bot.demo.telegram.refusals import bad_request, conflict, not_a_member

COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")
WEBHOOK_ACTIVE: Final = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


def get_me(account: Account, call: ApiCall) -> Json:
    """Return the bot's own user."""
    del call
    return bot_itself(account.bot)


async def get_updates(account: Account, call: ApiCall) -> list[Json]:
    """Return the updates from the offset on; see `Updates.poll`."""
    if account.webhook:
        raise conflict(WEBHOOK_ACTIVE)
    if "allowed_updates" in call.parameters:
        account.updates.want(call.parameters["allowed_updates"])
    offset, limit, wait = (call.parameters.get(name, 0) for name in ("offset", "limit", "timeout"))
    return await account.updates.poll(offset=offset, limit=limit, wait=wait)


def delete_webhook(account: Account, call: ApiCall) -> bool:
    """Remove the webhook; waiting updates are kept unless they are to be dropped."""
    account.webhook = ""
    if call.parameters.get("drop_pending_updates"):
        account.updates.drop()
    return True


def get_webhook_info(account: Account, call: ApiCall) -> Json:
    """Return the webhook's address, empty if the bot polls, and how many updates wait."""
    del call
    waiting = account.updates.unconfirmed
    return {"url": account.webhook, "has_custom_certificate": False, "pending_update_count": waiting}


def set_my_commands(account: Account, call: ApiCall) -> bool:
    """Replace the commands in the menu of one chat, or of all that have none of their own."""
    if not all(COMMAND.fullmatch(command["command"]) for command in call.parameters["commands"]):
        raise bad_request("BOT_COMMAND_INVALID")
    commands, scope = call.parameters["commands"], call.parameters.get("scope", {"type": "default"})
    if scope["type"] == "chat":
        account.chat(scope["chat_id"]).offer(commands)
    else:
        account.commands = commands
    return True


def answer_callback_query(account: Account, call: ApiCall) -> bool:
    """End the waiting sign on a tapped button, and show a notice if there is a text."""
    tap = call.parameters["callback_query_id"]
    alert = call.parameters.get("show_alert", False)
    account.chat_of_tap(tap).answer(Notice(call.parameters.get("text", ""), alert=alert, tap=tap))
    return True


def get_chat(account: Account, call: ApiCall) -> Json:
    """Return what is known about a chat."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    facts = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    return chat_of(account.chat(call.parameters["chat_id"])) | facts


def leave_chat(account: Account, call: ApiCall) -> bool:
    """Leave a group, to which the bot then cannot write."""
    chat = account.chat(call.parameters["chat_id"])
    if chat.kind is Kind.PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    chat.closed = not_a_member
    return True


def do_nothing(account: Account, call: ApiCall) -> bool:
    """Log out or close: a pretend server has nothing to do for it."""
    del account, call
    return True


Method = Callable[[Account, ApiCall], object]

METHODS: Final[Mapping[str, Method]] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "setMyCommands": set_my_commands,
    "sendMessage": messages.send_message,
    "sendPhoto": partial(messages.send_file, kind="photo"),
    "sendDocument": partial(messages.send_file, kind="document"),
    "sendMediaGroup": messages.send_media_group,
    "sendChatAction": messages.send_chat_action,
    "editMessageText": messages.edit_text,
    "editMessageCaption": messages.edit_caption,
    "editMessageMedia": messages.edit_media,
    "editMessageReplyMarkup": messages.edit_markup,
    "deleteMessage": messages.delete_message,
    "answerCallbackQuery": answer_callback_query,
    "getChat": get_chat,
    "leaveChat": leave_chat,
    "logOut": do_nothing,
    "close": do_nothing,
}
