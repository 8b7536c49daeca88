from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.calls.filling import Cancelled, Finished, Step, begin, press
from handlers.tap.form_tap import BACK, CANCEL, DONE, TIMING, FormState, FormTap, Press, UnreadableTap
from storage.forms.form import Form
from storage.forms.question import Answer, Answers, Question
from tests.example_forms import CALL, FORMS, VISITS
from tests.handlers.walking import NEW, NONCE, OLD, can_end, offered, read, tapped

DAYS = (OLD, date(2016, 1, 1), NEW)
WHO, WHAT, BACKGROUND, ALSO = range(4)
NAV = {"caller": "agency", "agency": "nav", "reason": "violence", "crisis": "yes", "minority": "no"}
VISIT: Answers = {"who": "man", "violence": (), "outside": "no", "phone": "no"}
LONGEST = 20
"""More taps than any form of the tests takes."""


def asked(form: Form, screen: int, answers: Answers) -> FormState:
    """Return a kept record of which one screen is asked again."""
    return FormState(form, NONCE, None, screen, answers, revision=7)


def again(form: Form, screen: int, answers: Answers, pressed: Press, day: date = NEW) -> Step:
    """Press a button of a kept record's screen, as it comes back from a phone."""
    return press(read(FormTap(asked(form, screen, answers), pressed)), day)


def by_label(form: Form, screen: int, answers: Answers, *labels: str) -> Step:
    """Press these buttons of a record's screen and of what it asks next."""
    step: Step = asked(form, screen, answers)
    for label in labels:
        assert isinstance(step, FormState)
        step = again(form, step.screen, step.answers, _place(form, step.screen, label))
    return step


def _place(form: Form, screen: int, label: str) -> Press:
    flat = [button.label.nb for button in form.screens[screen].flat]
    return flat.index(label) if label in flat else label


def filled_in(form: Form, day: date, data: st.DataObject) -> Finished:
    """Fill a form in at random, to an end."""
    step: Step = begin(form, NONCE, day)
    for tap in range(LONGEST):
        if isinstance(step, Finished):
            break
        assert isinstance(step, FormState)
        step = press(tapped(step, day, any_button(step, day, data, tap)), day)
    assert isinstance(step, Finished)
    return step


def any_button(shown: FormState, day: date, data: st.DataObject, tap: int) -> Press:
    """Draw a button of a screen; every fourth tap is `DONE`, where there is one."""
    buttons = offered(shown, day)
    return DONE if DONE in buttons and tap % 4 == 3 else data.draw(st.sampled_from(buttons))


def could_be_filled_in(form: Form, end: Finished, day: date) -> bool:
    """Tell whether the form could have given a record, but for what is asked later; that only adds."""
    now = {key: answer for key, answer in end.answers.items() if not form.by_key[key].later}
    return can_end(form, Finished(end.outcome, now), day) and form.pruned(end.answers, day) == end.answers


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(list(FORMS)), st.sampled_from(DAYS), st.data())
def test_whatever_is_corrected_the_form_could_have_given_by_filling_in(
    key: str, day: date, data: st.DataObject
) -> None:
    form, end = FORMS[key], filled_in(FORMS[key], day, data)
    for _ in range(2):
        answers = end.answers if end.outcome == "registered" else {}
        step: Step = asked(form, data.draw(st.sampled_from(_askable(form, answers, day))), answers)
        for tap in range(LONGEST):
            if not isinstance(step, FormState):
                break
            step = again(form, step.screen, step.answers, any_button(step, day, data, tap), day)
        assert isinstance(step, Finished)
        assert could_be_filled_in(form, step, day)
        end = step


def _askable(form: Form, answers: Answers, day: date) -> list[int]:
    later = [place for place, screen in enumerate(form.screens) if form.is_later(screen)] if answers else []
    return later + [place for place, screen in enumerate(form.screens) if form.is_asked(screen, answers, day)]


@given(st.sampled_from(list(FORMS)), st.data())
def test_a_hostile_correction_is_refused_or_ends_as_the_form_can_end(key: str, data: st.DataObject) -> None:
    form = FORMS[key]
    claimed = st.fixed_dictionaries({}, optional={q.key: _claimed(q) for q in form.questions})
    screen = data.draw(st.integers(0, len(form.screens) - 1))
    places = range(len(form.screens[screen].flat))
    try:
        step = again(form, screen, data.draw(claimed), data.draw(st.sampled_from(places)))
    except UnreadableTap:
        return

    assert not isinstance(step, Finished) or could_be_filled_in(form, step, NEW)


def _claimed(question: Question) -> st.SearchStrategy[Answer]:
    if question.kind == "one":
        return st.sampled_from(question.option_keys)
    return st.lists(st.sampled_from(question.option_keys), max_size=2, unique=True).map(tuple)


