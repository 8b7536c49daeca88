from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.calls.filling import Cancelled, Finished, Step, begin, has_before, press
from handlers.tap.form_tap import BACK, CANCEL, DONE, FormState, Press
from storage.forms.form import Form
from storage.forms.question import Answer, Answers
from tests.example_forms import CALL, FORMS, VISITS
from tests.handlers.walking import NEW, NONCE, OLD, can_end, offered, on_screen, tapped

DAYS = (OLD, date(2016, 1, 1), NEW)


def _walk(form: Form, day: date, *pressed: Press | str) -> Step:
    """Press one button after the other, by place, by bokmål label or by sign."""
    step: Step = begin(form, NONCE, day)
    for button in pressed:
        assert isinstance(step, FormState)
        labels = [b.label.nb for b in form.screens[step.screen].flat]
        place = labels.index(button) if button in labels else button
        step = press(tapped(step, day, place), day)
    return step


def _paths(shown: FormState, day: date, taps: int = 0) -> Iterator[tuple[int, Finished]]:
    """Every way forward from a screen to a record, with the number of taps it takes."""
    for button in offered(shown, day):
        step = press(tapped(shown, day, button), day)
        if isinstance(step, Finished):
            yield taps + 1, step
        elif isinstance(step, FormState):
            yield from _paths(step, day, taps + 1)


def _by_the_form(form: Form, answers: Answers, day: date) -> bool:
    """Whether exactly the questions in use whose `when` holds could have given these answers."""
    return all(
        form.by_key[key].in_use(day)
        and form.by_key[key].applies(answers)
        and all(form.by_key[key].option(option).in_use(day) for option in _chosen(answer))
        for key, answer in answers.items()
    )


def _chosen(answer: Answer) -> tuple[str, ...]:
    return (answer,) if isinstance(answer, str) else answer


CALL_PATHS = list(_paths(begin(CALL, NONCE, NEW), NEW))


def test_every_path_of_the_call_form_ends_after_three_taps_and_the_one_tap_ends_after_one() -> None:
    registered = [taps for taps, end in CALL_PATHS if end.outcome == "registered"]
    others = [(taps, end.outcome, dict(end.answers)) for taps, end in CALL_PATHS if end.outcome != "registered"]

    assert registered == [3] * (12 * 8 * 3)
    assert others == [
        (1, "irrelevant", {"aside": "silent"}),
        (1, "irrelevant", {"aside": "other"}),
        (1, "declined", {}),
    ]


def test_no_two_paths_of_the_call_form_give_the_same_answers() -> None:
    assert len({tuple(end.answers.items()) for _, end in CALL_PATHS}) == len(CALL_PATHS)


def test_every_registered_call_says_who_why_and_the_background_and_never_an_aside() -> None:
    for _, end in CALL_PATHS:
        if end.outcome == "registered":
            private = end.answers["caller"] != "agency"
            who = ["caller", "behalf" if private else "agency"]
            assert list(end.answers) == [*who, "reason", "crisis", "minority"]


@given(st.sampled_from(list(FORMS)), st.sampled_from(DAYS), st.data())
def test_going_on_and_back_at_will_never_leaves_an_answer_the_form_would_not_have(
    key: str, day: date, data: st.DataObject
) -> None:
    form = FORMS[key]
    step: Step = begin(form, NONCE, day)
    for _ in range(30):
        if not isinstance(step, FormState):
            break
        assert _by_the_form(form, step.answers, day)
        buttons = offered(step, day)
        assert buttons
        step = press(tapped(step, day, data.draw(st.sampled_from([*buttons, BACK]))), day)

    if isinstance(step, Finished):
        assert _by_the_form(form, step.answers, day)
        assert can_end(form, step, day)


