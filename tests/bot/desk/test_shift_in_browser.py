"""This shift in real browsers: what one changes stands at the other at once, and everything goes by keys."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from pathlib import Path

from playwright.async_api import Browser as Chromium
from playwright.async_api import Page, Route, expect

from bot.demo.telegram.person import Person
from tests.axe import violations
from tests.bot.desk.both_ways import both_ways
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.tapping import opened, tap
from tests.browser import needs_browser

pytestmark = needs_browser


@contextlib.asynccontextmanager
async def page_of(chromium: Chromium, browser: Browser, path: str = "/") -> AsyncIterator[Page]:
    """Open a page in a real browser that is let in like this one; no script may fail there."""
    troubles: list[str] = []
    async with await chromium.new_context(locale="nb-NO") as context:
        cookies = [(one.key, one.value) for one in browser.client.cookie_jar]
        await context.add_cookies([{"name": name, "value": value, "url": browser.url} for name, value in cookies])
        page = await context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        await page.goto(f"{browser.url}{path}")
        await expect(page.locator("html.live")).to_be_attached()
        yield page
    assert troubles == []


async def test_two_desks_and_a_phone_see_each_others_calls_without_loading_anything_anew(
    tmp_path: Path, chromium: Chromium
) -> None:
    async with both_ways(tmp_path) as (inhouse, browser, person), inhouse.browser() as other:
        await inhouse.let_in(other)
        async with (
            page_of(chromium, browser) as first,
            page_of(chromium, other, "/shift") as second,
        ):
            await first.evaluate("window.same = true"), await second.evaluate("window.same = true")
            await other.register(4, 1, 0)
            await expect(first.locator("#shift")).to_contain_text("Barnevernet · vold · krise")
            await phone(person, "NAV", "Vold", "Ja")
            await expect(first.locator("#shift-calls")).to_contain_text("NAV · vold")
            await expect(second.locator("#shift-calls")).to_contain_text("NAV · vold")
            await first.get_by_role("button", name="Angre").click()
            await expect(second.locator(".undone")).to_contain_text("NAV · vold")

            assert [await page.evaluate("window.same") for page in (first, second)] == [True, True]


async def phone(person: Person, *labels: str) -> None:
    """Register a call in the chat."""
    shown = await person.wait_for("Ny samtale")
    *before, last = labels
    await tap(person, shown.id, *before)
    await opened(person, shown.id, last)


async def test_a_correction_is_made_by_keys_alone_and_stays_open_while_others_register(
    browser: Browser, other: Browser, chromium: Chromium
) -> None:
    await browser.register(0, 1, 0)
    async with page_of(chromium, browser) as page:
        await page.get_by_role("button", name="Endre").focus()
        await page.keyboard.press("Enter")
        row = page.locator("#shift-calls li[data-open]")
        await expect(row).to_be_focused()
        await page.keyboard.press("Tab")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("button", name="Bakgrunn")).to_be_focused()

        await other.register(4, 1, 0)
        await expect(page.locator("#shift-calls")).to_contain_text("Barnevernet")
        await expect(page.get_by_role("button", name="Bakgrunn")).to_be_focused()
        assert await violations(page) == []
        await page.keyboard.press("Enter")
        await expect(row.get_by_role("button", name="Nei")).to_be_visible()
        await page.keyboard.press("Tab")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")

        await expect(page.locator("#shift-calls")).to_contain_text("Minoritetsspråklig bakgrunn: nei")
        await expect(page.locator("#shift [data-open]")).to_have_count(0)


async def _one_undone(page: Page) -> str:
    """Register one who declines, and undo that; return what the button carries that brings it back."""
    await page.get_by_role("button", name="Vil ikke registreres").click()
    await expect(page.locator("#said")).to_have_text("Lagret: én kontakt, uten opplysninger.")
    undo = page.locator("#receipt button")
    restoring = str(await undo.get_attribute("value")).replace("Undo", "Restore")
    await undo.click()
    await expect(page.locator("#said")).to_be_empty()
    return restoring


async def test_what_brings_an_undone_contact_back_stands_there_while_others_register(
    browser: Browser, other: Browser, chromium: Chromium
) -> None:
    async with page_of(chromium, browser) as page:
        await _one_undone(page)
        await other.register(4, 1, 0)
        await expect(page.locator("#shift-calls")).to_contain_text("Barnevernet")
        await page.get_by_role("button", name="Hent tilbake").click()

        await expect(page.locator("#shift-head")).to_contain_text("2\u00a0samtaler er ført, alle slag regnet med")
        await expect(page.get_by_role("button", name="Hent tilbake")).to_have_count(0)


async def test_the_contact_undone_last_is_the_one_that_is_brought_back(
    browser: Browser, chromium: Chromium
) -> None:
    async with page_of(chromium, browser) as page:
        undone = [await _one_undone(page) for _ in range(2)]

        await expect(page.get_by_role("button", name="Hent tilbake")).to_have_attribute("value", undone[1])
        await expect(page.locator("#shift-answers .answer")).to_be_focused()


async def test_what_was_fetched_before_a_tap_is_fetched_anew_after_its_answer(
    browser: Browser, chromium: Chromium
) -> None:
    await browser.register(0, 1, 0)
    await browser.register(5, 1, 0)
    async with page_of(chromium, browser) as page:
        fetched, answered = asyncio.Event(), asyncio.Event()

        async def answer_late(route: Route) -> None:
            response = await route.fetch()
            fetched.set()
            await answered.wait()
            await route.fulfill(response=response)

        await page.route(re.compile(r"/shift\?call=\w"), answer_late, times=1)
        await page.get_by_role("link", name="Kvinne · seg selv · vold · krise").click()
        await fetched.wait()
        await page.get_by_role("button", name="Angre").click()
        await expect(page.locator("#shift .undone")).to_contain_text("Politi")
        async with page.expect_response("**/shift?call=*"), page.expect_request("**/shift?call=*"):
            answered.set()

        await expect(page.locator("#shift .undone")).to_contain_text("Politi")


async def test_what_can_be_done_about_an_earlier_call_is_unfolded_and_folded_by_keys(
    browser: Browser, chromium: Chromium
) -> None:
    await browser.register(0, 1, 0)
    await browser.register(5, 1, 0)
    async with page_of(chromium, browser) as page:
        await page.locator('[data-screen="0"] input').first.check()
        await expect(page.get_by_role("button", name="Angre")).to_have_count(1)
        await page.get_by_role("link", name="Kvinne · seg selv · vold · krise").focus()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("button", name="Angre")).to_have_count(2)
        await expect(page.get_by_role("button", name="Angre").last).to_be_focused()
        assert await violations(page) == []

        await page.keyboard.press("Escape")

        await expect(page.get_by_role("link", name="Kvinne · seg selv · vold · krise")).to_be_focused()
        await expect(page.locator('[data-screen="0"] input').first).to_be_checked()


async def test_a_call_is_moved_in_its_row_and_the_row_has_the_focus(browser: Browser, chromium: Chromium) -> None:
    await browser.register(0, 1, 0)
    async with page_of(chromium, browser, "/shift") as page:
        await page.get_by_text("Tidspunkt").click()
        await page.get_by_label("Klokkeslett").fill("09:20")
        await page.get_by_role("button", name="Flytt").click()

        await expect(page.locator("#shift-calls")).to_contain_text("kl. 09–10")
        await expect(page.locator("#shift-calls li")).to_be_focused()
        assert await violations(page) == []


async def test_a_browser_that_is_locked_elsewhere_shows_nothing_of_the_shift_any_more(
    inhouse: InHouse, browser: Browser, chromium: Chromium
) -> None:
    await browser.register(0, 1, 0)
    async with page_of(chromium, browser, "/shift") as page:
        await expect(page.locator("#shift-calls")).to_contain_text("Kvinne")
        assert inhouse.parts is not None
        devices = inhouse.parts.people.stores.devices
        await devices.lock(devices.all[0])

        await expect(page.locator("body")).not_to_contain_text("Kvinne")
