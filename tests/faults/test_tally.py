"""What a row counts, and which of it breaks a promise."""

from dataclasses import replace

import pytest

from tests.faults.calls import KINDS, Call, Press
from tests.faults.ledger import Comparison
from tests.faults.tally import Row, Span, row_of, waits

KEPT = Row("a fault", 1, 9, 1, 3, 0, 0, 0, 0, 60.0, 20.0)


def test_a_kept_promise_breaks_nothing() -> None:
    assert KEPT.broken == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"lost": 1}, "a fault: 1 lost"),
        ({"doubled": 2}, "a fault: 2 doubled"),
        ({"denied": 1}, "a fault: 1 denied"),
        ({"unanswered": 1}, "a fault: 1 without an answer"),
        ({"recovery": 61.0}, "a fault: 61 s to recover"),
        ({"growth": 21.0}, "a fault: 21 MiB more"),
    ],
)
def test_each_broken_promise_is_named(changed: dict[str, int], said: str) -> None:
    assert replace(KEPT, **changed).broken == [said]  # type: ignore[arg-type]  # a number each


@pytest.mark.parametrize(
    ("press", "found"),
    [
        (Press(began=5, answered=17), [7]),  # pressed during the first fault, answered after it
        (Press(began=12, answered=13), [1]),
        (Press(began=5, answered=8), []),  # while it lasted
        (Press(began=5, answered=45), [5]),  # waited through both
        (Press(began=50), []),
    ],
)
def test_recovery_counts_from_when_the_fault_is_over(press: Press, found: list[float]) -> None:
    assert list(waits([Span(0, 10), Span(20, 40)], [press])) == found


def test_a_press_that_nothing_answered_is_counted_with_its_repeats() -> None:
    call = Call("AAAAAAAAAA", KINDS[0], 0, presses=[Press(0, 1), Press(2, repeats=3)])

    row = row_of("a fault", [Span(0, 1)], [call], Comparison(0, 0, 0, 0, 0, ()), None)

    assert (row.taps, row.repeated, row.unanswered) == (5, 3, 1)
