"""Unlock codes: what may be one."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.people.code_rules import LONGEST, SHORTEST, UnfitCode, check_code, normalised


@pytest.mark.parametrize("code", ["7391", "k4tt", "Blåbær9", "  7391 ", "74018852", "æøå9"])
def test_four_to_twelve_digits_or_letters_are_a_code(code: str) -> None:
    assert check_code(code, code) == normalised(code)


@pytest.mark.parametrize("code", ["", "739", "7391739173917", "73 91", "73-91", "🔑🔑🔑🔑", "\x007391"])
def test_anything_shorter_longer_or_with_signs_is_refused(code: str) -> None:
    with pytest.raises(UnfitCode, match="4 to 12"):
        check_code(code, code)


@pytest.mark.parametrize(
    "code", ["0000", "1234", "4321", "abcd", "1212", "aaaaaa", "2580", "Passord", "passord1", "vaktlogg", "456789"]
)
def test_what_anybody_would_try_first_is_refused(code: str) -> None:
    with pytest.raises(UnfitCode, match="first that anybody"):
        check_code(code, code)


def test_a_code_is_typed_twice_alike() -> None:
    with pytest.raises(UnfitCode, match="not the same"):
        check_code("7391", "7319")


@given(st.text(string.ascii_letters + string.digits + "æøåÆØÅ", min_size=SHORTEST, max_size=LONGEST))
def test_capitals_make_no_difference(code: str) -> None:
    assert normalised(code.upper()) == normalised(code.lower())
