"""What the first page could not send waits in its memory: nothing is lost, and nothing is saved twice."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect
from yarl import URL

from bot.config.desk import DeskSection
from tests.bot.desk.inhouse import InHouse
from tests.bot.desk.seated import press, seated
from tests.browser import needs_browser
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


async def test_what_could_not_be_sent_waits_in_the_page_and_is_sent_once_when_the_desk_is_back(
    tmp_path: Path, chromium: Browser
) -> None:
    inhouse = InHouse(tmp_path)
    async with contextlib.AsyncExitStack() as stack:
        async with inhouse.open():
            inhouse.desk = DeskSection(address=f"127.0.0.1:{URL(inhouse.url).port}")
            page = await stack.enter_async_context(seated(chromium, inhouse))
        await press(page, "6", "2", "3")
        await expect(page.locator("#unsent")).to_contain_text("Ikke lagret ennå – sendes når vaktbordet svarer")
        await expect(page.locator("#unsent")).to_contain_text("Politi · KRISE – vold · Ikke kjent")
        async with inhouse.open():
            inhouse.clock.move(hours=1)
            await page.evaluate("dispatchEvent(new Event('online'))")
            await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")

            await expect(page.locator("#unsent")).to_be_empty()
    assert _calls(inhouse) == [POLICE]
    assert rows(tmp_path / "vaktlogg.db", "SELECT substr(occurred_at, 12) FROM record") == [("14",)]


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
    await press(page, "6", "2", "3")
    await expect(page.locator("#shift")).to_contain_text("Politi · vold · krise")

    await expect(page.locator("#unsent")).to_be_empty()
    assert _calls(inhouse) == [POLICE]


async def test_what_is_refused_stands_in_the_form_again_with_the_reason_above_it(
    inhouse: InHouse, page: Page
) -> None:
    await page.locator('[name="fingerprint"]').evaluate("field => { field.value = 'en annen form'; }")
    await press(page, "6", "2", "3")

    await expect(page.locator("#trouble")).to_contain_text("Skjemaet er endret i mellomtiden.")
    assert await page.locator("#register .choice :checked").count() == 3
    assert _calls(inhouse) == []
