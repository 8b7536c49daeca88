"""Walking through a form by its buttons, as taps that come back from a phone."""

from dataclasses import replace
from datetime import date

from handlers.calls.filling import Finished, Step, begin, press
from handlers.tap.codec import decode, encode
from handlers.tap.form_tap import DONE, FormState, FormTap, Press
from storage.forms.form import Form
from storage.forms.question import Answers
from storage.forms.screen import Choices
from storage.hour import Hour
from tests.example_forms import FORMS

NONCE = "Zz09-_aBcD"
OLD, NEW = date(2015, 5, 1), date(2016, 8, 1)
"""A day before and a day after options and questions of the test form came and went."""


def on_screen(form: Form, day: date, screen: int, answers: Answers) -> FormState:
    """Return a form on one of its screens, for a call at noon."""
    return FormState(form, NONCE, Hour(day, 12), screen, answers)


def tapped(shown: FormState, day: date, pressed: Press) -> FormTap:
    """Return the tap of a button of a screen at noon, as it comes back from a phone."""
    return read(FormTap(replace(shown, hour=Hour(day, 12)), pressed))


def read(written: FormTap) -> FormTap:
    """Write a tap and read it again."""
    tap = decode(encode(written), FORMS)
    assert isinstance(tap, FormTap)
    return tap


def offered(shown: FormState, day: date) -> list[Press]:
    """Return every button on a screen, without those for going back and breaking off."""
    screen = shown.form.screens[shown.screen]
    places = sorted(shown.form.offered(screen, shown.answers, day))
    return [*places, DONE] if isinstance(screen, Choices) else [*places]


def can_end(form: Form, end: Finished, day: date) -> bool:
    """Tell whether going forward, with the button of each screen that gives the end's answers, leads to it."""
    step: Step | None = begin(form, NONCE, day)
    while isinstance(step, FormState):
        screen = form.screens[step.screen]
        if isinstance(screen, Choices):
            chosen = replace(step, answers=_until(form, step.screen, end))
            step = press(tapped(chosen, day, DONE), day)
        else:
            steps = [press(tapped(step, day, button), day) for button in offered(step, day)]
            step = end if end in steps else next((one for one in steps if _is_on_the_way(one, end)), None)
    return step == end


def _is_on_the_way(step: Step, end: Finished) -> bool:
    return isinstance(step, FormState) and step.answers.items() <= end.answers.items()


def _until(form: Form, screen: int, end: Finished) -> Answers:
    asked = {key for earlier in form.screens[: screen + 1] for key in earlier.questions}
    return {key: answer for key, answer in end.answers.items() if key in asked}
