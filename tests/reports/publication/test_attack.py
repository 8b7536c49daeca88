"""Everything ever released, put together by somebody who knows the form, gives no small count away."""

import os

import pytest

from tests.disclosure.histories import random_history
from tests.disclosure.rounds import attacked, solved, solved_greedily
from tests.disclosure.utility import Hidden, hidden_in

HISTORIES = int(os.environ.get("VAKTLOGG_HISTORIES", "100"))


@pytest.mark.parametrize("first", range(0, HISTORIES, 5))
async def test_no_hidden_figure_is_pinned_by_everything_ever_released(first: int) -> None:
    pinned = {seed: found for seed in range(first, first + 5) if (found := await attacked(seed))}

    assert pinned == {}


async def test_no_more_is_hidden_for_the_sake_of_others_than_by_hiding_the_smallest_first() -> None:
    ours, greedy = Hidden(), Hidden()
    for seed in range(20):
        ours += hidden_in(await random_history(seed, solved))
        greedy += hidden_in(await random_history(seed, solved_greedily))

    assert ours.not_small <= greedy.not_small
    assert ours.share <= greedy.share
