import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.parquet.fingerprint import CountedCell, answer_cells, counts_sha256

JULY = ("2016-07", "registered")
KEYS = st.sampled_from(("caller", "reason", "woman", "violence", ""))
CELLS = st.builds(CountedCell, st.sampled_from(("2016-07", "2016-08")), st.just("registered"), KEYS, KEYS)


def test_it_is_the_sha_256_of_sorted_lines_of_what_is_counted() -> None:
    counts = {
        CountedCell(*JULY, "caller", "woman"): 2,
        CountedCell(*JULY): 3,
        CountedCell(*JULY, "caller", "man"): 0,
    }

    lines = b"2016-07;registered;;;3\n2016-07;registered;caller;woman;2\n"
    assert counts_sha256(counts) == hashlib.sha256(lines).hexdigest()


@given(counts=st.dictionaries(CELLS, st.integers(0, 9)))
def test_neither_order_nor_what_nobody_chose_makes_a_difference(counts: dict[CountedCell, int]) -> None:
    turned = {cell: count for cell, count in reversed(counts.items()) if count}

    assert counts_sha256(turned) == counts_sha256(counts)


@given(counts=st.dictionaries(CELLS, st.integers(1, 9), min_size=1), data=st.data())
def test_one_record_more_is_another_fingerprint(counts: dict[CountedCell, int], data: st.DataObject) -> None:
    cell = data.draw(st.sampled_from(list(counts)))

    assert counts_sha256({**counts, cell: counts[cell] + 1}) != counts_sha256(counts)


@pytest.mark.parametrize(
    ("chosen", "options"),
    [(None, []), ((), ["|"]), (("woman",), ["woman"]), (("nav", "police"), ["nav", "police"])],
)
def test_an_answer_counts_once_for_each_option_and_one_not_asked_nowhere(
    chosen: tuple[str, ...] | None, options: list[str]
) -> None:
    assert list(answer_cells(*JULY, "q", chosen)) == [CountedCell(*JULY, "q", option) for option in options]
