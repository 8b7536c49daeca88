from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storage.forms.bands import LARGEST, band_keys, band_of
from storage.forms.question import Option, Question
from tests.example_forms import CALL, VISITS


def test_a_language_that_is_missing_is_read_in_bokmal() -> None:
    assert VISITS.title.in_language("nn") == "Besøk"
    assert VISITS.title.in_language("en") == "Visit"


def test_a_silent_word_is_silent_in_every_language() -> None:
    agency = CALL.by_key["caller"].option("agency")

    assert [agency.chat_label.in_language(code) for code in ("nb", "nn", "en")] == ["", "", ""]


COUNT = Question.model_validate(
    {
        "key": "children",
        "label": {"nb": "Barn"},
        "kind": "count",
        "bands": [0, 1, 3, 5],
        "options": [{"key": "unknown", "label": {"nb": "Ikke kjent"}, "unknown": True}],
    }
)

any_bands = st.sets(st.integers(1, LARGEST), max_size=8).map(lambda later: [0, *sorted(later)])


def _holds(key: str, number: int) -> bool:
    """Tell whether a band's key says that a number lies in it."""
    if key.endswith("+"):
        return int(key[:-1]) <= number
    first, _, last = key.partition("-")
    return int(first) <= number <= int(last or first)


@given(any_bands, st.integers(0, LARGEST))
@example([0], 0)
@example([0, 1, 2, 3, 4], 4)
def test_any_number_lies_in_exactly_one_band_and_is_counted_there(bands: list[int], number: int) -> None:
    keys = band_keys(bands)

    assert [key for key in keys if _holds(key, number)] == [band_of(bands, str(number))]


@given(any_bands)
def test_bands_follow_each_other_without_a_gap_and_each_is_counted_as_itself(bands: list[int]) -> None:
    keys = band_keys(bands)

    assert [band_of(bands, key) for key in keys] == list(keys)
    assert len(keys) == len(bands)
    assert all(
        _holds(one, after - 1) and not _holds(one, after)
        for one, (_, after) in zip(keys, pairwise(bands), strict=False)
    )


def test_bands_are_options_before_those_of_the_file_and_are_called_by_their_numbers() -> None:
    assert COUNT.option_keys == ("0", "1-2", "3-4", "5+", "unknown")
    assert [option.label.in_language("nn") for option in COUNT.options] == [
        *("0", "1–2", "3–4", "5 eller fleire", "Ikke kjent")
    ]
    assert COUNT.option("5+").spoken == COUNT.option("5+").label


@pytest.mark.parametrize(
    ("answer", "counted"), [("0", "0"), ("2", "1-2"), ("17", "5+"), ("3-4", "3-4"), ("unknown", "unknown")]
)
def test_a_number_counts_as_its_band_and_every_other_answer_as_itself(answer: str, counted: str) -> None:
    assert COUNT.counted_as(answer) == counted


def test_an_answer_to_a_question_without_bands_counts_as_itself() -> None:
    assert CALL.by_key["caller"].counted_as("woman") == "woman"


@pytest.mark.parametrize(("counted", "outside"), [(False, True), (True, False)])
def test_a_not_known_that_is_counted_has_a_share_like_every_other_answer(counted: bool, outside: bool) -> None:
    option = Option.model_validate(
        {"key": "unknown", "label": {"nb": "Ikke kjent"}, "unknown": True, "counted": counted}
    )
    question = Question.model_validate({"key": "town", "label": {"nb": "By"}, "kind": "one", "options": [option]})

    assert option.not_known
    assert (option.unknown, question.not_known is option) == (outside, outside)
