"""Every page in a real browser: axe finds nothing, and all fits on a narrow screen and in large letters."""

from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from storage.people.seat import Role
from tests.axe import violations_in_both_colours
from tests.bot.desk.inhouse import InHouse
from tests.bot.desk.residence import arrive, residence, stays_of
from tests.bot.desk.seated import seated
from tests.browser import needs_browser

pytestmark = needs_browser

STRANGE = ("/enter", "/nowhere")
LOCKED = "/unlock"
OPEN: dict[Role, tuple[str, ...]] = {
    "staff": ("/", "/shift", "/house", "/house/new?form=adult", "/house/new?form=child", "/me", "/people"),
    "administrator": (
        "/",
        "/figures",
        "/figures/cross",
        "/reports",
        "/reports/publication?period=2025",
        "/reports/publication?period=2026",
        "/people",
        "/operations",
        "/operations/import",
        "/operations/audit",
        "/operations/settings",
        "/me",
    ),
}
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LARGE_LETTERS = "document.documentElement.style.fontSize = '200%'"
UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"
SMALL = """() => [...document.querySelectorAll("button, summary, nav a, .button")]
  .filter((one) => one.checkVisibility() && !one.closest(".unseen"))
  .filter((one) => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24)
  .map((one) => one.outerHTML)"""
LEVELS = """() => [...document.querySelectorAll("h1, h2, h3, h4")]
  .filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]))"""


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    inhouse = residence(tmp_path)
    async with inhouse.open():
        yield inhouse


async def _troubles(page: Page) -> list[str]:
    """Return what keeps somebody from using a page."""
    await page.evaluate(UNFOLD)
    found = await violations_in_both_colours(page)
    found += await page.evaluate(SMALL)
    levels = await page.evaluate(LEVELS)
    if levels.count(1) != 1 or any(after > before + 1 for before, after in pairwise(levels)):
        found.append(f"headings {levels}")
    return found


@pytest.mark.parametrize("role", list(OPEN))
async def test_everybody_can_use_every_page_in_light_and_dark_colours(
    inhouse: InHouse, chromium: Browser, role: Role
) -> None:
    found = {}
    async with seated(chromium, inhouse, role) as page:
        for path in (*OPEN[role], *STRANGE):
            await page.goto(f"{inhouse.url}{path}")
            found[path] = await _troubles(page)
        await page.locator(".who button").click()
        found[LOCKED] = await _troubles(page)

    assert {path: troubles for path, troubles in found.items() if troubles} == {}


@pytest.mark.parametrize("role", list(OPEN))
async def test_every_page_fits_on_the_narrowest_screen_and_with_letters_twice_as_large(
    inhouse: InHouse, chromium: Browser, role: Role
) -> None:
    wider = {}
    async with seated(chromium, inhouse, role) as page:
        for path in (*OPEN[role], *STRANGE):
            await page.set_viewport_size({"width": 320, "height": 640})
            await page.goto(f"{inhouse.url}{path}")
            wider[path, "narrow"] = await page.evaluate(WIDER)
            await page.set_viewport_size({"width": 1280, "height": 800})
            await page.evaluate(LARGE_LETTERS)
            wider[path, "large"] = await page.evaluate(WIDER)

    assert {page: by for page, by in wider.items() if by > 0} == {}


async def test_a_stay_can_be_used_by_everybody_and_fits(inhouse: InHouse, chromium: Browser) -> None:
    async with seated(chromium, inhouse) as page, inhouse.browser() as other:
        await inhouse.let_in(other)
        await arrive(other, label="4", arrived="2026-10-30", sex="woman")
        listed = await arrive(other, "child", stays_of(other.page)[0].removeprefix("/house/"))
        for path in ("/house", stays_of(listed)[0]):
            await page.set_viewport_size({"width": 320, "height": 640})
            await page.goto(f"{inhouse.url}{path}")

            assert await _troubles(page) == []
            assert await page.evaluate(WIDER) <= 0
            await page.set_viewport_size({"width": 1280, "height": 800})
            await page.evaluate(LARGE_LETTERS)
            assert await page.evaluate(WIDER) <= 0


async def test_escape_folds_what_a_key_has_unfolded(inhouse: InHouse, chromium: Browser) -> None:
    async with seated(chromium, inhouse, "administrator") as page:
        await page.goto(f"{inhouse.url}/figures")
        unfolds = page.get_by_text("Annen periode")
        await unfolds.focus()
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")

        await page.keyboard.press("Escape")

        await expect(unfolds).to_be_focused()
        await expect(page.get_by_label("Med ord")).to_be_hidden()
