"""A form that is filled in whole comes to what tapping its buttons one by one comes to."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.calls.filling import Finished, Step, begin, press
from handlers.calls.whole_form import Chosen, MissingAnswer, chosen_like, filled_in
from handlers.tap.form_tap import DONE, FormState, FormTap, Press, UnreadableTap
from storage.forms.form import Form
from storage.forms.reader import OWN_FORMS, read_form
from storage.forms.screen import Choices
from tests.example_forms import CALL, TEST_FORMS, VISITS
from tests.handlers.walking import NEW, NONCE, OLD, offered

FORMS = [
    CALL,
    VISITS,
    *(read_form(OWN_FORMS / f"{name}.toml") for name in ("outgoing", "phone_consultation")),
    read_form(TEST_FORMS / "linea144.toml"),
]
FORM = st.sampled_from(FORMS)
DAY = st.sampled_from([OLD, date(2016, 1, 1), NEW])
ALL_BUT_ONE = {0: {5}, 1: {1}}
POLICE_IN_VIOLENCE = {0: {5}, 1: {1}, 2: {2}}


@st.composite
def _choices(draw: st.DrawFn, form: Form) -> Mapping[int, set[int]]:
    """Choose at random, also what cannot be combined: at most one button where one is to be chosen."""
    chosen: dict[int, set[int]] = {}
    for place, screen in enumerate(form.screens):
        most = len(screen.flat) if isinstance(screen, Choices) else 1
        chosen[place] = draw(st.sets(st.integers(0, len(screen.flat) - 1), max_size=most))
    return chosen


def _tap(shown: FormState, pressed: Press, day: date) -> Step:
    """Tap a button as it comes back from a phone."""
    return press(FormTap.read(FormTap(shown, pressed).text, {shown.form.key: shown.form}), day)


def _tapped_through(form: Form, chosen: Chosen, day: date) -> Step | MissingAnswer:
    """Tap what was chosen, each button where it is offered, as in the chat."""
    step: Step = begin(form, NONCE, day)
    while isinstance(step, FormState):
        screen, place = form.screens[step.screen], step.screen
        for button in sorted(chosen.get(place, ())):
            assert isinstance(step, FormState)
            if button not in offered(step, day):
                return MissingAnswer(place, refused=True)
            step = _tap(step, button, day)
        if isinstance(screen, Choices):
            assert isinstance(step, FormState)
            step = _tap(step, DONE, day)
        elif not chosen.get(place):
            return MissingAnswer(place)
    return step


@given(FORM, DAY, st.data())
def test_filled_in_whole_it_ends_as_tapped_one_by_one(form: Form, day: date, data: st.DataObject) -> None:
    chosen = data.draw(_choices(form))

    assert filled_in(form, NONCE, chosen, day) == _tapped_through(form, chosen, day)


@given(FORM, DAY, st.data())
def test_one_more_like_a_call_lacks_at_most_its_last_screens(form: Form, day: date, data: st.DataObject) -> None:
    end = filled_in(form, NONCE, data.draw(_choices(form)), day)
    if not isinstance(end, Finished) or end.outcome != "registered":
        return

    like = chosen_like(form, end.answers, day)
    again = filled_in(form, NONCE, like, day)

    assert all(len(places) == 1 or isinstance(form.screens[screen], Choices) for screen, places in like.items())
    if isinstance(again, MissingAnswer):
        assert not again.refused
        assert again.screen >= len(like)
    else:
        assert isinstance(form.screens[-1], Choices)


def test_one_more_like_a_call_is_filled_in_but_for_its_last_screen() -> None:
    end = filled_in(CALL, NONCE, POLICE_IN_VIOLENCE, NEW)
    assert isinstance(end, Finished)

    assert chosen_like(CALL, end.answers, NEW) == ALL_BUT_ONE


@pytest.mark.parametrize(
    ("chosen", "unanswered"),
    [
        ({}, MissingAnswer(0)),
        (ALL_BUT_ONE, MissingAnswer(2)),
        ({1: {1}, 2: {2}}, MissingAnswer(0)),
    ],
)
def test_the_first_screen_that_lacks_an_answer_is_named(chosen: Chosen, unanswered: MissingAnswer) -> None:
    assert filled_in(CALL, NONCE, chosen, NEW) == unanswered


def test_what_is_not_in_use_on_the_day_of_the_call_is_refused_where_it_was_chosen() -> None:
    youth = {0: {2}}

    assert filled_in(VISITS, NONCE, youth, NEW) == MissingAnswer(0, refused=True)


@pytest.mark.parametrize("chosen", [{0: {99}}, {0: {1, 2}}])
def test_what_no_page_of_ours_can_send_is_refused(chosen: Chosen) -> None:
    with pytest.raises(UnreadableTap):
        filled_in(CALL, NONCE, chosen, NEW)
