"""What is missing against the telephone: told beside the shift's calls, and kept nowhere."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.desk.inhouse import Browser, InHouse


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    inhouse = InHouse(tmp_path)
    async with inhouse.open():
        yield inhouse


@pytest.fixture
async def browser(inhouse: InHouse) -> AsyncIterator[Browser]:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser)
        yield browser


async def test_what_is_missing_is_told_with_the_hours_of_the_shift_and_counts_down(browser: Browser) -> None:
    await browser.register(0, 1, 0)

    page = await browser.press("Sammenlign", shown="3")
    after = await browser.register(0, 1, 0)

    assert "2 samtaler mangler. Når var de?" in page.text
    assert [link for link in page.links if "&at=" in link[1]][:2] == [
        ("14–15", "/?form=call&at=2026-11-03T14"),
        ("13–14", "/?form=call&at=2026-11-03T13"),
    ]
    assert "1 samtale mangler. Når var den?" in after.text
