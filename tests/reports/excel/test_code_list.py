import pytest

from reports.excel.code_list import COLUMNS, code_list
from storage.forms.form import Form
from storage.forms.question import Option
from storage.forms.words import Label
from tests.example_forms import CALL, FORMS, VISITS, changed
from tests.reports.forms import with_questions


def _row(form: Form, question: str, option: str) -> dict[str, str]:
    [row] = [row for row in code_list(form) if (row[0], row[8]) == (question, option)]
    return dict(zip(COLUMNS, row, strict=True))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_option_has_a_row_in_the_form_s_order(form: Form) -> None:
    rows = [(row[0], row[8]) for row in code_list(form)]

    assert rows == [(question.key, option) for question in form.questions for option in question.option_keys]


def test_a_row_tells_the_question_and_the_option_in_three_languages() -> None:
    assert _row(CALL, "caller", "agency") == {
        "question": "caller",
        "question_nb": "Hvem ringte",
        "question_nn": "Kven ringde",
        "question_en": "Who called",
        "kind": "one",
        "base": "answered",
        "question_since": "",
        "question_until": "",
        "option": "agency",
        "option_nb": "Hjelpeapparatet",
        "option_nn": "Hjelpeapparatet",
        "option_en": "Support services",
        "unknown": "0",
        "option_since": "",
        "option_until": "",
        "was": "",
    }


@pytest.mark.parametrize(
    ("question", "option", "told"),
    [
        ("who", "youth", {"question_nn": "", "option_nn": "", "option_en": "", "option_until": "2015-12-31"}),
        ("who", "unknown", {"unknown": "1", "option_until": ""}),
        ("violence", "digital", {"kind": "several", "option_since": "2016-07-01", "unknown": "0"}),
        ("doctor", "yes", {"base": "all", "option_nb": "Har vært hos fastlegen"}),
    ],
)
def test_languages_and_days_that_the_form_does_not_give_are_empty(
    question: str, option: str, told: dict[str, str]
) -> None:
    row = _row(VISITS, question, option)

    assert {column: row[column] for column in told} == told


def test_the_days_of_a_question_stand_in_each_of_its_rows() -> None:
    was = changed(VISITS.by_key["violence"], since=VISITS.by_key["violence"].option("digital").since)

    rows = [row for row in code_list(with_questions(VISITS, was)) if row[0] == "violence"]

    assert {row[COLUMNS.index("question_since")] for row in rows} == {"2016-07-01"}


def test_the_earlier_keys_of_an_answer_are_joined_by_bars() -> None:
    merged = Option(key="learning", label=Label(nb="Skole og barnehage"), was=("school", "nursery"))
    form = with_questions(VISITS, changed(VISITS.by_key["who"], options=(merged,)))

    assert _row(form, "who", "learning")["was"] == "school|nursery"
