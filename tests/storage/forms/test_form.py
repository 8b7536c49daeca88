import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.forms.form import Form
from storage.forms.question import STAGES, Answer, Question
from storage.forms.reader import OWN_FORMS, read_form
from storage.forms.screen import Choices
from tests.example_forms import CALL, FORMS, VISITS, changed

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


STAY, CHILD, CONSULTATION = (
    read_form(OWN_FORMS / f"{key}.toml") for key in ("stay", "child_stay", "consultation")
)


def _stay_with(old: str, new: str) -> Form:
    text = (OWN_FORMS / "stay.toml").read_text(encoding="utf-8")
    assert old in text
    return Form.model_validate(tomllib.loads(text.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("form", "chat", "open_", "offered"),
    [
        (CALL, True, False, True),
        (changed(CALL, chat=False), False, False, False),
        (changed(STAY, chat=True), True, True, False),
    ],
)
def test_the_chat_offers_a_form_unless_it_says_otherwise_or_its_records_stay_open(
    form: Form,
    chat: bool,
    open_: bool,
    offered: bool,
) -> None:
    assert (form.chat, form.stays_open, form.in_chat) == (chat, open_, offered)


def test_days_are_asked_for_and_are_no_questions_with_options() -> None:
    assert [entry.key for entry in CHILD.entries if entry.key not in CHILD.by_key] == ["arrived", "left"]
    assert (CHILD.arrival, CHILD.departure) == CHILD.days
    assert (CALL.arrival, CALL.departure, CALL.days) == (None, None, ())


def test_each_question_is_asked_at_one_stage_and_one_without_a_stage_at_arrival() -> None:
    asked = [question for stage in STAGES for question in STAY.asked_at(stage)]

    assert sorted(question.key for question in asked) == sorted(STAY.by_key)
    assert CALL.asked_at("arrival") == CALL.questions
    assert CALL.asked_at("departure") == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"sex"\nlabel', '"sex"\nremark = { nb = "Oppgitt." }\nlabel'),
        ("grows = true", "grows = false"),
        ("chat = false", "chat = true"),
        (', first = "first_this_year"', ""),
    ],
)
def test_whether_answers_are_added_and_whose_nights_are_counted_is_not_of_the_shape(old: str, new: str) -> None:
    changed_stay = _stay_with(old, new)

    assert changed_stay != STAY
    assert changed_stay.fingerprint == STAY.fingerprint


def test_other_bands_are_another_shape() -> None:
    assert _stay_with("bands = [0, 1, 2, 3, 4]", "bands = [0, 1, 2, 5]").fingerprint != STAY.fingerprint


def test_a_made_screen_gives_each_row_as_many_buttons_as_its_own_labels_leave_room_for() -> None:
    [screen] = [screen for screen in CONSULTATION.screens if "relation" in screen.questions]

    assert [[button.label.nb for button in row] for row in screen.buttons] == [
        ["Ektefelle/samboer"],
        ["Tidligere ektefelle/samboer"],
        ["Kjæreste"],
        ["Forelder", "Steforelder", "Eget barn"],
        ["Annet familiemedlem"],
        ["Bekjent(e)", "Ukjent(e)"],
        ["Ikke kjent"],
    ]
