"""A form's screen as a chat message: its text and its buttons."""

from collections.abc import Iterator
from dataclasses import replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.echo import echo
from handlers.filling import has_before
from handlers.tap import BACK, CANCEL, DONE, Filling, encode
from reports.language import Language
from storage.hour import Hour
from storage.question import Choices

HOURS_OFFERED = 24
HOURS_IN_A_ROW = 3


def screen_text(tap: Filling, language: Language, *, head: str = "") -> str:
    """Return the text of the screen the tap stands on: a head or the answers so far, then the question."""
    ask = tap.form.screens[tap.screen].ask.in_language(language.code)
    lines = [head] if head else echo(tap.form, tap.answers, language)
    return "\n".join([*lines, ask])


def screen_buttons(tap: Filling, now: Hour, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons of the screen the tap stands on, each carrying the whole state."""
    return InlineKeyboardMarkup([*_answer_rows(tap, now, language), *_last_row(tap, language)])


def _answer_rows(tap: Filling, now: Hour, language: Language) -> Iterator[list[InlineKeyboardButton]]:
    screen = tap.form.screens[tap.screen]
    day = now.day if tap.hour is None else tap.hour.day
    offered = tap.form.offered(screen, tap.answers, day)
    place = 0
    for row in screen.buttons:
        buttons = []
        for button in row:
            if place in offered:
                label = button.label.in_language(language.code)
                chosen = isinstance(screen, Choices) and any(
                    option in tap.answers.get(key, ()) for key, option in button.set.items()
                )
                buttons.append(_button(f"✓ {label}" if chosen else label, replace(tap, press=place)))
            place += 1
        if buttons:
            yield buttons


def _last_row(tap: Filling, language: Language) -> Iterator[list[InlineKeyboardButton]]:
    if isinstance(tap.form.screens[tap.screen], Choices):
        yield [_button(language.text("Done"), replace(tap, press=DONE))]
    if tap.hour is not None and has_before(tap.form, tap.screen, tap.answers, tap.hour.day):
        cancel = _button(language.text("Cancel"), replace(tap, press=CANCEL))
        yield [_button(language.text("‹ Back"), replace(tap, press=BACK)), cancel]


def hour_buttons(tap: Filling, since: Hour, now: Hour, language: Language) -> InlineKeyboardMarkup:
    """Return a button for each hour from now back to ``since``: the same tap, with its hour known."""
    hours = [now.earlier(back) for back in range(HOURS_OFFERED)]
    buttons = [
        _button(_hour_label(hour, now, language), replace(tap, hour=hour)) for hour in hours if hour >= since
    ]
    rows = range(0, len(buttons), HOURS_IN_A_ROW)
    return InlineKeyboardMarkup([buttons[start : start + HOURS_IN_A_ROW] for start in rows])


def _hour_label(hour: Hour, now: Hour, language: Language) -> str:
    span = hour_span(hour)
    return span if hour.day == now.day else language.text("yest. {hours}").format(hours=span)


def hour_span(hour: Hour) -> str:
    """Return `14–15`, the hour on the clock."""
    return f"{hour.hour:02}–{hour.hour + 1:02}"


def _button(label: str, tap: Filling) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=encode(tap))
