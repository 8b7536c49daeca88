"""A form's screen as a view: its text and its buttons."""

import functools
from collections.abc import Iterator, Sequence
from datetime import date

from handlers.calls.filling import has_before
from handlers.calls.words import answer_lines, time_line
from handlers.tap.form_tap import BACK, CANCEL, DONE, WHEN, FormState, FormTap, Press
from handlers.view import Button, View
from reports.words.language import Language
from storage.forms.question import Choices
from storage.hour import Hour

Label = tuple[str, Press]
"""A button's label, and what it presses."""


def screen_view(
    state: FormState, day: date, language: Language, *, now: Hour | None = None, head: str = ""
) -> View:
    """Return the screen that a form has come to, for a call on ``day``; each button carries the whole state.

    The text is a head or the answers so far, then the question. Where ``now`` is given and the call was earlier,
    its hour stands above.
    """
    ask = state.form.screens[state.screen].ask.in_language(language.code)
    late = [time_line(str(state.hour), language)] if now and state.hour and state.hour < now.earlier(1) else []
    lines = [head] if head else _lines(state.bare, language)
    anew = FormState(state.form, state.nonce, None, 0, {})
    rows = [
        [Button(label, FormTap(anew if press == WHEN else state, press)) for label, press in row]
        for row in _labels(state.bare, day, language)
    ]
    return View("\n".join([*late, *lines, ask]), rows)


# Most screens have been shown before, for other records.
@functools.lru_cache(maxsize=1000)
def _lines(state: FormState, language: Language) -> Sequence[str]:
    return answer_lines(state.form, state.answers, language)


@functools.lru_cache(maxsize=1000)
def _labels(state: FormState, day: date, language: Language) -> Sequence[Sequence[Label]]:
    return [*_answer_labels(state, day, language), *_last_labels(state, day, language)]


def _answer_labels(state: FormState, day: date, language: Language) -> Iterator[Sequence[Label]]:
    screen = state.form.screens[state.screen]
    offered = state.form.offered(screen, state.answers, day)
    place = 0
    for row in screen.buttons:
        labels: list[Label] = []
        for button in row:
            if place in offered:
                label = button.label.in_language(language.code)
                chosen = isinstance(screen, Choices) and any(
                    option in state.answers.get(key, ()) for key, option in button.set.items()
                )
                labels.append((f"✓ {label}" if chosen else label, place))
            place += 1
        if labels:
            yield labels


def _last_labels(state: FormState, day: date, language: Language) -> Iterator[Sequence[Label]]:
    if isinstance(state.form.screens[state.screen], Choices):
        yield [(language.text("Done"), DONE)]
    cancel = (language.text("Cancel"), CANCEL)
    if state.revision is not None:
        yield [cancel]
    elif not has_before(state.form, state.screen, state.answers, day):
        yield [(language.text("Earlier call"), WHEN)]
    else:
        yield [(language.text("‹ Back"), BACK), cancel]
