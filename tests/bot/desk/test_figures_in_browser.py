"""The figures in a real browser: their tables by a key, by a click and without scripts; axe finds nothing."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, Page, expect

from reports.words.language import Code
from tests.axe import violations
from tests.bot.desk.figures_desk import desk_of_years
from tests.bot.desk.inhouse import CODE, InHouse
from tests.browser import needs_browser

pytestmark = needs_browser
DECODED = "async (image) => { await image.decode(); return image.naturalWidth }"
PAGES = (
    "/figures?period=2026-10",
    "/figures?period=2025",
    "/figures?period=tull",
    "/figures/cross?period=2025",
    "/figures/publication?period=2025",
)


@pytest.fixture
async def inhouse(years: Path, tmp_path: Path) -> AsyncIterator[InHouse]:
    async with desk_of_years(years, tmp_path) as inhouse:
        yield inhouse


async def let_in(page: Page, inhouse: InHouse) -> None:
    """Let a browser in as a leader, by a link."""
    assert inhouse.parts is not None
    stores = inhouse.parts.people.stores
    await stores.invites.make("en-kode", "leader", by=None, now=inhouse.clock())
    await page.goto(f"{inhouse.url}/enter/en-kode")
    await page.locator("main button.main").click()
    await stores.seats.admit(max(seat.number for seat in stores.seats.all))
    await page.goto(inhouse.url)
    for field in ("#code", "#again"):
        await page.locator(field).fill(CODE)
    await page.locator("main button.main").click()
    await page.wait_for_selector(".top nav")


async def test_a_key_shows_the_tables_and_hides_them_but_not_while_somebody_writes(
    inhouse: InHouse, chromium: Browser
) -> None:
    async with await chromium.new_page() as page:
        await let_in(page, inhouse)
        await page.goto(f"{inhouse.url}/figures?period=2026-10")
        table = page.get_by_role("table", name="Hvem ringte i oktober 2026")
        await expect(page.locator("#tables")).not_to_have_attribute("open", "")

        await page.keyboard.press("t")
        await expect(table).to_be_visible()
        await expect(page.locator("#tables summary")).to_be_focused()
        await page.keyboard.press("t")
        await expect(table).to_be_hidden()
        await page.get_by_text("Annen periode").click()
        await page.get_by_label("Med ord").fill("")
        await page.keyboard.type("t")
        await expect(table).to_be_hidden()
        await expect(page.get_by_label("Med ord")).to_have_value("t")


async def test_the_key_does_nothing_where_single_keys_are_switched_off(
    inhouse: InHouse, chromium: Browser
) -> None:
    async with await chromium.new_page() as page:
        await let_in(page, inhouse)
        await page.goto(inhouse.url)
        async with page.expect_response("**/keys"):
            await page.get_by_role("button", name="Taster: på").click()
        await page.goto(f"{inhouse.url}/figures?period=2026-10")

        await page.keyboard.press("t")

        await expect(page.get_by_role("table", name="Hvem ringte i oktober 2026")).to_be_hidden()


async def test_a_click_shows_the_tables_without_scripts_as_well(inhouse: InHouse, chromium: Browser) -> None:
    async with await chromium.new_page(java_script_enabled=False) as page:
        await let_in(page, inhouse)
        await page.goto(f"{inhouse.url}/figures?period=2026-10")

        await page.get_by_role("link", name="Alle tallene som tabeller").click()

        await expect(page.get_by_role("table", name="Hvem ringte i oktober 2026")).to_be_visible()


async def test_the_picture_is_drawn_and_fits_beside_the_words(inhouse: InHouse, chromium: Browser) -> None:
    async with await chromium.new_page(viewport={"width": 360, "height": 760}) as page:
        await let_in(page, inhouse)
        await page.goto(f"{inhouse.url}/figures?period=2026-10")
        drawn = await page.locator(".paper img").evaluate(DECODED)
        wide = await page.evaluate("document.documentElement.scrollWidth")

    assert drawn == 1080
    assert wide == 360


@pytest.mark.parametrize(("code", "scheme"), [("nb", "light"), ("en", "dark")])
async def test_axe_finds_nothing(
    years: Path, tmp_path: Path, chromium: Browser, code: Code, scheme: Literal["light", "dark"]
) -> None:
    async with (
        desk_of_years(years, tmp_path, code=code) as inhouse,
        await chromium.new_page(color_scheme=scheme) as page,
    ):
        await let_in(page, inhouse)
        found = {}
        for path in PAGES:
            await page.goto(f"{inhouse.url}{path}")
            await expect(page).to_have_url(f"{inhouse.url}{path}")
            await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            found[path] = await violations(page)

    assert found == {path: [] for path in PAGES}
