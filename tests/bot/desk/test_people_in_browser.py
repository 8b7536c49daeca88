"""The page about people in a real browser: by keys alone, and for those who cannot see it."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, expect

from tests.axe import violations_in_both_colours
from tests.bot.desk.inhouse import CODE
from tests.bot.desk.inviting import Office
from tests.browser import needs_browser

WIDTHS = (360, 768, 1440)

pytestmark = needs_browser


@pytest.fixture
async def page(office: Office, chromium: Browser) -> AsyncIterator[Page]:
    """Open the page in one more browser of the administrator's, with somebody who waits."""
    link = await office.link("Én nettleser til")
    async with office.newcomer(), await chromium.new_page() as page:
        troubles: list[str] = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        await page.goto(f"{office.inhouse.url}/enter/{link.rpartition('/')[2]}")
        await page.get_by_role("button", name="Slipp inn").click()
        await page.get_by_role("textbox").first.fill(CODE)
        await page.get_by_role("button", name="Lås opp").click()
        await page.goto(f"{office.inhouse.url}/people")
        yield page
    assert troubles == []


async def _press(page: Page, name: str) -> None:
    """Go to a button by the tabulator key, and press it by the space bar."""
    button = page.get_by_role("button", name=name, exact=True).first
    for _ in range(60):
        if await button.evaluate("button => button === document.activeElement"):
            break
        await page.keyboard.press("Tab")
    await expect(button).to_be_focused()
    await page.keyboard.press("Space")


async def test_somebody_is_let_in_and_removed_by_keys_alone(office: Office, page: Page) -> None:
    await _press(page, "Slipp inn")
    await expect(page.get_by_text("Tilgang nr. 2 er sluppet inn.")).to_be_visible()
    second = page.locator(".seat > summary").nth(1)
    await page.locator("#seat-2 [name=name]").focus()
    await page.keyboard.type("Vaktrom")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(second).to_contain_text("Vaktrom")
    await _press(page, "Fjern tilgangen")
    await expect(page.get_by_text("Fjerne denne tilgangen?")).to_be_visible()
    await _press(page, "Ja, fjern")

    await expect(page.get_by_text("Tilgang nr. 2 er fjernet.")).to_be_visible()
    assert [seat for seat, *_ in office.seats()] == [1]


async def test_who_has_used_an_invitation_stands_there_without_a_new_page(office: Office, page: Page) -> None:
    await page.locator("#seat-1 summary").first.click()
    await page.locator("#seat-1 [name=name]").select_option("office")

    async with office.newcomer("leader"):
        await expect(page.locator("#seat-3")).to_contain_text("Leder")

    assert await page.locator("#seat-1 [name=name]").input_value() == "office"


async def test_whoever_waits_comes_in_by_themselves_once_let_in(office: Office, chromium: Browser) -> None:
    link = await office.link("Ansatt")
    async with await chromium.new_page() as page:
        await page.goto(f"{office.inhouse.url}/enter/{link.rpartition('/')[2]}")
        await page.get_by_role("button", name="Slipp inn").click()
        await expect(page.get_by_text("Administratoren må slippe deg inn først")).to_be_visible()
        await office.owner.open("/people")
        await office.owner.press("Slipp inn")

        await expect(page.get_by_role("button", name="Bruk denne koden")).to_be_visible()


async def test_a_link_is_copied(page: Page) -> None:
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.get_by_role("button", name="Ansatt", exact=True).click()
    link = await page.locator(".link input").input_value()

    await page.get_by_role("button", name="Kopier lenken").click()

    await expect(page.get_by_role("button", name="Kopiert")).to_be_visible()
    assert await page.evaluate("navigator.clipboard.readText()") == link


async def test_everybody_can_use_the_page_at_every_width_in_light_and_dark_colours(
    office: Office, page: Page
) -> None:
    found: list[str] = []
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 800})
        await page.goto(f"{office.inhouse.url}/people?seat=1")
        await page.get_by_role("button", name="Leder", exact=True).click()
        found += [f"{width} {broken}" for broken in await violations_in_both_colours(page)]
        found += ["too wide"] * await page.evaluate("document.documentElement.scrollWidth > innerWidth")

    assert found == []
