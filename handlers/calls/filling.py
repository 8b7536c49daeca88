"""Filling in a form: from its state and the button pressed to the next screen or a finished record."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from handlers.tap.form_tap import BACK, CANCEL, DONE, FormState, FormTap, Press, UnreadableTap
from storage.forms.form import Form
from storage.forms.question import Answer, Answers, Outcome
from storage.forms.screen import AnswerButton, Choices, Screen


@dataclass(frozen=True)
class Finished:
    """The form has ended in a record."""

    outcome: Outcome
    answers: Answers


@dataclass(frozen=True)
class Cancelled:
    """The person cancelled; there is nothing to keep."""


Step = FormState | Finished | Cancelled
"""What follows a tap: the form on its next screen, or an end."""


def begin(form: Form, nonce: str, day: date) -> FormState:
    """Return a fresh form on its first screen, for a call on ``day``."""
    return FormState(form, nonce, None, _first_screen(form, day), {})


def begin_like(form: Form, nonce: str, answers: Answers, day: date) -> FormState:
    """Return a form on its last screen, with everything before it answered as in an earlier record.

    What the last screen asks is never guessed. Where the answers can no longer be given, it is on the first one.
    """
    kept = {key: answer for key, answer in form.pruned(answers, day).items() if not form.by_key[key].later}
    last = max(askable(form, kept, day))
    earlier = form.pruned(_given(form.screens[:last], kept), day)
    fresh = begin(form, nonce, day)
    return replace(fresh, screen=last, answers=earlier) if _led_to(form, last, earlier, day) else fresh


def press(tap: FormTap, day: date) -> Step:
    """Return what follows a tap, for a call on ``day``.

    In a correction, what follows is whatever the new answers leave open, and then the end. Raises `UnreadableTap`
    for a button that is not offered, or answers that the form cannot have led to.
    """
    step = _step(tap.state.bare, tap.press, day)
    return step.of(tap.state) if isinstance(step, FormState) else step


# Most taps have been made before, on other records.
@functools.lru_cache(maxsize=1000)
def _step(state: FormState, press: Press, day: date) -> Step:
    if not _led_here(state, day):
        raise UnreadableTap
    if press == CANCEL:
        return Cancelled()
    if press == BACK:
        before = _first_asked(state.form, reversed(range(state.screen)), state.answers, day)
        return state if before is None else replace(state, screen=before)
    if press == DONE:
        return _after(state, state.answers, day)
    return _pressed(state, press, day)


def has_before(form: Form, screen: int, answers: Answers, day: date) -> bool:
    """Tell whether there is a screen to go back to."""
    return _first_asked(form, range(screen), answers, day) is not None


def askable(form: Form, answers: Answers, day: date) -> list[int]:
    """Return the places of the screens that can be asked again; those asked later are not among them."""
    return [place for place, screen in enumerate(form.screens) if form.is_asked(screen, answers, day)]


def always_ends(state: FormState, day: date) -> bool:
    """Tell whether every answer to a screen ends the form."""
    screen = state.form.screens[state.screen]
    presses = [DONE] if isinstance(screen, Choices) else state.form.offered(screen, state.answers, day)
    return all(isinstance(press(FormTap(state, one), day), Finished) for one in presses)


def can_be_given(form: Form, key: str, answer: Answer, day: date) -> bool:
    """Tell whether a screen has buttons that give this answer, for a call on ``day``."""
    question = form.by_key[key]
    options = (answer,) if isinstance(answer, str) else answer
    return (
        isinstance(answer, str) != question.takes_several
        and any(key in screen.questions for screen in form.screens)
        and {option.key for option in question.options if option.in_use(day)}.issuperset(options)
    )


def _led_here(state: FormState, day: date) -> bool:
    """Tell whether the state's screen is asked, and its answers can come from the screens before it.

    A correction may ask any screen, including those that are asked later.
    """
    if state.revision is None:
        return _led_to(state.form, state.screen, state.answers, day)
    screen = state.form.screens[state.screen]
    asked = state.form.is_later(screen) or state.form.is_asked(screen, state.answers, day)
    return asked and _can_all_be_given(state.form, state.answers, day)


def _can_all_be_given(form: Form, answers: Answers, day: date) -> bool:
    possible = (can_be_given(form, key, answer, day) for key, answer in answers.items())
    return form.pruned(answers, day) == dict(answers) and all(possible)


def _led_to(form: Form, screen: int, answers: Answers, day: date) -> bool:
    return (
        _can_all_be_given(form, answers, day)
        and form.is_asked(form.screens[screen], answers, day)
        and all(
            _passed(form, earlier, answers, day)
            for earlier in form.screens[:screen]
            if form.is_asked(earlier, answers, day)
        )
    )


def _passed(form: Form, screen: Screen, answers: Answers, day: date) -> bool:
    given = _given([screen], answers)
    if isinstance(screen, Choices):
        return bool(given)
    buttons = (screen.flat[place] for place in form.offered(screen, answers, day))
    return any(button.outcome is None and button.set == given for button in buttons)


def _given(screens: Iterable[Screen], answers: Answers) -> Answers:
    return {key: answers[key] for screen in screens for key in screen.questions if key in answers}


def _pressed(state: FormState, press: Press, day: date) -> Step:
    screen = state.form.screens[state.screen]
    if press not in state.form.offered(screen, state.answers, day):
        raise UnreadableTap
    button = screen.flat[int(press)]
    if isinstance(screen, Choices):
        return replace(state, answers=_toggled(state, button, day))
    if button.outcome is not None:
        return _ended(state, button, button.outcome, day)
    kept = {key: answer for key, answer in state.answers.items() if key not in screen.questions}
    return _after(state, state.form.pruned(kept | button.set, day), day)


def _toggled(state: FormState, button: AnswerButton, day: date) -> Answers:
    [(question, option)] = button.set.items()
    chosen = state.answers.get(question, ())
    keys = state.form.by_key[question].option_keys
    answer: Answer = tuple(key for key in keys if (key in chosen) != (key == option))
    return state.form.pruned({**state.answers, question: answer}, day)


def _ended(state: FormState, button: AnswerButton, outcome: Outcome, day: date) -> Finished:
    if outcome == "declined":
        return Finished(outcome, {})
    earlier = _given(state.form.screens[: state.screen], state.answers) if outcome == "registered" else {}
    return Finished(outcome, state.form.pruned({**earlier, **button.set}, day))


def _after(state: FormState, answers: Answers, day: date) -> Step:
    form, screens = state.form, state.form.screens
    screen = screens[state.screen]
    if isinstance(screen, Choices):
        answers = form.pruned({**dict.fromkeys(screen.questions, ()), **answers}, day)
    if state.revision is None:
        places = list(range(state.screen + 1, len(screens)))
    else:
        places = [place for place, one in enumerate(screens) if not _passed(form, one, answers, day)]
    following = _first_asked(form, places, answers, day)
    if following is None:
        return Finished("registered", answers)
    return replace(state, screen=following, answers=answers)


@functools.lru_cache(maxsize=10)
def _first_screen(form: Form, day: date) -> int:
    return _first_asked(form, range(len(form.screens)), {}, day) or 0


def _first_asked(form: Form, places: Iterable[int], answers: Answers, day: date) -> int | None:
    """Return the first of these screens that is asked."""
    return next((place for place in places if form.is_asked(form.screens[place], answers, day)), None)
