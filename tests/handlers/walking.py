"""Walking through a form by its buttons, as taps that come back from a phone."""

from dataclasses import replace
from datetime import date

from handlers.calls.filling import Asking, Finished, Step, begin, on_screen, press
from handlers.tap.codec import decode, encode
from handlers.tap.form_tap import CANCEL, DONE, FormTap, Press
from storage.forms.form import Form
from storage.forms.question import Answers, Choices
from storage.hour import Hour
from tests.example_forms import FORMS

NONCE = "Zz09-_aBcD"
OLD, NEW = date(2015, 5, 1), date(2016, 8, 1)
"""A day before and a day after options and questions of the test form came and went."""


def tapped(form: Form, day: date, asking: Asking, pressed: Press) -> FormTap:
    """Write the tap of a button and read it again, as it comes back from a phone."""
    tap = replace(on_screen(FormTap(form, NONCE, Hour(day, 12), 0, CANCEL, {}), asking), press=pressed)
    return _read(encode(tap))


def _read(text: str) -> FormTap:
    tap = decode(text, FORMS)
    assert isinstance(tap, FormTap)
    return tap


def offered(form: Form, day: date, asking: Asking) -> list[Press]:
    """Return every button on a screen, without those for going back and breaking off."""
    screen = form.screens[asking.screen]
    places = sorted(form.offered(screen, asking.answers, day))
    return [*places, DONE] if isinstance(screen, Choices) else [*places]


def can_end(form: Form, end: Finished, day: date) -> bool:
    """Tell whether going forward, with the button of each screen that gives the end's answers, leads to it."""
    step: Step | None = begin(form, day)
    while isinstance(step, Asking):
        screen = form.screens[step.screen]
        if isinstance(screen, Choices):
            step = press(tapped(form, day, Asking(step.screen, _until(form, step.screen, end)), DONE), day)
        else:
            steps = [press(tapped(form, day, step, button), day) for button in offered(form, day, step)]
            step = end if end in steps else next((one for one in steps if _is_on_the_way(one, end)), None)
    return step == end


def _is_on_the_way(step: Step, end: Finished) -> bool:
    return isinstance(step, Asking) and step.answers.items() <= end.answers.items()


def _until(form: Form, screen: int, end: Finished) -> Answers:
    asked = {key for earlier in form.screens[: screen + 1] for key in earlier.questions}
    return {key: answer for key, answer in end.answers.items() if key in asked}
