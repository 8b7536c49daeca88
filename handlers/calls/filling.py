"""Filling in a form: from its state and the button pressed to the next screen or a finished record."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from handlers.tap.form_tap import BACK, CANCEL, DONE, FormTap, UnreadableTap
from storage.forms.form import Form
from storage.forms.question import Answer, AnswerButton, Answers, Choices, Outcome, Screen


@dataclass(frozen=True)
class Finished:
    """The form has ended in a record."""

    outcome: Outcome
    answers: Answers


@dataclass(frozen=True)
class Cancelled:
    """The person cancelled; there is nothing to keep."""


Step = FormTap | Finished | Cancelled
"""What follows a tap: a screen, as a tap that stands on it before anything is pressed there, or an end."""


def begin(form: Form, nonce: str, day: date) -> FormTap:
    """Return a fresh form on its first screen, for a call on ``day``."""
    return FormTap(form, nonce, None, _first_asked(form, range(len(form.screens)), {}, day) or 0, CANCEL, {})


def begin_like(form: Form, nonce: str, answers: Answers, day: date) -> FormTap:
    """Return a form on its last screen, with everything before it answered as in an earlier record.

    What the last screen asks is never guessed. Where the answers can no longer be given, it is on the first one.
    """
    kept = {key: answer for key, answer in form.pruned(answers, day).items() if not form.by_key[key].later}
    last = max(place for place, screen in enumerate(form.screens) if form.is_asked(screen, kept, day))
    earlier = form.pruned(_given(form.screens[:last], kept), day)
    fresh = begin(form, nonce, day)
    return _on_screen(fresh, last, earlier) if _led_to(form, last, earlier, day) else fresh


def press(tap: FormTap, day: date) -> Step:
    """Return what follows a tap, for a call on ``day``.

    In a correction, what follows is whatever the new answers leave open, and then the end. Raises `UnreadableTap`
    for a button that is not offered, or answers that the form cannot have led to.
    """
    if not _led_here(tap, day):
        raise UnreadableTap
    if tap.press == CANCEL:
        return Cancelled()
    if tap.press == BACK and tap.revision is None:
        before = _first_asked(tap.form, reversed(range(tap.screen)), tap.answers, day)
        return _on_screen(tap, tap.screen if before is None else before, tap.answers)
    if tap.press == DONE:
        return _after(tap, tap.answers, day)
    return _pressed(tap, day)


def has_before(form: Form, screen: int, answers: Answers, day: date) -> bool:
    """Tell whether there is a screen to go back to."""
    return _first_asked(form, range(screen), answers, day) is not None


def can_be_given(form: Form, key: str, answer: Answer, day: date) -> bool:
    """Tell whether a screen has buttons that give this answer, for a call on ``day``."""
    question = form.by_key[key]
    options = (answer,) if isinstance(answer, str) else answer
    return (
        isinstance(answer, str) == (question.kind == "one")
        and any(key in screen.questions for screen in form.screens)
        and {option.key for option in question.options if option.in_use(day)}.issuperset(options)
    )


def _led_here(tap: FormTap, day: date) -> bool:
    """Tell whether the tap's screen is asked, and its answers can come from the screens before it.

    A correction may ask any screen, including those that are asked later.
    """
    if tap.revision is None:
        return _led_to(tap.form, tap.screen, tap.answers, day)
    screen = tap.form.screens[tap.screen]
    asked = tap.form.is_later(screen) or tap.form.is_asked(screen, tap.answers, day)
    return asked and _can_all_be_given(tap.form, tap.answers, day)


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


def _pressed(tap: FormTap, day: date) -> Step:
    screen = tap.form.screens[tap.screen]
    # A correction has no button for going back, nor for the time.
    if tap.press not in tap.form.offered(screen, tap.answers, day):
        raise UnreadableTap
    button = screen.flat[int(tap.press)]
    if isinstance(screen, Choices):
        return _on_screen(tap, tap.screen, _toggled(tap, button, day))
    if button.outcome is not None:
        return _ended(tap, button, button.outcome, day)
    kept = {key: answer for key, answer in tap.answers.items() if key not in screen.questions}
    return _after(tap, tap.form.pruned(kept | button.set, day), day)


def _toggled(tap: FormTap, button: AnswerButton, day: date) -> Answers:
    [(question, option)] = button.set.items()
    chosen = tap.answers.get(question, ())
    keys = tap.form.by_key[question].option_keys
    answer: Answer = tuple(key for key in keys if (key in chosen) != (key == option))
    return tap.form.pruned({**tap.answers, question: answer}, day)


def _ended(tap: FormTap, button: AnswerButton, outcome: Outcome, day: date) -> Finished:
    if outcome == "declined":
        return Finished(outcome, {})
    earlier = _given(tap.form.screens[: tap.screen], tap.answers) if outcome == "registered" else {}
    return Finished(outcome, tap.form.pruned({**earlier, **button.set}, day))


def _after(tap: FormTap, answers: Answers, day: date) -> Step:
    screen = tap.form.screens[tap.screen]
    if isinstance(screen, Choices):
        answers = tap.form.pruned({**dict.fromkeys(screen.questions, ()), **answers}, day)
    screens = tap.form.screens
    if tap.revision is None:
        places = list(range(tap.screen + 1, len(screens)))
    else:
        places = [place for place, one in enumerate(screens) if not _passed(tap.form, one, answers, day)]
    following = _first_asked(tap.form, places, answers, day)
    return Finished("registered", answers) if following is None else _on_screen(tap, following, answers)


def _first_asked(form: Form, places: Iterable[int], answers: Answers, day: date) -> int | None:
    """Return the first of these screens that is asked."""
    return next((place for place in places if form.is_asked(form.screens[place], answers, day)), None)


def _on_screen(tap: FormTap, screen: int, answers: Answers) -> FormTap:
    return replace(tap, screen=screen, answers=answers, press=CANCEL)
