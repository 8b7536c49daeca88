from hypothesis import given
from hypothesis import strategies as st

from handlers.recent import Recent


def remembering(most: int, *texts: str) -> Recent[str]:
    """Return the latest of these texts."""
    recent: Recent[str] = Recent(most)
    for text in texts:
        recent.add(text)
    return recent


@given(st.integers(1, 5), st.lists(st.text(), unique=True, max_size=10))
def test_the_latest_texts_are_remembered_and_no_others(most: int, texts: list[str]) -> None:
    recent = remembering(most, *texts)

    assert [text for text in texts if text in recent] == texts[-most:]


@given(st.lists(st.sampled_from(["a", "b", "c"])))
def test_a_text_that_is_added_again_takes_no_room(texts: list[str]) -> None:
    recent = remembering(3, *texts)

    assert {text for text in ("a", "b", "c") if text in recent} == set(texts)


def test_a_text_that_is_discarded_is_forgotten_and_makes_room_for_another() -> None:
    recent = remembering(2, "first", "second")
    recent.discard("second")
    recent.add("third")

    assert [text for text in ("first", "second", "third") if text in recent] == ["first", "third"]


def test_a_text_that_is_not_remembered_can_be_discarded() -> None:
    recent = remembering(2, "first")
    recent.discard("second")

    assert "first" in recent
