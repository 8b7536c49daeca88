"""An in-house desk, browsers of a duty seat, and years of calls, for every test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.desk.figures_desk import write_years
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.inviting import Office


@pytest.fixture(scope="session")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a database of years once, to be copied."""
    return write_years(tmp_path_factory.mktemp("years"))


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    """Run a centre that has a desk alone."""
    inhouse = InHouse(tmp_path)
    async with inhouse.open():
        yield inhouse


@pytest.fixture
async def browser(inhouse: InHouse) -> AsyncIterator[Browser]:
    """Open a browser of a duty seat."""
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser)
        yield browser


@pytest.fixture
async def stranger(inhouse: InHouse) -> AsyncIterator[Browser]:
    """Open a browser that nobody has let in."""
    async with inhouse.browser() as browser:
        yield browser


@pytest.fixture
async def other(inhouse: InHouse, browser: Browser) -> AsyncIterator[Browser]:
    """Open a browser of another duty seat."""
    del browser
    async with inhouse.browser() as other:
        await inhouse.let_in(other)
        yield other


@pytest.fixture
async def office(inhouse: InHouse) -> AsyncIterator[Office]:
    """Let the first administrator in."""
    async with inhouse.browser() as owner:
        await inhouse.let_in(owner, "administrator")
        yield Office(inhouse, owner)
