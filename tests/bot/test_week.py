"""A week at the centre, over a month's end: what is kept, counted and printed is what a plain model says."""

from random import Random

import pytest

from tests.bot.chat_desk import Desk
from tests.bot.on_duty import ask_at_once
from tests.bot.week_player import Player
from tests.bot.week_script import BEGINNING, MONTHS, PRIVACY, SEEDS, check, play_week


@pytest.fixture
def player(desk: Desk) -> Player:
    """Sit down at a desk that asks at handovers at once, and takes a moved clock for time gone by."""
    ask_at_once(desk)
    desk.clock.now, desk.privacy = BEGINNING, PRIVACY
    return Player(desk)


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_week_leaves_what_a_plain_model_says(desk: Desk, player: Player, seed: int) -> None:
    printed = await play_week(player, Random(seed))

    await check(desk.config.database.path, player.week)
    assert printed == [player.week.coverage(month) for month in MONTHS]
