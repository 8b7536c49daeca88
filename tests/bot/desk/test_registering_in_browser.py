"""The first page in a real browser: a call by three keys or three clicks, of now or of earlier."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.config.sections import Forms
from tests.axe import violations_in_both_colours
from tests.bot.desk.inhouse import InHouse
from tests.bot.desk.seated import press, seated
from tests.browser import needs_browser
from tests.example_forms import TEST_FORMS
from tests.storage.rows import rows

CALLS = "SELECT agency, reason, crisis, minority FROM calls ORDER BY rowid"
POLICE = ("police", "violence", "yes", "unknown")

pytestmark = needs_browser


@pytest.fixture
async def page(inhouse: InHouse, chromium: Browser) -> AsyncIterator[Page]:
    async with seated(chromium, inhouse) as page:
        yield page


def _calls(inhouse: InHouse) -> list[tuple[object, ...]]:
    return rows(inhouse.folder / "vaktlogg.db", CALLS)


async def test_a_call_is_registered_by_three_keys_and_its_receipt_stands_beside_the_form(
    inhouse: InHouse, page: Page
) -> None:
    await press(page, "6", "2", "3")

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
    await press(page, "6", "2")
    await page.locator('[data-screen="2"]').get_by_text("Ikke kjent", exact=True).dblclick()

    await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")
    assert await page.locator("#register .choice :checked").count() == 0
    assert _calls(inhouse) == [POLICE]


async def test_on_a_phone_what_was_saved_is_in_view_and_stands_until_the_next_call_is_begun(page: Page) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    for label in ("Politi", "KRISE – vold"):
        await page.get_by_text(label, exact=True).click()
    await page.locator('[data-screen="2"]').get_by_text("Ikke kjent", exact=True).click()

    await expect(page.locator("#receipt")).to_be_in_viewport(ratio=1)
    await expect(page.locator("#said")).to_have_text("Lagret: Politi · vold · krise")
    await page.get_by_text("Politi", exact=True).click()
    await expect(page.locator("#said")).to_be_empty()
    await expect(page.locator("#receipt button")).to_be_hidden()


async def test_what_was_saved_is_undone_above_the_form(inhouse: InHouse, page: Page) -> None:
    await press(page, "6", "2", "3")
    await page.locator("#receipt button").click()

    await expect(page.locator("#shift .call.undone")).to_be_focused()
    await expect(page.locator("#said")).to_be_empty()
    assert _calls(inhouse) == []


async def test_one_who_did_not_want_to_be_registered_is_taken_back_and_brought_back(page: Page) -> None:
    await press(page, "e")
    await expect(page.locator("#said")).to_have_text("Lagret: én kontakt, uten opplysninger.")
    await page.locator("#receipt button").click()
    await page.get_by_role("button", name="Hent tilbake").click()

    await expect(page.locator("#shift-head")).to_contain_text("1\u00a0samtale er ført, alle slag regnet med")


async def test_one_key_saves_a_silent_call(page: Page) -> None:
    await press(page, "c")

    await expect(page.locator("#said")).to_have_text("Lagret: taus samtale. Den telles for seg.")


async def test_esc_clears_the_form_and_backspace_goes_back_a_screen(inhouse: InHouse, page: Page) -> None:
    await press(page, "6", "2", "Backspace", "1")
    await expect(page.locator('[data-screen="1"] :checked')).to_have_value("0")
    await press(page, "Escape")

    assert await page.locator("#register .choice :checked").count() == 0
    await press(page, "6", "2", "3")
    await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")
    assert _calls(inhouse) == [POLICE]


async def test_enter_says_what_is_missing_and_arrow_keys_never_save(inhouse: InHouse, page: Page) -> None:
    await press(page, "6", "2")
    await page.locator('[data-screen="2"] input').first.focus()
    await press(page, "ArrowDown", "ArrowDown")
    await page.locator('[data-screen="0"] input').nth(5).focus()
    assert _calls(inhouse) == []
    await press(page, "Enter")

    await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")
    await press(page, "6", "Enter")
    await expect(page.locator('[data-screen="1"] [data-missing]')).to_have_text("Velg ett av disse.")


async def test_keys_do_nothing_where_somebody_writes_or_has_turned_them_off(inhouse: InHouse, page: Page) -> None:
    await page.get_by_text("Tidligere samtale").click()
    await page.locator("#day").focus()
    await press(page, "c")
    await page.get_by_role("button", name="Taster: på").click()
    await page.locator("h1").click()
    await press(page, "6", "c")
    await page.reload()
    await press(page, "6", "c")

    await expect(page.get_by_role("button", name="Taster: av")).to_be_visible()
    assert await page.locator("#register .choice :checked").count() == 0
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT * FROM record") == []


async def test_an_earlier_call_is_picked_by_its_hour_and_stands_above_the_form_until_it_is_saved(
    inhouse: InHouse, page: Page
) -> None:
    await page.get_by_text("Tidligere samtale").click()
    await page.get_by_role("group", name="I natt").get_by_role("button", name="02–03").click()
    await expect(page.locator("#chosen-time")).to_contain_text("Tirsdag 3. november, kl.\u00a002–03")
    await page.locator("h1").click()
    await press(page, "6", "2", "3")
    await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")

    await expect(page.locator("#chosen-time")).to_be_hidden()
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT occurred_at FROM record") == [("2026-11-03T02",)]


async def test_hours_to_come_and_days_long_past_cannot_be_picked(page: Page) -> None:
    await page.get_by_text("Tidligere samtale").click()

    assert await page.locator("#earlier input[type=radio]:disabled").count() == 9
    await page.locator("#day").fill("2026-10-03")
    assert await page.locator("#earlier input[type=radio]:disabled").count() == 14


async def test_a_form_that_asks_for_several_greys_out_what_is_not_asked_and_goes_on_by_enter(
    tmp_path: Path, chromium: Browser
) -> None:
    inhouse = InHouse(tmp_path, forms=Forms(folder=TEST_FORMS, enabled=["visit"]))
    async with inhouse.open(), seated(chromium, inhouse) as page:
        injured = page.locator('[data-screen="2"] input').first
        await expect(injured).to_be_disabled()
        await press(page, "1", "1")
        await expect(injured).to_be_enabled()
        await press(page, "1", "2", "Enter")
        await expect(injured).to_be_disabled()
        await press(page, "1", "1")

        await expect(page.locator("#shift")).to_contain_text("Kvinne · Psykisk")
        found = rows(tmp_path / "vaktlogg.db", "SELECT who, violence, injured, outside, phone FROM visits")
        assert found == [("woman", '["mental"]', None, "no", "yes")]


async def test_another_form_is_opened_by_alt_and_its_number(tmp_path: Path, chromium: Browser) -> None:
    inhouse = InHouse(tmp_path, forms=Forms(enabled=["call", "outgoing"]))
    async with inhouse.open(), seated(chromium, inhouse) as page:
        await press(page, "Alt+2")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Ny samtale ut")
        await page.wait_for_load_state()
        await press(page, "2")

        await expect(page.locator("#said")).to_have_text("Lagret: Politi")


async def test_the_page_has_no_fault_that_axe_finds_in_light_or_dark_colours(page: Page) -> None:
    await press(page, "6")
    await page.get_by_text("Tidligere samtale").click()

    found = await violations_in_both_colours(page)

    assert found == []
