"""Filling in a form whole: what was chosen on each screen, taken together as if tapped one after the other."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from handlers.calls.filling import Cancelled, Finished, begin, begin_like, press
from handlers.tap.form_tap import DONE, FormState, FormTap, UnreadableTap
from storage.forms.form import Form
from storage.forms.question import Answers
from storage.forms.screen import Choices, Screen

Chosen = Mapping[int, Collection[int]]
"""The places of the buttons that were chosen, by the place of their screen."""


@dataclass(frozen=True)
class MissingAnswer:
    """The place of the first screen that is asked and lacks an answer.

    It is ``refused`` where something was chosen there that is not offered after the answers before it.
    """

    screen: int
    refused: bool = False


def filled_in(form: Form, nonce: str, chosen: Chosen, day: date) -> Finished | MissingAnswer:
    """Return how a form ends that was filled in like this, for a call on ``day``.

    What was chosen on screens that are not asked does not count. Raises `UnreadableTap` for a button that there is
    none of, and for several where one is to be chosen.
    """
    state = begin(form, nonce, day)
    while True:
        screen = form.screens[state.screen]
        places = sorted(set(chosen.get(state.screen, ())))
        if any(place >= len(screen.flat) for place in places):
            raise UnreadableTap
        if not form.offered(screen, state.answers, day).issuperset(places):
            return MissingAnswer(state.screen, refused=True)
        if isinstance(screen, Choices):
            for place in places:
                state = _filled(press(FormTap(state, place), day))
            step = press(FormTap(state, DONE), day)
        elif not places:
            return MissingAnswer(state.screen)
        elif len(places) > 1:
            raise UnreadableTap
        else:
            step = press(FormTap(state, places[0]), day)
        if isinstance(step, Finished):
            return step
        state = _filled(step)


def chosen_like(form: Form, answers: Answers, day: date) -> Chosen:
    """Return what to choose for a call like an earlier one: everything but what the last screen asks."""
    like = begin_like(form, "", answers, day)
    screens = enumerate(form.screens[: like.screen])
    return {place: chosen for place, screen in screens if (chosen := _places(screen, like.answers))}


def _places(screen: Screen, answers: Answers) -> Collection[int]:
    """Return the buttons that give these answers."""
    given = {key: answers[key] for key in screen.questions if key in answers}
    if isinstance(screen, Choices):
        return {
            place
            for place, button in enumerate(screen.flat)
            for key, option in button.set.items()
            if option in given.get(key, ())
        }
    same = (place for place, button in enumerate(screen.flat) if button.outcome is None and button.set == given)
    return {next(same)} if given else set()


def _filled(step: FormState | Finished | Cancelled) -> FormState:
    if not isinstance(step, FormState):
        raise UnreadableTap
    return step
