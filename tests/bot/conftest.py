"""A desk for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.telegram import PretendTelegram
from tests.bot.desk import TOKEN, Clock, Desk


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Set up a pretend Telegram, with a bot that has not been started yet."""
    clock = Clock()
    telegram = PretendTelegram(token=TOKEN, clock=clock)
    await telegram.start()
    yield Desk(tmp_path, telegram, clock)
    await telegram.stop()
