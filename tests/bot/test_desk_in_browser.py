"""The practice desk in a real browser: a call in three clicks, undone, looked up; and leadership's month."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, Route, ViewportSize, expect

from tests.bot.console import serving
from tests.browser import needs_browser
from tests.ports import practice_port

PHONE = {"width": 360, "height": 740}
MORE = """([text, before]) => document.getElementById("log").innerText.split(text).length - 1 > before"""
CUT = """[...document.querySelectorAll("button")]
    .filter((button) => button.checkVisibility() && button.scrollWidth > button.clientWidth)
    .map((button) => button.innerText)"""

pytestmark = needs_browser


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """Open a practice desk and give its address."""
    async with serving(tmp_path, "demo", "--port", str(practice_port()), "--no-browser") as line:
        yield line.split()[-1]


@pytest.fixture
async def page(address: str, chromium: Browser) -> AsyncIterator[Page]:
    """Open the desk's page at the size of a phone; fails on any error or request to another host."""
    viewport: ViewportSize = {"width": PHONE["width"], "height": PHONE["height"]}
    async with await chromium.new_page(viewport=viewport) as page:
        troubles: list[str] = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        page.on(
            "request",
            lambda asked: None if asked.url.startswith(address) else troubles.append(f"asked {asked.url}"),
        )
        await page.goto(address)
        yield page
    assert [trouble for trouble in troubles if "ws://" not in trouble] == []


async def _click(page: Page, label: str, then: str) -> None:
    """Click the newest button of this name, and wait for what comes of it."""
    before = await _occurrences(page, then)
    await page.get_by_role("button", name=label, exact=True).last.click()
    await page.wait_for_function(MORE, arg=[then, before], timeout=20_000)


async def _write(page: Page, text: str, then: str) -> None:
    """Write something, and wait for what comes of it; what is waited for is not in what is written."""
    before = await _occurrences(page, then)
    await page.get_by_role("textbox").fill(text)
    await page.get_by_role("textbox").press("Enter")
    await page.wait_for_function(MORE, arg=[then, before], timeout=20_000)


async def _occurrences(page: Page, text: str) -> int:
    """How often the conversation says it, so that one that stood there already is not taken for an answer."""
    return (await page.get_by_role("log").inner_text()).count(text)


async def test_a_call_is_registered_in_three_clicks_undone_and_the_month_before_looked_up(page: Page) -> None:
    log = page.get_by_role("log")
    await _click(page, "Politi", then="Hva gjaldt samtalen?")
    await _click(page, "KRISE – vold", then="minoritetsspråklig bakgrunn?")
    await _click(page, "Ikke kjent", then="Lagret · nr.\u00a01 i dag")
    await expect(log).to_contain_text("Politi · vold · krise")
    await _click(page, "Angre", then="Angret. Samtalen teller ikke med.")

    await _write(page, "/stats", then="samtaler")
    picture = log.locator("img").last
    await expect(picture).to_be_visible(timeout=20_000)
    first = await picture.get_attribute("src")

    await page.get_by_role("button", name="‹ ").last.click()
    await expect(picture).not_to_have_attribute("src", str(first), timeout=20_000)
    assert await picture.evaluate("image => image.complete && image.naturalWidth") == 1080


async def test_a_double_click_saves_one_call(page: Page) -> None:
    log = page.get_by_role("log")
    await _click(page, "Politi", then="Hva gjaldt samtalen?")
    await _click(page, "KRISE – vold", then="minoritetsspråklig bakgrunn?")
    await page.get_by_role("button", name="Ja", exact=True).last.dblclick()
    await expect(log).to_contain_text("Klar for neste samtale")

    await _write(page, "/last", then="De siste samtalene")

    listed = (await log.inner_text()).split("De siste samtalene")[-1]
    assert listed.count("Politi · vold · krise") == 1


async def test_leadership_binds_its_chat_and_opens_table_text_and_notes_of_last_month(page: Page) -> None:
    await page.get_by_role("link", name="Ledelse").click()
    await page.wait_for_url("**/?seat=*")  # what is written before goes out from the seat of before
    log = page.get_by_role("log")
    await _write(page, "/bind", then="innen ti minutter: /bind ")
    code = (await log.inner_text()).split("innen ti minutter: /bind ")[-1].split()[0]
    await _write(page, f"/bind {code}", then="Denne chatten får nå rapportene.")
    await page.get_by_role("button", name="📊 Forrige måned").click()
    await expect(log).to_contain_text("bestilt nå", timeout=20_000)
    await expect(log.locator("img")).to_be_visible()
    await _click(page, "Tabell", then="Barnevernet")
    await _click(page, "Tekst", then="ble registrert i")
    await _click(page, "Om tallene", then="Vi teller samtaler")


async def test_a_call_is_tapped_from_the_keyboard_and_the_focus_goes_on_to_the_next_form(page: Page) -> None:
    await page.get_by_role("button", name="Politi", exact=True).press("Enter")
    await page.get_by_role("button", name="Vold", exact=True).press("Enter")
    await page.get_by_role("button", name="Nei", exact=True).press("Enter")
    await expect(page.get_by_role("button", name="Kvinne – seg selv").last).to_be_focused()

    saved = page.locator("#saved")
    await expect(saved).to_have_text("Lagret · nr.\u00a01 i dag · Politi · vold")
    await expect(saved).to_be_in_viewport()
    assert await page.get_by_role("button", name="Angre").get_attribute("tabindex") == "-1"
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_role("button", name="Angre")).to_be_focused()


