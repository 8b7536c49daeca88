import pytest

from reports.analysis.significance import Change
from reports.statements.counts import Proportion, ShareStatement


def _share(share: float | None) -> ShareStatement:
    return ShareStatement(1, None, Change("no_base", None), share)


@pytest.mark.parametrize(
    ("share", "n"), [(None, None), (0, None), (0.17, 6), (0.34, 3), (0.4, None), (0.5, 2), (0.9, None), (1, None)]
)
def test_a_share_is_one_of_so_many_where_that_is_near_enough(share: float | None, n: int | None) -> None:
    assert _share(share).one_in == n


@pytest.mark.parametrize(
    ("share", "word"),
    [
        (None, None),
        (0.1, None),
        (0.24, "quarter"),
        (0.33, "third"),
        (0.4, None),
        (0.51, "half"),
        (0.6, "most"),
        (0.67, "two_thirds"),
        (0.76, "three_quarters"),
        (0.999, "most"),
        (1, "all"),
    ],
)
def test_a_share_goes_by_a_word_where_one_fits(share: float | None, word: Proportion | None) -> None:
    assert _share(share).proportion == word
