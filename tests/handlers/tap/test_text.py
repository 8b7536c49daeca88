import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.tap.text import ALPHABET, FIELDS, NOTHING, answer_text, answers_of, number_of, number_text
from reports.analysis.period import NotAPeriod, Period
from storage.forms.form import Form
from storage.forms.question import Answer
from tests.example_forms import CALL, FORMS, VISITS
from tests.handlers.tap.any_tap import answers_to

WHO, VIOLENCE = VISITS.by_key["who"], VISITS.by_key["violence"]


@given(st.integers(0, 5), st.data())
def test_a_number_that_fits_takes_its_whole_width_and_is_read_as_it_was_written(
    width: int, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, 64**width - 1))
    text = number_text(number, width)

    assert len(text) == width
    assert set(text) <= set(ALPHABET)
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("number", "width", "text"),
    [(0, 1, "A"), (63, 1, "_"), (0, 3, "AAA"), (64, 2, "BA"), (65, 3, "ABB"), (64**4 - 1, 4, "____")],
)
def test_a_number_is_written_with_the_highest_character_first(number: int, width: int, text: str) -> None:
    assert number_text(number, width) == text


@given(st.sampled_from(list(FORMS.values())), st.data())
def test_answers_are_read_as_they_were_written_and_those_not_there_are_not(
    form: Form, data: st.DataObject
) -> None:
    optional = {question.key: answers_to(question) for question in form.questions}
    answers = data.draw(st.fixed_dictionaries({}, optional=optional))
    text = "".join(answer_text(question, answers.get(question.key)) for question in form.questions)

    assert dict(answers_of(form.questions, text)) == answers


@pytest.mark.parametrize(
    ("key", "answer", "text"),
    [
        ("who", "woman", "A"),
        ("who", "unknown", "D"),
        ("who", None, "."),
        ("violence", (), "AA"),
        ("violence", ("physical",), "AB"),
        ("violence", ("physical", "threats", "digital"), "Bh"),
        ("violence", None, ".."),
    ],
)
def test_an_answer_takes_a_character_and_a_several_one_for_each_six_options(
    key: str, answer: Answer | None, text: str
) -> None:
    assert answer_text(VISITS.by_key[key], answer) == text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("AAB", {"who": "woman", "violence": ("physical",)}),
        (".AB", {"violence": ("physical",)}),
        ("EAB", {"violence": ("physical",)}),
        ("_..", {}),
        ("A.B", {"who": "woman"}),
        ("AB.", {"who": "woman"}),
        ("A__", {"who": "woman", "violence": VIOLENCE.option_keys}),
    ],
)
def test_a_character_that_stands_for_no_option_gives_no_answer(written: str, read: dict[str, Answer]) -> None:
    assert dict(answers_of([WHO, VIOLENCE], written)) == read


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("source", "Zz09-_aBcD", "Zz09-_aBcD"),
        ("place", "C", 2),
        ("place", "_", 63),
        ("rows", "A", 0),
        ("columns", "_", 63),
        ("skipped", "100000", 100_000),
        ("form", "call", CALL),
        ("period", "2016-T2", Period.named("2016-T2")),
        ("shift", "2026-11-03T0730", "2026-11-03T07:30"),
        ("n", "x", None),
        ("n", "999", 999),
        ("first", "999", 999),
        ("shown", "999", 999),
        ("figure", "outgoing", "outgoing"),
        ("calls", "x", None),
        ("calls", "999", 999),
        ("lowest", "999", 999),
        ("change", "12", 12),
        ("chat", "12", 12),
        ("seat", "12", 12),
        ("invite", "12", 12),
        ("role", "leader", "leader"),
        ("name", "duty_phone_2", "duty_phone_2"),
        ("report", "annual", "annual"),
    ],
)
def test_a_field_is_written_and_read_alike_in_every_action(field: str, text: str, value: object) -> None:
    assert re.fullmatch(FIELDS[field].pattern, text)
    assert FIELDS[field].write(value) == text
    assert FIELDS[field].read(text, FORMS) == value


@pytest.mark.parametrize(
    ("field", "text", "error"),
    [
        ("skipped", "100001", ValueError),
        ("form", "nowhere", KeyError),
        ("period", "2016-13", NotAPeriod),
    ],
)
def test_a_value_that_looks_right_and_is_out_of_reach_is_refused(
    field: str, text: str, error: type[Exception]
) -> None:
    assert re.fullmatch(FIELDS[field].pattern, text)

    with pytest.raises(error):
        FIELDS[field].read(text, FORMS)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("source", "a b"),
        ("place", "AB"),
        ("skipped", "-1"),
        ("form", "Call"),
        ("shift", "2026-11-03T07:30"),
        ("n", "y"),
        ("first", "x"),
        ("shown", "x"),
        ("figure", "logged"),
        ("calls", "1000"),
        ("lowest", "1000"),
        ("change", "-1"),
        ("chat", "+12"),
        ("seat", "-1"),
        ("role", "owner"),
        ("name", "Kari"),
        ("report", "weekly"),
    ],
)
def test_a_text_that_no_field_has_is_not_matched(field: str, text: str) -> None:
    assert not re.fullmatch(FIELDS[field].pattern, text)


def test_nothing_is_written_with_a_character_that_no_number_has() -> None:
    assert NOTHING not in ALPHABET
