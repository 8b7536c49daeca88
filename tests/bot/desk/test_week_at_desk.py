"""The week at the centre, all at the desk, and half and half: the same is kept, counted and printed."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from bot.config.sections import Access, ShiftsSection
from tests.bot.chat_desk import DUTY, LEADER, pretend_telegram, unhurried
from tests.bot.desk.both_ways import asking
from tests.bot.desk.week_both_player import BothPlayer, BothWays
from tests.bot.desk.week_desk_player import DeskPlayer
from tests.bot.week_player import Player
from tests.bot.week_script import BEGINNING, MONTHS, PRIVACY, SEEDS, check, play_week

DAY = 86_400.0


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_week_at_the_desk_leaves_what_a_plain_model_says(tmp_path: Path, seed: int) -> None:
    inhouse = asking(tmp_path)
    inhouse.clock.now, inhouse.privacy = BEGINNING, PRIVACY
    player = DeskPlayer(inhouse, Random(seed))

    printed = await play_week(player, Random(seed))

    await check(inhouse.config.database.path, player.week)
    assert printed == [player.week.coverage(month) for month in MONTHS]


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_week_half_in_the_chat_and_half_at_the_desk_leaves_the_same(tmp_path: Path, seed: int) -> None:
    inhouse = BothWays(tmp_path, shifts=ShiftsSection(), moment=unhurried())
    inhouse.intervals = replace(inhouse.intervals, ask=0.1, clear=DAY, gap=timedelta(days=365))
    inhouse.access = Access(staff=[DUTY], leaders=[LEADER])
    inhouse.clock.now, inhouse.privacy = BEGINNING, PRIVACY
    phone, desk = Player(inhouse), DeskPlayer(inhouse, Random(seed))
    desk.notes = phone.notes
    player = BothPlayer(phone, desk, Random(seed))

    async with pretend_telegram(inhouse.clock) as inhouse.telegram:
        printed = await play_week(player, Random(seed))

    await check(inhouse.config.database.path, player.week)
    assert printed == [player.week.coverage(month) for month in MONTHS]
