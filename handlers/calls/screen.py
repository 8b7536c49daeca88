"""A form's screen as a chat message: its text and its buttons."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers.calls.answers_line import echo
from handlers.calls.filling import has_before
from handlers.tap import BACK, CANCEL, DONE, WHEN, FormTap
from handlers.view import Button, View, in_rows
from reports.language import Language, capital
from storage.forms.question import Choices
from storage.hour import Hour

HOURS_OFFERED = 24


def screen_view(tap: FormTap, day: date, language: Language, *, now: Hour | None = None, head: str = "") -> View:
    """Return the screen the tap stands on, for a call on ``day``; each of its buttons carries the whole state.

    It says a head or the answers so far, then the question; ``now`` tells a call that is registered late, whose
    hour stands above.
    """
    ask = tap.form.screens[tap.screen].ask.in_language(language.code)
    late = [hour_line(tap.hour, language)] if now and tap.hour and tap.hour < now.earlier(1) else []
    lines = [head] if head else echo(tap.form, tap.answers, language)
    rows = [*_answer_rows(tap, day, language), *_last_rows(tap, day, language)]
    return View("\n".join([*late, *lines, ask]), rows)


def _answer_rows(tap: FormTap, day: date, language: Language) -> Iterator[Sequence[Button]]:
    screen = tap.form.screens[tap.screen]
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
                buttons.append(Button(f"✓ {label}" if chosen else label, replace(tap, press=place)))
            place += 1
        if buttons:
            yield buttons


def _last_rows(tap: FormTap, day: date, language: Language) -> Iterator[Sequence[Button]]:
    if isinstance(tap.form.screens[tap.screen], Choices):
        yield [Button(language.text("Done"), replace(tap, press=DONE))]
    cancel = Button(language.text("Cancel"), replace(tap, press=CANCEL))
    if tap.revision is not None:
        yield [cancel]
    elif not has_before(tap.form, tap.screen, tap.answers, day):
        when = FormTap(tap.form, tap.nonce, None, 0, WHEN, {})
        yield [Button(language.text("Earlier call"), when)]
    else:
        yield [Button(language.text("‹ Back"), replace(tap, press=BACK)), cancel]


def hours_view(tap: FormTap, since: Hour, now: Hour, language: Language) -> View:
    """Return a button for each hour from now back to ``since``: the same tap, with its hour known."""
    hours = (now.earlier(back) for back in range(HOURS_OFFERED))
    buttons = (
        Button(hour_label(hour, now, language), replace(tap, hour=hour, leaving=True))
        for hour in hours
        if hour >= since
    )
    return View(language.text("When was the call?"), list(in_rows(buttons)))


def hour_label(hour: Hour, now: Hour, language: Language) -> str:
    """Return an hour of the last days, short enough for a button."""
    span = hour_span(hour)
    if hour.day == now.day:
        return span
    if hour.day == now.day - timedelta(days=1):
        return language.text("yest. {hours}").format(hours=span)
    return f"{language.weekday_short(hour.day)} {span}"


def hour_span(hour: Hour) -> str:
    """Return `14–15`, the hour on the clock."""
    return f"{hour.hour:02}–{hour.hour + 1:02}"


def hour_line(hour: Hour, language: Language) -> str:
    """Return `Tirsdag 3. november, kl. 14–15`."""
    line = language.text("{day}, {hours} o’clock").format(day=language.day(hour.day), hours=hour_span(hour))
    return capital(line)


def time_short(occurred_at: str, language: Language) -> str:
    """Return `tir. 3.11., kl. 14–15`, or the day alone where no more is known."""
    day = language.day_short(date.fromisoformat(occurred_at[:10]))
    if len(occurred_at) == len("2016-07-14"):
        return day
    span = hour_span(Hour.parse(occurred_at))
    return language.text("{day}, {hours} o’clock").format(day=day, hours=span)
