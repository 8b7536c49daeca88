from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.calls.filling import Finished, press
from handlers.tap.form_tap import CANCEL, Press, UnreadableTap
from storage.forms.question import Answer, Question
from tests.example_forms import CALL, FORMS, VISITS
from tests.handlers.walking import NEW, OLD, can_end, on_screen, tapped

NAV = {"caller": "agency", "agency": "nav"}
WHY = {"reason": "violence", "crisis": "no"}


@given(st.sampled_from(list(FORMS)), st.data())
def test_a_hostile_tap_is_refused_or_ends_as_the_buttons_can_end(key: str, data: st.DataObject) -> None:
    form = FORMS[key]
    claimed = st.fixed_dictionaries(
        {}, optional={key: _claimed(question) for key, question in form.by_key.items()}
    )
    shown = on_screen(form, NEW, data.draw(st.integers(0, len(form.screens) - 1)), data.draw(claimed))
    places = range(len(form.screens[shown.screen].flat))
    try:
        step = press(tapped(shown, NEW, data.draw(st.sampled_from(places))), NEW)
    except UnreadableTap:
        return

    assert not isinstance(step, Finished) or can_end(form, step, NEW)


def _claimed(question: Question) -> st.SearchStrategy[Answer]:
    if question.kind == "one":
        return st.sampled_from(question.option_keys)
    return st.sampled_from([(), ("physical",), ("material",), ("physical", "digital")])


@pytest.mark.parametrize(
    ("screen", "pressed", "answers"),
    [
        pytest.param(1, 0, {}, id="a screen not reached"),
        pytest.param(2, 0, NAV, id="a screen stepped over"),
        pytest.param(2, CANCEL, WHY, id="the first screen not answered"),
        pytest.param(1, 0, {"caller": "agency"}, id="half a button's answers"),
        pytest.param(1, 0, {"caller": "woman", "agency": "nav"}, id="an answer whose condition fails"),
        pytest.param(1, 0, {"agency": "nav"}, id="an answer without its condition"),
        pytest.param(1, 0, {"caller": "woman", "behalf": "unknown"}, id="a pair no button gives"),
        pytest.param(2, 0, {**NAV, **WHY, "aside": "silent"}, id="an answer only an ending button gives"),
        pytest.param(0, 0, {**NAV, "aside": "silent"}, id="the same, ahead of the screen"),
    ],
)
def test_answers_the_call_form_cannot_have_led_to_are_refused(
    screen: int, pressed: Press, answers: dict[str, str]
) -> None:
    with pytest.raises(UnreadableTap):
        press(tapped(on_screen(CALL, NEW, screen, answers), NEW, pressed), NEW)


@pytest.mark.parametrize(
    ("day", "screen", "pressed", "answers"),
    [
        pytest.param(NEW, 0, 2, {}, id="a retired option"),
        pytest.param(NEW, 1, 3, {"who": "woman"}, id="a retired option of a several"),
        pytest.param(OLD, 1, 6, {"who": "woman"}, id="an option not yet in use"),
        pytest.param(NEW, 1, 0, {"who": "youth"}, id="a retired option answered before"),
        pytest.param(NEW, 2, 0, {"who": "man", "violence": ("physical", "material")}, id="the same in a several"),
        pytest.param(NEW, 2, 0, {"who": "man", "violence": ("mental",)}, id="a screen that is not asked"),
        pytest.param(NEW, 4, 1, {"who": "unknown", "violence": ()}, id="a button that is not offered"),
        pytest.param(OLD, 5, 0, {"who": "man", "violence": (), "outside": "no"}, id="a question to come"),
        pytest.param(
            NEW, 6, 0, {"who": "man", "violence": (), "outside": "no", "phone": "no"}, id="a question past"
        ),
        pytest.param(NEW, 4, 0, {"who": "man"}, id="a several stepped over"),
    ],
)
def test_a_button_that_is_not_there_is_refused(
    day: date, screen: int, pressed: Press, answers: dict[str, Answer]
) -> None:
    with pytest.raises(UnreadableTap):
        press(tapped(on_screen(VISITS, day, screen, answers), day, pressed), day)
