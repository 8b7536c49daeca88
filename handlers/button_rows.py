"""Putting buttons in rows, as many side by side as a phone shows without cutting their labels."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton

from storage.form import THREE_IN_A_ROW, TWO_IN_A_ROW


def in_rows(buttons: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Return the buttons in rows of three, two or one: as the longest label allows."""
    longest = max((len(button.text) for button in buttons), default=0)
    wide = 3 if longest <= THREE_IN_A_ROW else 2 if longest <= TWO_IN_A_ROW else 1
    return [list(buttons[start : start + wide]) for start in range(0, len(buttons), wide)]
