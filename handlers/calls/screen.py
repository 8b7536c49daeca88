"""A form's screen as a view: its text and its buttons."""

import functools
from collections.abc import Iterator, Sequence
from datetime import date

from handlers.calls.filling import always_ends, askable, has_before
from handlers.calls.words import answer_lines, time_line
from handlers.tap.form_tap import BACK, CANCEL, DONE, WHEN, FormState, FormTap, Press
from handlers.view import Button, View
from reports.words.language import Language
from storage.forms.screen import Choices
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
    untouched = bool(head) and not (state.answers or state.hour)
    anew = FormState(state.form, state.nonce, None, 0, {})
    rows = [
        [Button(label, FormTap(anew if press == WHEN else state, press)) for label, press in row]
        for row in _labels(state.bare, day, language)
    ]
    text = "\n".join([*late, *lines, ask])
    if state.revision is not None:  # it stands where the receipt stood
        return View(text, rows, stage="receipt", source=state.nonce)
    return View(text, rows, stage="fresh" if untouched else "form")


# Most screens have been shown before, for other records.
@functools.lru_cache(maxsize=1000)
def _lines(state: FormState, language: Language) -> Sequence[str]:
    return answer_lines(state.form, state.answers, language)


@functools.lru_cache(maxsize=1000)
def _labels(state: FormState, day: date, language: Language) -> Sequence[Sequence[Label]]:
    """Return the rows of buttons, laid out so that no second tap at the same place saves or breaks off.

    What may save and what breaks off stand in rows, counted from the bottom, where the screens and the receipt
    that lead there have none, or something harmless.
    """
    answers, several = list(_answer_labels(state, day, language)), _is_several(state)
    back, cancel = (language.text("‹ Back"), BACK), (language.text("Cancel"), CANCEL)
    done = [(language.text("Done"), DONE)] if several else []
    last = (several or len(answers) == 1) and always_ends(state, day)
    if state.revision is not None:
        if last and not several and not _was_asked(state):
            return [[back, cancel], *answers]
        beside = back if _has_choice(state, day) else (language.text("Time"), WHEN)
        return [*answers, [beside], [cancel, *done]]
    rows = [*answers, done] if done else answers
    if not has_before(state.form, state.screen, state.answers, day):
        return [*rows, [(language.text("Earlier call"), WHEN)]]
    return [*rows[:-1], [back], rows[-1]] if last else [*rows, [back, cancel]]


def _is_several(state: FormState) -> bool:
    return isinstance(state.form.screens[state.screen], Choices)


def _was_asked(state: FormState) -> bool:
    """Tell whether a correction asks a screen that was chosen, not one that the new answers have led to."""
    screen = state.form.screens[state.screen]
    return state.form.is_later(screen) or any(key in state.answers for key in screen.questions)


def _has_choice(state: FormState, day: date) -> bool:
    """Tell whether a correction can go back: to the screen before, or to the choice of what to change."""
    form, answers = state.form, state.answers
    places = askable(form, answers, day)
    if all(any(key in answers for key in form.screens[place].questions) for place in places):
        return len(places) > 1
    return has_before(form, state.screen, answers, day)


def _answer_labels(state: FormState, day: date, language: Language) -> Iterator[Sequence[Label]]:
    screen = state.form.screens[state.screen]
    offered = state.form.offered(screen, state.answers, day)
    place = 0
    for row in screen.buttons:
        labels: list[Label] = []
        for button in row:
            if place in offered:
                label = button.label.in_language(language.code)
                chosen = _is_several(state) and any(
                    option in state.answers.get(key, ()) for key, option in button.set.items()
                )
                labels.append((f"✓ {label}" if chosen else label, place))
            place += 1
        if labels:
            yield labels
