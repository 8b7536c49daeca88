import pytest

from handlers.tap.actions import TurnPage
from handlers.view import Button, in_fitting_rows, in_rows


def rows_of(labels: list[str]) -> list[list[str]]:
    """Return the labels in rows that fit."""
    buttons = [Button(label, TurnPage(0)) for label in labels]
    return [[button.label for button in row] for row in in_fitting_rows(buttons)]


def test_buttons_stand_in_rows_and_the_last_may_be_shorter() -> None:
    buttons = [Button(str(n), TurnPage(n)) for n in range(5)]

    assert [[button.label for button in row] for row in in_rows(buttons, 2)] == [["0", "1"], ["2", "3"], ["4"]]
    assert list(in_rows([])) == []


@pytest.mark.parametrize(("longest", "wide"), [(11, 3), (12, 2), (18, 2), (19, 1)])
def test_the_longest_label_decides_how_wide_the_rows_are(longest: int, wide: int) -> None:
    assert max(len(row) for row in rows_of(["a", "b", "x" * longest])) == wide
