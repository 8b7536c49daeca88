"""Names as Telegram gives them, which anybody can choose."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.names import LONGEST, shown_name


@pytest.mark.parametrize(
    ("chat", "name"),
    [
        ({"first_name": "Kari", "last_name": "Nordmann", "username": "kari"}, "Kari Nordmann @kari"),
        ({"first_name": "Kari"}, "Kari"),
        ({"title": "Ledelse"}, "Ledelse"),
        ({"username": "kari"}, "@kari"),
        ({}, ""),
        ({"first_name": 7, "last_name": None, "username": []}, ""),
        (None, ""),
        ([], ""),
        ({"first_name": "a\u202eb\nc\u2066d"}, "abcd"),
        ({"first_name": "Kari” · leder · «brukt i dag»"}, "Kari leder brukt i dag"),
        ({"first_name": "x" * 64}, f"{'x' * (LONGEST - 1)}…"),
    ],
)
def test_a_name_is_that_of_person_or_group_and_fits_a_line(chat: object, name: str) -> None:
    assert shown_name(chat) == name


@given(st.dictionaries(st.sampled_from(["first_name", "last_name", "username", "title"]), st.text()))
def test_whatever_somebody_is_called_it_is_one_short_line_that_nothing_turns(chat: dict[str, str]) -> None:
    name = shown_name(chat)

    assert len(name) <= LONGEST
    assert not any(unicodedata.category(sign).startswith(("Cc", "Cf", "Zl", "Zp")) for sign in name)
