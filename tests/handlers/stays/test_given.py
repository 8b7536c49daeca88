"""The answers of a stay as they were given: what is kept, and what is missing."""

from datetime import date

import pytest

from handlers.stays.given import NotAnAnswer, answers_in, missing
from reports.words.language import Language
from storage.forms.question import Answers
from storage.forms.reader import read_form
from tests.example_forms import TEST_FORMS

ADULT = read_form(TEST_FORMS / "house_adult.toml")
CHILD = read_form(TEST_FORMS / "house_child.toml")
NB = Language("nb")
DAY, LONG_AGO = date(2026, 11, 3), date(2014, 5, 1)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"sex": ["woman"], "age": [""]}, {"sex": "woman"}),
        ({"violence": ["physical", "psychological"]}, {"violence": ("psychological", "physical")}),
        ({"children": ["007"]}, {"children": "7"}),
        ({"earlier_stays": ["unknown", "2"]}, {"earlier_stays": "2"}),
        ({"children": ["0"], "school": ["yes"]}, {"children": "0"}),
        ({"children": ["4"], "school": ["yes"]}, {"children": "4", "school": "yes"}),
        ({"nothing": ["asked"]}, {}),
    ],
)
def test_what_is_given_is_kept_where_it_is_asked(given: dict[str, list[str]], kept: Answers) -> None:
    assert answers_in(ADULT, given, DAY, NB, {}) == kept


@pytest.mark.parametrize("given", [{"sex": ["woman", "man"]}, {"children": ["-1"]}, {"children": ["1000"]}])
def test_what_is_no_answer_is_refused_with_its_question(given: dict[str, list[str]]) -> None:
    with pytest.raises(NotAnAnswer) as refused:
        answers_in(ADULT, given, DAY, NB, {})

    assert [refused.value.question] == list(given)


def test_what_is_not_in_use_any_more_stays_where_it_was_an_answer() -> None:
    given = {"age": ["retired"]}

    assert answers_in(ADULT, given, LONG_AGO, NB, {}) == {"age": "retired"}
    assert answers_in(ADULT, given, DAY, NB, {"age": "retired"}) == {"age": "retired"}
    with pytest.raises(NotAnAnswer):
        answers_in(ADULT, given, DAY, NB, {})


def test_missing_is_what_is_asked_after_the_other_answers() -> None:
    assert [one.key for one in missing(CHILD, {"attends": "neither"}, "departure", DAY)] == []
    assert [one.key for one in missing(CHILD, {"attends": "school"}, "departure", DAY)] == ["continued"]
    assert [one.key for one in missing(CHILD, {"age": "big"}, "arrival", DAY)] == ["attends"]