async def test_the_commands_are_listed_and_carried_out(page: Page) -> None:
    await page.get_by_text("Kommandoer").click()
    listed = await page.locator("#commands li").all_inner_texts()
    await page.get_by_role("button", name="/hjelp", exact=True).click()
    await expect(page.get_by_role("log")).to_contain_text("Dette kan du gjøre her:")

    assert [line.split()[0] for line in listed] == ["/logg", "/siste", "/vakt", "/stats", "/personvern", "/hjelp"]


async def test_a_picture_is_a_slip_to_practise_and_the_lesson_is_offered_not_forced(page: Page) -> None:
    steps = page.locator("#steps")
    await expect(steps).to_contain_text("Ny her? Fem korte steg.")
    await expect(page.get_by_role("log").get_by_text("Ny samtale")).to_be_in_viewport()
    await page.get_by_role("button", name="Senere").click()
    await expect(steps).to_be_hidden()
    await page.get_by_text("Øv", exact=True).click()
    await page.get_by_role("button", name="Send et bilde, som et uhell").click()
    await expect(page.get_by_role("log")).to_contain_text("Meldingen er slettet her og ikke lagret.")
    await page.get_by_text("Øv", exact=True).click()
    await page.get_by_role("button", name="Første leksjon, fem steg").click()
    for step in range(1, 6):
        await expect(steps).to_contain_text(f"{step} av 5:")
        await page.get_by_role("button", name="Neste", exact=True).click()
    await expect(steps).to_be_hidden()


async def test_the_lesson_goes_on_as_its_steps_are_taken(page: Page) -> None:
    steps = page.locator("#steps")
    await page.get_by_role("button", name="Begynn").click()
    await expect(steps).to_contain_text("1 av 5:")
    await _click(page, "Politi", then="Hva gjaldt samtalen?")
    await _click(page, "Vold", then="minoritetsspråklig bakgrunn?")
    await _click(page, "Nei", then="Lagret · nr.\u00a01 i dag")
    await expect(steps).to_contain_text("2 av 5:")
    await page.locator("#saved").click()
    await page.get_by_role("button", name="Angre").click()
    await expect(steps).to_contain_text("3 av 5:")
    await expect(page.locator("#saved")).to_be_hidden()
    await page.get_by_text("Kommandoer").click()
    await page.locator("#commands li").nth(1).click()  # on the words beside the command
    await expect(steps).to_contain_text("4 av 5:")
    await _write(page, "Kari", then="Meldingen er slettet her og ikke lagret.")
    await expect(steps).to_contain_text("5 av 5:")
    await _write(page, "/stats", then="samtaler")
    await expect(steps).to_be_hidden()


async def test_the_next_report_comes_to_the_group_when_the_clock_is_moved(page: Page) -> None:
    log = page.get_by_role("log")
    await page.get_by_role("link", name="Ledelse").click()
    await page.wait_for_url("**/?seat=2")
    await _write(page, "/bind", then="innen ti minutter: /bind ")
    code = (await log.inner_text()).split("innen ti minutter: /bind ")[-1].split()[0]
    await page.get_by_role("link", name="Gruppe").click()
    await page.wait_for_url("**/?seat=3")
    await _write(page, f"/bind {code}", then="Denne chatten får nå rapportene.")
    await page.get_by_text("Øv", exact=True).click()
    await page.get_by_role("button", name="Se neste rapport komme").click()

    await expect(page.locator("#notice")).to_contain_text("Det er nå")
    await expect(log).to_contain_text("Månedsrapport for", timeout=20_000)
    await expect(log.locator(".day")).to_have_count(2)


async def test_a_picture_opens_large_and_can_be_zoomed(page: Page) -> None:
    await _write(page, "/stats", then="samtaler")
    await page.get_by_role("button", name="Vis bildet stort").click()
    large = page.locator("dialog img")
    fitted = await large.evaluate("image => image.clientWidth")
    await page.get_by_role("button", name="Zoom").click()

    assert fitted <= PHONE["width"]
    assert await large.evaluate("image => image.clientWidth") == 1080


async def test_what_is_written_while_there_is_no_line_goes_out_when_there_is(page: Page) -> None:
    line_is_back = asyncio.Event()

    async def hold(route: Route) -> None:
        await line_is_back.wait()
        await route.continue_()

    await page.route("**/desk/seats", hold)
    await page.reload()
    await page.get_by_role("textbox").fill("/hjelp")
    await page.get_by_role("textbox").press("Enter")
    line_is_back.set()

    await expect(page.get_by_role("log")).to_contain_text("Dette kan du gjøre her:")


async def test_the_third_tab_is_the_desk_already_let_in_as_the_seat_of_the_chat(page: Page) -> None:
    await page.get_by_role("link", name="Ledelse").click()
    await page.wait_for_url("**/?seat=2")
    async with page.context.expect_page() as opened:
        await page.get_by_role("link", name="Vaktbordet").click()
    desk = await opened.value

    await expect(desk.get_by_role("link", name="Folk")).to_be_visible(timeout=20_000)
    await expect(desk.get_by_role("heading", name="Ny samtale")).to_be_visible()
    assert await desk.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


async def test_the_page_itself_never_scrolls(page: Page) -> None:
    for _ in range(3):
        await _write(page, "/hjelp", then="Dette kan du gjøre her:")

    assert await page.evaluate("document.documentElement.scrollHeight") == PHONE["height"]


async def test_nothing_is_wider_than_the_phone(page: Page) -> None:
    await page.get_by_role("button", name="Feil nummer/annet").wait_for()

    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    cut = await page.evaluate(CUT)
    assert cut == []
