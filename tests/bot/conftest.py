"""A desk for each test, and folders to type commands in."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.page import Training
from bot.demo.telegram.server import PretendTelegram
from reports.words.language import Language
from tests.bot.chat_desk import TOKEN, Clock, Desk
from tests.bot.console import CONFIG, vaktlogg
from tests.bot.leadership import bind_group
from tests.seed_year import seed_year_csv


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Set up a pretend Telegram, with a bot that has not been started yet."""
    clock = Clock()
    telegram = PretendTelegram(token=TOKEN, clock=clock, site=Training(Language("nb")).add_to)
    await telegram.start()
    yield Desk(tmp_path, telegram, clock)
    await telegram.stop()


@pytest.fixture
async def bound(desk: Desk) -> Desk:
    """Set the clock to the evening before the day of report, and bind a group."""
    await bind_group(desk)
    return desk


@pytest.fixture
def new_folder(tmp_path: Path) -> Path:
    """Make a folder with a config and the year of the seed report, not imported."""
    (tmp_path / "config.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "2016.csv").write_text(seed_year_csv(), encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="session")
def year_2016(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep the year of the seed report, imported, for tests that take a copy of it."""
    place = tmp_path_factory.mktemp("2016")
    (place / "config.toml").write_text(CONFIG, encoding="utf-8")
    (place / "2016.csv").write_text(seed_year_csv(), encoding="utf-8")
    assert vaktlogg(place, "import", "2016.csv").returncode == 0
    return place


@pytest.fixture
def folder(tmp_path: Path, year_2016: Path) -> Path:
    """Make a folder with a config and the year of the seed report, imported."""
    return Path(shutil.copytree(year_2016, tmp_path / "centre"))
