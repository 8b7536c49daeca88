"""Filling in a form whole: what was chosen on each screen, taken together as if tapped one after the other."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from handlers.calls.filling import Cancelled, Finished, begin, press
from handlers.tap.form_tap import DONE, FormState, FormTap, UnreadableTap
from storage.forms.form import Form
from storage.forms.question import Choices

Chosen = Mapping[int, Collection[int]]
"""The places of the buttons that were chosen, by the place of their screen."""


@dataclass(frozen=True)
class Unanswered:
    """The place of the first screen that is asked, and that nothing was chosen on."""

    screen: int


def filled_in(form: Form, nonce: str, chosen: Chosen, day: date) -> Finished | Unanswered:
    """Return how a form ends that was filled in like this, for a call on ``day``.

    What was chosen on screens that are not asked does not count. Raises `UnreadableTap` for a button that is not
    offered, and for several where one is to be chosen.
    """
    state = begin(form, nonce, day)
    while True:
        screen = form.screens[state.screen]
        places = sorted(set(chosen.get(state.screen, ())))
        if isinstance(screen, Choices):
            for place in places:
                state = _filled(press(FormTap(state, place), day))
            step = press(FormTap(state, DONE), day)
        elif not places:
            return Unanswered(state.screen)
        elif len(places) > 1:
            raise UnreadableTap
        else:
            step = press(FormTap(state, places[0]), day)
        if isinstance(step, Finished):
            return step
        state = _filled(step)


def _filled(step: FormState | Finished | Cancelled) -> FormState:
    if not isinstance(step, FormState):
        raise UnreadableTap
    return step
