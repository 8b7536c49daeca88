from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.tap.form_tap import (
    AT,
    BACK,
    CANCEL,
    DAY,
    DAYS,
    DONE,
    NIGHT,
    REVISIONS,
    TIMING,
    WHEN,
    FormState,
    FormTap,
    OutdatedTap,
    Press,
    UnreadableTap,
)
from storage.forms.form import Form
from storage.forms.question import Answers
from storage.hour import Hour
from tests.example_forms import CALL, FORMS, VISITS
from tests.handlers.tap.any_tap import form_states, form_taps, hours, nonces

NONCE = "Zz09-_aBcD"
WHO, WHAT, BACKGROUND, ALSO = range(4)
VIOLENCE_OF_VISIT = 1
NAV: Answers = {"caller": "agency", "agency": "nav", "reason": "violence", "crisis": "yes"}
SECOND = Hour.parse("1970-01-01T01")


def state(
    screen: int,
    answers: Answers,
    form: Form = CALL,
    hour: Hour | None = None,
    revision: int | None = None,
    *,
    leaving: bool = False,
) -> FormState:
    """Return a form on a screen."""
    return FormState(form, NONCE, hour, screen, answers, leaving, revision)


SENT: list[tuple[FormState, Press, str]] = [
    (state(WHO, {}), 3, "....AD......."),
    (state(WHO, {}), WHEN, "....A?......."),
    (state(BACKGROUND, NAV, hour=SECOND), BACK, "AAABC<C.CAA.."),
    (state(BACKGROUND, NAV, hour=SECOND), AT, "AAABC@C.CAA.."),
    (state(BACKGROUND, NAV, hour=SECOND, leaving=True), CANCEL, "gAABC!C.CAA.."),
    (state(ALSO, {**NAV, "also": ("guidance",)}, revision=65), DONE, "=ABBD=C.CAA..E"),
    (
        state(VIOLENCE_OF_VISIT, {"who": "woman", "violence": ("physical", "digital")}, VISITS, SECOND),
        7,
        "AAABBHABB......",
    ),
]


@pytest.mark.parametrize(("at", "pressed", "written"), SENT)
def test_a_tap_is_written_and_read_as_it_was_when_it_was_sent(at: FormState, pressed: Press, written: str) -> None:
    text = f"{at.form.key}:{at.form.fingerprint[:3]}{NONCE}{written}"

    assert FormTap(at, pressed).text == text
    assert FormTap.read(text, FORMS) == FormTap(at, pressed)


@given(form_taps())
def test_a_tap_that_is_read_is_found_among_what_was_written_with_its_answers_in_order(tap: FormTap) -> None:
    answers = tap.state.form.in_order(tap.state.answers)
    written = FormTap(replace(tap.state, answers=answers), tap.press)

    assert {written: "found"}[FormTap.read(tap.text, FORMS)] == "found"


@given(form_states(), form_states())
def test_states_that_differ_are_written_differently(one: FormState, other: FormState) -> None:
    assert (one.text == other.text) == (one == other)


@given(form_states(), nonces, hours, st.booleans(), st.integers(0, REVISIONS - 1))
def test_records_that_are_filled_in_alike_have_one_bare_state(
    one: FormState, nonce: str, hour: Hour, leaving: bool, number: int
) -> None:
    revision = None if one.revision is None else number
    other = replace(one, nonce=nonce, hour=hour, leaving=leaving, revision=revision)

    assert one.bare == other.bare
    assert hash(one.bare) == hash(other.bare)


@given(form_states(), form_states())
def test_a_bare_state_is_taken_back_to_its_record_or_to_another_and_changes_nothing_else(
    one: FormState, other: FormState
) -> None:
    moved = one.bare.of(other)

    assert one.bare.of(one) == one
    assert (moved.nonce, moved.hour, moved.leaving) == (other.nonce, other.hour, other.leaving)
    assert (moved.revision, moved.form) == (other.revision, one.form)
    assert (moved.screen, moved.answers) == (one.screen, one.answers)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(state(WHAT, NAV, revision=0), id="a correction"),
        pytest.param(state(BACKGROUND, NAV), id="another screen"),
        pytest.param(state(WHAT, {**NAV, "crisis": "no"}), id="another answer"),
        pytest.param(state(WHAT, NAV, VISITS), id="another form"),
    ],
)
def test_what_is_filled_in_otherwise_has_another_bare_state(other: FormState) -> None:
    assert state(WHAT, NAV).bare != other.bare


@pytest.mark.parametrize(("revision", "later"), [(None, []), (0, ["also"])])
def test_only_a_correction_carries_what_is_asked_later(revision: int | None, later: list[str]) -> None:
    carried = [question.key for question in state(WHO, {}, revision=revision).carried]

    assert carried == ["caller", "behalf", "agency", "reason", "crisis", "minority", "aside", *later]


LAST_OF_WHO = len(CALL.screens[WHO].flat) - 1


@pytest.mark.parametrize(
    ("at", "pressed", "possible"),
    [
        (state(WHO, {}), LAST_OF_WHO, True),
        (state(WHO, {}), LAST_OF_WHO + 1, False),
        (state(len(CALL.screens), {}), CANCEL, False),
        (state(WHAT, NAV), BACK, True),
        (state(WHAT, NAV), CANCEL, True),
        (state(WHAT, NAV), DONE, False),
        (state(ALSO, NAV, revision=0), DONE, True),
        (state(WHAT, NAV), AT, True),
        *[(state(WHO, {}), sign, True) for sign in sorted(TIMING)],
        *[(state(screen, NAV), sign, False) for sign in (WHEN, NIGHT, DAYS, DAY) for screen in (WHO, WHAT)],
        *[(state(WHAT, {}), sign, False) for sign in (WHEN, NIGHT, DAYS, DAY)],
    ],
)
def test_a_tap_is_possible_where_its_screen_has_the_button_and_the_time_is_chosen_before_any_answer(
    at: FormState, pressed: Press, *, possible: bool
) -> None:
    assert FormTap(at, pressed).is_possible is possible


@given(form_states(), st.integers(0, 63))
def test_a_tap_is_read_where_it_is_possible_and_refused_elsewhere(at: FormState, pressed: int) -> None:
    tap = FormTap(at, pressed)

    if tap.is_possible:
        assert FormTap.read(tap.text, FORMS) == tap
    else:
        with pytest.raises(UnreadableTap):
            FormTap.read(tap.text, FORMS)


@pytest.mark.parametrize("forms", [{}, {"call": VISITS}])
def test_an_outdated_tap_names_its_record(forms: dict[str, Form]) -> None:
    with pytest.raises(OutdatedTap) as raised:
        FormTap.read(FormTap(state(WHO, {}), 0).text, forms)

    assert raised.value.nonce == NONCE
