"""A form's screen as a view: its text and its buttons."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from handlers.calls.filling import has_before
from handlers.calls.words import answer_lines, time_line
from handlers.tap.form_tap import BACK, CANCEL, DONE, WHEN, FormTap
from handlers.view import Button, View
from reports.words.language import Language
from storage.forms.question import Choices
from storage.hour import Hour


def screen_view(tap: FormTap, day: date, language: Language, *, now: Hour | None = None, head: str = "") -> View:
    """Return the screen the tap stands on, for a call on ``day``; each of its buttons carries the whole state.

    The text is a head or the answers so far, then the question. Where ``now`` is given and the call was earlier,
    its hour stands above.
    """
    ask = tap.form.screens[tap.screen].ask.in_language(language.code)
    late = [time_line(str(tap.hour), language)] if now and tap.hour and tap.hour < now.earlier(1) else []
    lines = [head] if head else answer_lines(tap.form, tap.answers, language)
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
