from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.forms.form import Form
from storage.forms.question import Answer, Choices, Question
from tests.example_forms import CALL, FORMS, VISITS

DAY = date(2016, 8, 1)


def _changed(form: Form, old: str, new: str) -> Form:
    text = form.model_dump_json(by_alias=True)
    assert old in text
    return Form.model_validate_json(text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"nb":"Kvinne"', '"nb":"Dame"'),
        ('"nb":"Hvem ringte"', '"nb":"Hvem var det"'),
        ('"short":{"nb":"kvinne"', '"short":{"nb":"dame"'),
        ('"title":{"nb":"Innkommende samtale"', '"title":{"nb":"Samtale"'),
        ('"view":"calls"', '"view":"samtaler"'),
        ('"highlight":{"crisis":"yes"}', '"highlight":{}'),
        ('"since":null', '"since":"2016-01-01"'),
        ('"unknown":true', '"unknown":false'),
        ('"base":"all"', '"base":"answered"'),
    ],
)
def test_words_and_how_answers_are_counted_may_change_and_the_shape_stays(old: str, new: str) -> None:
    changed = _changed(CALL, old, new)

    assert changed != CALL
    assert changed.fingerprint == CALL.fingerprint


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"key":"minority"', '"key":"background"'),
        ('"key":"lawyer"', '"key":"advocate"'),
        ('"kind":"one"', '"kind":"several"'),
        ('"caller":["woman","man","unknown"]', '"caller":["woman","man"]'),
        ('"set":{"caller":"woman","behalf":"self"}', '"set":{"caller":"woman","behalf":"other"}'),
        ('"outcome":"declined"', '"outcome":"unspecified"'),
        ('"outcome":"declined"', '"outcome":null'),
    ],
)
def test_the_fingerprint_changes_with_the_shape(old: str, new: str) -> None:
    assert _changed(CALL, old, new).fingerprint != CALL.fingerprint


@pytest.mark.parametrize(("part", "listed"), [("question", "options"), ("screen", "buttons")])
def test_the_fingerprint_changes_with_the_order_of_options_and_of_buttons(part: str, listed: str) -> None:
    content = CALL.model_dump(by_alias=True)
    content[part][0][listed] = content[part][0][listed][::-1]

    assert Form.model_validate(content).fingerprint != CALL.fingerprint


def test_a_fingerprint_is_eighteen_characters_and_the_same_every_time() -> None:
    assert len(CALL.fingerprint) == 18
    assert Form.model_validate_json(CALL.model_dump_json(by_alias=True)).fingerprint == CALL.fingerprint


def test_made_screens_stand_where_their_question_stands_and_own_screens_keep_their_order() -> None:
    assert [sorted(screen.questions) for screen in VISITS.screens] == [
        ["who"],
        ["violence"],
        ["injured"],
        ["doctor"],
        ["outside", "where"],
        ["phone"],
        ["letter"],
    ]


def test_a_made_screen_asks_by_the_questions_label_and_offers_its_options_as_many_a_row_as_fit() -> None:
    violence, doctor = VISITS.screens[1], VISITS.screens[3]

    assert violence.ask.nb == "Type vold"
    assert [[button.label.nb for button in row] for row in violence.buttons] == [
        ["Fysisk", "Psykisk", "Seksuell"],
        ["Materiell", "Økonomisk", "Trusler"],
        ["Digital", "Ikke kjent"],
    ]
    assert [len(row) for row in doctor.buttons] == [1, 1]


def test_only_a_several_is_chosen_option_by_option() -> None:
    assert [isinstance(screen, Choices) for screen in VISITS.screens] == [False, True, *[False] * 5]


def test_a_question_that_only_ending_buttons_answer_gets_no_screen() -> None:
    assert all("aside" not in screen.questions for screen in CALL.screens)


def _any_answer(question: Question) -> st.SearchStrategy[Answer]:
    if question.kind == "one":
        return st.sampled_from(question.option_keys)
    return st.lists(st.sampled_from(question.option_keys), unique=True).map(tuple)


def _listed(answer: Answer) -> tuple[str, ...]:
    return (answer,) if isinstance(answer, str) else answer


@given(st.sampled_from(list(FORMS)), st.dates(date(2015, 1, 1), date(2017, 1, 1)), st.data())
def test_pruned_answers_all_apply_stand_in_the_forms_order_and_are_pruned_already(
    key: str, day: date, data: st.DataObject
) -> None:
    form = FORMS[key]
    every = {key: _any_answer(question) for key, question in form.by_key.items()}
    answers = data.draw(st.fixed_dictionaries({}, optional=every))

    pruned = form.pruned(answers, day)

    assert all(set(_listed(answer)) <= set(_listed(answers[key])) for key, answer in pruned.items())
    assert list(pruned) == [key for key in form.by_key if key in pruned]
    assert all(form.by_key[key].applies(pruned) and form.by_key[key].in_use(day) for key in pruned)
    assert form.pruned(pruned, day) == pruned


def test_an_answer_to_a_question_the_form_does_not_know_is_pruned() -> None:
    assert CALL.pruned({"caller": "man", "name": "x"}, DAY) == {"caller": "man"}


def test_what_a_registered_call_answers_can_be_set_against_each_other() -> None:
    assert [question.key for question in CALL.crossable] == [key for key in CALL.by_key if key != "aside"]


def test_the_pairs_of_a_form_are_rows_and_columns() -> None:
    assert [(rows.key, columns.key) for rows, columns in CALL.cross_pairs] == [
        ("agency", "reason"),
        ("agency", "crisis"),
    ]
    assert VISITS.cross_pairs == ()
