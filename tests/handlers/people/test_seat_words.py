import pytest

from handlers.people.seat_words import NAMES, name_of
from reports.words.language import Code, Language
from storage.people.seat import Seat
from tests.storage.people.holding import TODAY


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_no_two_names_read_alike_and_all_fit_a_button(code: Code) -> None:
    words = [Language(code).text(name) for name in NAMES.values()]

    assert len(set(words)) == len(words)
    assert max(map(len, words)) <= 18


@pytest.mark.parametrize(
    ("name", "said"), [("", "Leder"), ("none", "Leder"), ("unknown", "Leder"), ("office", "Kontor")]
)
def test_a_seat_without_a_name_is_called_by_its_role(name: str, said: str) -> None:
    seat = Seat(3, "leader", name, waiting=False, used_on=TODAY, warned=False, account=11)

    assert name_of(seat, Language("nb")) == said
