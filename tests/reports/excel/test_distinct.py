"""Names that differ from each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.excel.distinct import distinct


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (("Ja", "Nei"), ["Ja", "Nei"]),
        (("Ja", "ja", "JA"), ["Ja", "ja 2", "JA 3"]),
        (("", ""), ["–", "– 2"]),
        (("abcdefgh", "abcdefgi"), ["abcdef", "abcd 2"]),
    ],
)
def test_equal_names_get_a_number(wanted: tuple[str, ...], names: list[str]) -> None:
    assert distinct(wanted, 6) == names


@given(st.lists(st.text(max_size=9), max_size=30))
def test_any_names_become_different_short_and_not_empty(wanted: list[str]) -> None:
    names = distinct(wanted, 6)

    assert len({name.casefold() for name in names}) == len(names) == len(wanted)
    assert all(0 < len(name) <= 6 for name in names)