def test_back_keeps_the_answers_and_a_change_drops_what_no_longer_applies() -> None:
    back = _walk(CALL, NEW, "NAV", "Vold", BACK, BACK)
    changed = _walk(CALL, NEW, "NAV", "Vold", BACK, BACK, "Mann – seg selv")

    assert back == on_screen(
        CALL, NEW, 0, {"caller": "agency", "agency": "nav", "reason": "violence", "crisis": "no"}
    )
    assert changed == on_screen(
        CALL, NEW, 1, {"caller": "man", "behalf": "self", "reason": "violence", "crisis": "no"}
    )


def test_a_change_drops_answers_that_hang_on_answers_that_hang_on_it() -> None:
    answered = _walk(VISITS, NEW, "Kvinne", "Fysisk", DONE, "Ja", "Nei")
    assert isinstance(answered, FormState)
    assert dict(answered.answers) == {"who": "woman", "violence": ("physical",), "injured": "yes", "doctor": "no"}

    changed = press(tapped(replace(answered, screen=1), NEW, 0), NEW)

    assert changed == on_screen(VISITS, NEW, 1, {"who": "woman", "violence": ()})


def test_a_change_drops_what_the_same_button_had_answered_besides() -> None:
    step = _walk(VISITS, NEW, "Mann", DONE, "Lenger unna", BACK, "Utenfra")

    assert step == on_screen(VISITS, NEW, 5, {"who": "man", "violence": (), "outside": "yes"})


def test_a_several_is_chosen_tap_by_tap_in_the_forms_order_and_tapping_again_takes_it_back() -> None:
    step = _walk(VISITS, NEW, "Kvinne", "Trusler", "Psykisk", "Fysisk", "Trusler")

    assert step == on_screen(VISITS, NEW, 1, {"who": "woman", "violence": ("physical", "mental")})


def test_done_with_nothing_chosen_is_an_answer() -> None:
    step = _walk(VISITS, NEW, "Kvinne", DONE)

    assert step == on_screen(VISITS, NEW, 4, {"who": "woman", "violence": ()})


@pytest.mark.parametrize(
    ("day", "who"),
    [(date(2015, 12, 31), ["Kvinne", "Mann", "Ungdom", "Ikke kjent"]), (NEW, ["Kvinne", "Mann", "Ikke kjent"])],
)
def test_a_retired_option_is_offered_until_its_last_day(day: date, who: list[str]) -> None:
    first = VISITS.screens[0]
    offered = VISITS.offered(first, {}, day)

    assert [first.flat[place].label.nb for place in sorted(offered) if first.flat[place].outcome is None] == who


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (date(2015, 12, 31), {"letter"}),
        (date(2016, 1, 1), set[str]()),
        (date(2016, 6, 30), set[str]()),
        (date(2016, 7, 1), {"phone"}),
    ],
)
def test_a_question_is_asked_from_its_first_day_to_its_last(day: date, asked: set[str]) -> None:
    ends = [end for _, end in _paths(on_screen(VISITS, day, 4, {"who": "unknown", "violence": ()}), day)]

    assert {key for end in ends for key in end.answers if key in {"phone", "letter"}} == asked
    assert all(asked <= set(end.answers) for end in ends)


@pytest.mark.parametrize(
    ("label", "end"),
    [
        ("Snudde i døra", Finished("registered", {"who": "unknown"})),
        ("Uten detaljer", Finished("unspecified", {})),
        ("Vil ikke registreres", Finished("declined", {})),
    ],
)
def test_a_button_that_ends_keeps_no_earlier_answer_that_it_contradicts(label: str, end: Finished) -> None:
    assert _walk(VISITS, NEW, "Mann", DONE, BACK, BACK, label) == end


def test_cancel_ends_with_nothing() -> None:
    assert _walk(CALL, NEW, "NAV", CANCEL) == Cancelled()


def test_there_is_nothing_before_the_first_screen() -> None:
    assert not has_before(CALL, 0, {}, NEW)
    assert has_before(CALL, 1, {"caller": "agency", "agency": "nav"}, NEW)
    assert _walk(CALL, NEW, BACK) == on_screen(CALL, NEW, 0, {})
