"""Reads the keyboards a bot sends, refusing inline buttons that would be dead."""

from typing import Final

from bot.demo.telegram.chats import Button, Labels, Rows
from bot.demo.telegram.contract import Json
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


def inline_rows(markup: Json | None) -> Rows:
    """Return the buttons of a published InlineKeyboardMarkup, none where there is another markup or none.

    Raises RefusedError for a button that does nothing when tapped, and for far too many of them.
    """
    rows = (markup or {}).get("inline_keyboard", [])
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return tuple(tuple(_inline_button(button) for button in row) for row in rows if row)


def reply_rows(markup: Json | None) -> Labels | None:
    """Return the labels of the keyboard under the text field: none to take it away, nothing to leave it."""
    if not markup or not {"keyboard", "remove_keyboard"} & markup.keys():
        return None
    return tuple(tuple(button["text"] for button in row) for row in markup.get("keyboard", ()))


def _inline_button(button: Json) -> Button:
    actions = [action for action in ACTIONS if action in button]
    if not actions:
        raise bad_request(NO_ACTION)
    return Button(button["text"], actions[0], button[actions[0]])