def test_one_screen_asked_again_ends_after_one_tap_and_leaves_the_others() -> None:
    assert by_label(CALL, WHAT, NAV, "Oppfølging") == Finished(
        "registered", {**NAV, "reason": "follow_up", "crisis": "no"}
    )


def test_another_caller_drops_what_was_said_of_the_first() -> None:
    kept = {"reason": "violence", "crisis": "yes", "minority": "no"}

    assert by_label(CALL, WHO, NAV, "Mann – en annen") == Finished(
        "registered", {"caller": "man", "behalf": "other", **kept}
    )


def test_what_a_new_answer_leaves_open_is_asked_and_nothing_else() -> None:
    step = by_label(VISITS, 1, VISIT, "Fysisk", DONE, "Ja")

    assert step == asked(VISITS, 3, {**VISIT, "violence": ("physical",), "injured": "yes"})


def test_a_call_without_details_is_asked_everything() -> None:
    assert by_label(CALL, WHO, {}, "NAV", "KRISE – vold", "Nei") == Finished("registered", NAV)


@pytest.mark.parametrize(
    ("label", "end"),
    [
        ("Taus samtale", Finished("irrelevant", {"aside": "silent"})),
        ("Vil ikke registreres", Finished("declined", {})),
    ],
)
def test_an_end_at_once_keeps_no_answer_that_it_contradicts(label: str, end: Finished) -> None:
    assert by_label(CALL, WHO, {**NAV, "also": ("guidance",)}, label) == end


def test_what_else_was_mentioned_is_added_and_taken_away_tap_by_tap() -> None:
    chosen = by_label(CALL, ALSO, NAV, "Råd og veiledning", "Oppfølging og koordinering")
    assert chosen == asked(CALL, ALSO, {**NAV, "also": ("follow_up", "guidance")})

    fewer = by_label(CALL, ALSO, chosen.answers, "Råd og veiledning")
    none = by_label(CALL, ALSO, chosen.answers, "Råd og veiledning", "Oppfølging og koordinering", DONE)

    assert fewer == asked(CALL, ALSO, {**NAV, "also": ("follow_up",)})
    assert none == Finished("registered", NAV)


def test_the_main_reason_is_not_offered_as_mentioned_too() -> None:
    with pytest.raises(UnreadableTap):
        by_label(CALL, ALSO, NAV, "Konkret om vold")


def test_what_was_mentioned_is_dropped_when_it_becomes_the_main_reason() -> None:
    end = by_label(CALL, WHAT, {**NAV, "also": ("follow_up", "guidance")}, "Oppfølging")
    last = by_label(CALL, WHAT, {**NAV, "also": ("follow_up",)}, "Oppfølging")

    assert isinstance(end, Finished)
    assert isinstance(last, Finished)
    assert end.answers["also"] == ("guidance",)
    assert "also" not in last.answers


@pytest.mark.parametrize("screen", [WHO, WHAT, BACKGROUND, ALSO])
def test_breaking_off_changes_nothing_on_any_screen(screen: int) -> None:
    assert again(CALL, screen, NAV, CANCEL) == Cancelled()


def test_going_back_leads_to_the_screen_before_and_from_the_first_nowhere() -> None:
    assert again(CALL, WHAT, NAV, BACK) == asked(CALL, WHO, NAV)
    assert again(CALL, WHO, NAV, BACK) == asked(CALL, WHO, NAV)


@pytest.mark.parametrize("sign", sorted(TIMING))
def test_a_sign_that_a_correction_has_no_button_for_is_refused(sign: str) -> None:
    with pytest.raises(UnreadableTap):
        press(FormTap(asked(CALL, WHAT, NAV), sign), NEW)


@pytest.mark.parametrize(
    ("screen", "answers"),
    [
        pytest.param(2, VISIT, id="a screen that these answers do not lead to"),
        pytest.param(0, {**VISIT, "who": "youth"}, id="an answer that was not in use that day"),
        pytest.param(0, {**VISIT, "letter": "yes"}, id="a question that was not in use that day"),
        pytest.param(0, {**VISIT, "injured": "yes"}, id="an answer without its condition"),
    ],
)
def test_a_correction_that_the_form_cannot_ask_for_is_refused(screen: int, answers: Answers) -> None:
    with pytest.raises(UnreadableTap):
        press(FormTap(asked(VISITS, screen, answers), 0), NEW)


@pytest.mark.parametrize(("nonce", "revision"), [(NONCE, 7), (NONCE, 8), ("0000000000", 7)])
def test_what_a_correction_asks_next_is_asked_of_the_same_record_at_the_same_revision(
    nonce: str, revision: int
) -> None:
    corrected = FormState(CALL, nonce, None, WHO, {}, revision=revision)

    step = press(read(FormTap(corrected, _place(CALL, WHO, "NAV"))), NEW)

    assert step == replace(corrected, screen=WHAT, answers={"caller": "agency", "agency": "nav"})
