"""The page of reports in a real browser: whatever it shows, it can be read by everybody."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser
from yarl import URL

from tests.axe import violations
from tests.bot.chat_desk import Clock
from tests.bot.mail.reporting import BOARD, LEADER, MailHouse
from tests.browser import needs_browser


@needs_browser
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
async def test_nothing_stands_in_the_way_of_a_screen_reader_or_beyond_the_edge(
    tmp_path: Path, chromium: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    house = MailHouse(tmp_path, clock=Clock(), to=(LEADER, BOARD))
    house.post.answers = {BOARD: "550 5.1.1 unknown", LEADER: "451 4.7.1 later"}
    async with (
        house.post.open(),
        house.due("2026-11-05"),
        house.browser() as known,
        await chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme) as page,
    ):
        await house.deliver()
        await house.let_in(known, "administrator")
        kept = known.client.cookie_jar.filter_cookies(URL(house.url))
        await page.context.add_cookies(
            [{"name": one.key, "value": one.value, "url": house.url} for one in kept.values()]
        )
        await page.goto(f"{house.url}/reports")
        await page.fill("#period", "november")
        await page.click("text=Vis rapporten")
        await page.wait_for_selector(".answer")

        assert await violations(page) == []
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
