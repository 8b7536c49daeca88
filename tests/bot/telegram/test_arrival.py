"""As much of an update is read as is used, and nothing of it can do harm."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.arrival import Arrival, ButtonPosition, arrival, sender

KEYS = "update_id message message_id callback_query from chat id text data type".split()  # noqa: SIM905
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=15,
)


def mostly(proper: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return what is proper, and anything else now and then."""
    return st.integers(0, 19).flatmap(lambda drawn: JSON if drawn == 19 else proper)


NUMBER, TEXT = mostly(st.integers()), mostly(st.text())
SENDER = mostly(st.fixed_dictionaries({"id": NUMBER}))
PLACE = mostly(st.fixed_dictionaries({"id": NUMBER, "type": st.sampled_from(["private", "group"])}))
PARTS = {"message_id": NUMBER, "chat": PLACE, "from": SENDER}
BUTTON = mostly(st.fixed_dictionaries({"text": TEXT}, optional={"callback_data": TEXT}))
MARKUP = mostly(st.fixed_dictionaries({"inline_keyboard": mostly(st.lists(mostly(st.lists(BUTTON)), max_size=3))}))
MESSAGE = mostly(st.fixed_dictionaries(PARTS, optional={"text": TEXT, "reply_markup": MARKUP}))
TAP = mostly(st.fixed_dictionaries({"id": TEXT, "from": SENDER, "message": MESSAGE}, optional={"data": TEXT}))
SPOILT = st.fixed_dictionaries({"update_id": NUMBER, "message": MESSAGE}, optional={"callback_query": TAP})
"""Updates of which any part may be something else."""
PERSON = {"id": 11, "is_bot": False, "first_name": "x"}
CHAT = {"id": -5, "type": "group"}
NOW = 12.5


def message(text: object) -> dict[str, object]:
    """Return an update with a message."""
    private = {"id": 11, "type": "private"}
    return {"update_id": 1, "message": {"message_id": 2, "from": PERSON, "chat": private, "text": text}}


def test_of_a_message_its_sender_chat_and_text_are_read() -> None:
    assert arrival(message("/log"), NOW) == Arrival(
        1, 11, 11, private=True, message=2, text="/log", query=None, received=NOW
    )


def test_of_a_tap_what_the_button_carries_is_read_and_who_tapped() -> None:
    tap = {"id": "9", "from": PERSON, "message": {"message_id": 2, "chat": CHAT}, "data": "x"}

    read = arrival({"update_id": 1, "callback_query": tap}, NOW)

    assert read == Arrival(1, 11, -5, private=False, message=2, text="x", query="9", received=NOW)
    assert read is not None
    assert read.tap


@pytest.mark.parametrize(
    ("data", "position"),
    [
        ("a", ButtonPosition(row=1, left=0, right=1 / 3)),
        ("c", ButtonPosition(row=1, left=2 / 3, right=1)),
        ("d", ButtonPosition(row=0, left=0, right=0.5)),
        ("nowhere", None),
    ],
)
def test_where_the_tapped_button_stands_is_counted_from_the_bottom(
    data: str, position: ButtonPosition | None
) -> None:
    rows = [[{"text": one, "callback_data": one} for one in row] for row in ("abc", "de")]
    shown = {"message_id": 2, "chat": CHAT, "reply_markup": {"inline_keyboard": rows}}
    tap = {"id": "9", "from": PERSON, "message": shown, "data": data}

    read = arrival({"update_id": 1, "callback_query": tap}, NOW)

    assert read is not None
    assert read.button == position


def test_two_buttons_overlap_where_one_finger_can_be_on_either() -> None:
    third, half, rest = ButtonPosition(0, 1 / 3, 2 / 3), ButtonPosition(4, 0, 1 / 2), ButtonPosition(0, 2 / 3, 1)

    assert third.overlaps(half)
    assert half.overlaps(third)
    assert not half.overlaps(rest)
    assert not third.overlaps(rest)


def test_what_has_no_text_has_an_empty_one() -> None:
    photo = {"message_id": 2, "from": PERSON, "chat": CHAT, "photo": []}

    read = arrival({"update_id": 1, "message": photo}, NOW)

    assert read is not None
    assert read.text == ""


def test_half_a_character_becomes_a_question_mark() -> None:
    read = arrival(message("/bind \ud800æ"), NOW)

    assert read is not None
    assert read.text == "/bind ?æ"


@given(mostly(SPOILT))
def test_whatever_comes_is_read_or_stepped_over(raw: object) -> None:
    read = arrival(raw, NOW)

    assert read is None or sender(raw) == read.sender


def test_who_sent_what_cannot_be_read_is_found_all_the_same() -> None:
    assert arrival(message(5), NOW) is None
    assert sender(message(5)) == 11
