"""A real browser that has been let in at a desk."""

import contextlib
from collections.abc import AsyncIterator

from playwright.async_api import Browser, Page, ViewportSize

from storage.people.seat import Role
from tests.bot.desk.inhouse import InHouse

EXPECTED = ("ERR_CONNECTION_REFUSED", "ERR_FAILED", "403", "404", "409")
"""What a page says of itself where a test takes the desk away, or is refused."""


@contextlib.asynccontextmanager
async def seated(chromium: Browser, inhouse: InHouse, role: Role = "staff") -> AsyncIterator[Page]:
    """Open the first page of a seat; fails on any error in the page and on any breach of its policy."""
    troubles: list[str] = []
    viewport: ViewportSize = {"width": 1440, "height": 900}
    async with await chromium.new_context(viewport=viewport, locale="nb-NO") as context:
        async with inhouse.browser() as let_in:
            await inhouse.let_in(let_in, role)
            for cookie in let_in.client.cookie_jar:
                await context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": inhouse.url}])
        page = await context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        await page.goto(inhouse.url)
        yield page
    assert [said for said in troubles if not any(part in said for part in EXPECTED)] == []


async def press(page: Page, *keys: str) -> None:
    """Press one key after the other."""
    for key in keys:
        await page.keyboard.press(key)
