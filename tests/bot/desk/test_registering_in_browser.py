"""The first page in a real browser: a call by three keys or three clicks, and nothing twice or lost."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect
from yarl import URL

from bot.config.desk import DeskSection
from bot.config.sections import Forms
from tests.bot.desk.inhouse import InHouse
from tests.browser import needs_browser, open_browser
from tests.example_forms import TEST_FORMS
from tests.storage.rows import rows

CALLS = "SELECT agency, reason, crisis, minority FROM calls ORDER BY rowid"
POLICE = ("police", "violence", "yes", "unknown")
STANDARD = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

pytestmark = needs_browser


class Seated:
    """A real browser that was let in."""

    def __init__(self, inhouse: InHouse) -> None:
        self.inhouse, self.troubles = inhouse, list[str]()

    async def __aenter__(self) -> Page:
        self._opened = open_browser()
        browser = await self._opened.__aenter__()
        context = await browser.new_context(viewport={"width": 1440, "height": 900}, locale="nb-NO")
        async with self.inhouse.browser() as let_in:
            await self.inhouse.let_in(let_in)
            cookies = let_in.client.cookie_jar.filter_cookies(URL(self.inhouse.url))
            for name, cookie in cookies.items():
                await context.add_cookies([{"name": name, "value": cookie.value, "url": self.inhouse.url}])
        page = await context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", lambda said: self.troubles.append(said.text) if said.type == "error" else None)
        await page.goto(self.inhouse.url)
        return page

    async def __aexit__(self, *raised: object) -> None:
        await self._opened.__aexit__(None, None, None)
        expected = ("ERR_CONNECTION_REFUSED", "ERR_FAILED")
        assert [said for said in self.troubles if not any(part in said for part in expected)] == []


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    inhouse = InHouse(tmp_path)
    async with inhouse.open():
        inhouse.desk = DeskSection(address=f"127.0.0.1:{URL(inhouse.url).port}")
        yield inhouse


@pytest.fixture
async def page(inhouse: InHouse) -> AsyncIterator[Page]:
    """Open the first page of a duty seat; fails on any error in the page and on any breach of its policy."""
    async with Seated(inhouse) as page:
        yield page


def _calls(inhouse: InHouse) -> list[tuple[object, ...]]:
    return rows(inhouse.folder / "vaktlogg.db", CALLS)


async def _type(page: Page, *keys: str) -> None:
    for key in keys:
        await page.keyboard.press(key)


async def test_a_call_is_registered_by_three_keys_and_its_receipt_stands_beside_the_form(
    inhouse: InHouse, page: Page
) -> None:
    await _type(page, "6", "2", "3")

    await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")
    await expect(page.locator("#said")).to_have_text("Lagret: Politi · vold · krise")
    await expect(page.locator('[data-screen="0"]')).to_be_focused()
    assert _calls(inhouse) == [POLICE]


async def test_a_call_is_registered_by_three_clicks(inhouse: InHouse, page: Page) -> None:
    for label in ("Politi", "KRISE – vold"):
        await page.get_by_text(label, exact=True).click()
    await page.locator('[data-screen="2"]').get_by_text("Ikke kjent", exact=True).click()

    await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")
    assert _calls(inhouse) == [POLICE]


async def test_a_double_click_on_the_last_choice_saves_once_and_chooses_nothing_in_the_next_form(
    inhouse: InHouse, page: Page
) -> None:
    await _type(page, "6", "2")
    await page.locator('[data-screen="2"]').get_by_text("Ikke kjent", exact=True).dblclick()

    await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")
    assert await page.locator("#register :checked").count() == 0
    assert _calls(inhouse) == [POLICE]


async def test_one_key_saves_a_silent_call(page: Page) -> None:
    await _type(page, "c")

    await expect(page.locator("#said")).to_have_text("Lagret: taus samtale. Den telles for seg.")


async def test_esc_clears_the_form_and_backspace_goes_back_a_screen(inhouse: InHouse, page: Page) -> None:
    await _type(page, "6", "2", "Backspace", "1")
    await expect(page.locator('[data-screen="1"] :checked')).to_have_value("0")
    await _type(page, "Escape")

    assert await page.locator("#register :checked").count() == 0
    await _type(page, "6", "2", "3")
    await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")
    assert _calls(inhouse) == [POLICE]


async def test_enter_says_what_is_missing_and_arrow_keys_never_save(inhouse: InHouse, page: Page) -> None:
    await _type(page, "6", "2")
    await page.locator('[data-screen="2"] input').first.focus()
    await _type(page, "ArrowDown", "ArrowDown")
    await page.locator('[data-screen="0"] input').nth(5).focus()
    assert _calls(inhouse) == []
    await _type(page, "Enter")

    await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")
    await _type(page, "6", "Enter")
    await expect(page.locator('[data-screen="1"] [data-missing]')).to_have_text("Velg ett av disse.")


async def test_keys_do_nothing_where_somebody_writes_or_has_turned_them_off(inhouse: InHouse, page: Page) -> None:
    await page.get_by_text("Tidligere samtale").click()
    await page.locator("#day").focus()
    await _type(page, "c")
    await page.get_by_role("button", name="Taster: på").click()
    await page.locator("h1").click()
    await _type(page, "6", "c")
    await page.reload()
    await _type(page, "6", "c")

    await expect(page.get_by_role("button", name="Taster: av")).to_be_visible()
    assert await page.locator("#register .choice :checked").count() == 0
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT * FROM record") == []


async def test_what_could_not_be_sent_waits_in_the_page_and_is_sent_once_when_the_desk_is_back(
    tmp_path: Path,
) -> None:
    inhouse = InHouse(tmp_path)
    async with inhouse.open():
        inhouse.desk = DeskSection(address=f"127.0.0.1:{URL(inhouse.url).port}")
        seated = Seated(inhouse)
        page = await seated.__aenter__()
    await _type(page, "6", "2", "3")
    await expect(page.locator("#unsent")).to_contain_text("Ikke lagret ennå – sendes når vaktbordet svarer")
    await expect(page.locator("#unsent")).to_contain_text("Politi · KRISE – vold · Ikke kjent")
    async with inhouse.open():
        inhouse.clock.move(hours=1)
        await page.evaluate("dispatchEvent(new Event('online'))")
        await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")

        await expect(page.locator("#unsent")).to_be_empty()
        assert _calls(inhouse) == [POLICE]
        assert rows(tmp_path / "vaktlogg.db", "SELECT substr(occurred_at, 12) FROM record") == [("14",)]
        await seated.__aexit__()


async def test_an_answer_that_is_lost_on_its_way_makes_no_second_call(inhouse: InHouse, page: Page) -> None:
    lost = asyncio.Event()

    async def lose(route: object) -> None:
        if not lost.is_set():
            lost.set()
            await route.fetch()  # type: ignore[attr-defined]
            await route.abort()  # type: ignore[attr-defined]
        else:
            await route.continue_()  # type: ignore[attr-defined]

    await page.route("**/register", lose)
    await _type(page, "6", "2", "3")
    await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")

    await expect(page.locator("#unsent")).to_be_empty()
    assert _calls(inhouse) == [POLICE]


async def test_an_earlier_call_is_picked_by_its_hour_and_stands_above_the_form_until_it_is_saved(
    inhouse: InHouse, page: Page
) -> None:
    await page.get_by_text("Tidligere samtale").click()
    await page.get_by_role("group", name="I natt").get_by_role("button", name="02–03").click()
    await expect(page.locator("#chosen-time")).to_contain_text("Tirsdag 3. november, kl.\u00a002–03")
    await page.locator("h1").click()
    await _type(page, "6", "2", "3")
    await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")

    await expect(page.locator("#chosen-time")).to_be_hidden()
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT occurred_at FROM record") == [("2026-11-03T02",)]


async def test_hours_to_come_and_days_long_past_cannot_be_picked(page: Page) -> None:
    await page.get_by_text("Tidligere samtale").click()

    assert await page.locator("#earlier input[type=radio]:disabled").count() == 9
    await page.locator("#day").fill("2026-10-03")
    assert await page.locator("#earlier input[type=radio]:disabled").count() == 14


async def test_a_form_that_asks_for_several_greys_out_what_is_not_asked_and_goes_on_by_enter(
    tmp_path: Path,
) -> None:
    inhouse = InHouse(tmp_path, forms=Forms(folder=TEST_FORMS, enabled=["visit"]))
    async with inhouse.open(), Seated(inhouse) as page:
        injured = page.locator('[data-screen="2"] input').first
        await expect(injured).to_be_disabled()
        await _type(page, "1", "1")
        await expect(injured).to_be_enabled()
        await _type(page, "1", "2", "Enter")
        await expect(injured).to_be_disabled()
        await _type(page, "1", "1")

        await expect(page.locator("#shift")).to_contain_text("Kvinne · Psykisk")
        found = rows(tmp_path / "vaktlogg.db", "SELECT who, violence, injured, outside, phone FROM visits")
        assert found == [("woman", '["mental"]', None, "no", "yes")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_page_has_no_fault_that_axe_finds(page: Page, scheme: str) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await _type(page, "6")
    await page.get_by_text("Tidligere samtale").click()

    found = await Axe().run(page, options=STANDARD)

    assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []
