"""The pages for operations in a real browser: everybody can use them, and one that waits tells when it is done."""

import asyncio
import functools
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.cli.check import findings
from bot.desk.importing import file_imports
from handlers.operations.file_import import FileImport, Rehearsal, SentFile
from storage.imports.steps import Progress, untold
from tests.axe import violations
from tests.bot.desk.inhouse import InHouse
from tests.browser import needs_browser
from tests.seed_year import seed_year_csv

PHONE = 360
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
FAULTY = "occurred_at,caller\ni går,woman\n2016-01-01,<b>x</b>\n"

pytestmark = needs_browser


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    (tmp_path / "config.toml").write_text("", encoding="utf-8")
    inhouse = InHouse(tmp_path, checks=functools.partial(findings, tmp_path / "config.toml"))
    async with inhouse.open():
        yield inhouse


@pytest.fixture
async def page(inhouse: InHouse, chromium: Browser) -> AsyncIterator[Page]:
    async with inhouse.browser() as administrator, await chromium.new_page() as page:
        await inhouse.let_in(administrator, "administrator")
        await page.context.add_cookies(
            [
                {"name": cookie.key, "value": cookie.value, "url": inhouse.url}
                for cookie in administrator.client.cookie_jar
            ]
        )
        yield page


async def _troubles(page: Page) -> list[str]:
    """Return what keeps somebody from using a page, by day and by night, on a phone and on a wide screen."""
    found: list[str] = []
    for width in (PHONE, 768, 1440):
        await page.set_viewport_size({"width": width, "height": 900})
        found += [f"wider than {width}"] if await page.evaluate(WIDER) else []
        await page.emulate_media(color_scheme="light" if width == PHONE else "dark")
        found += [f"{width} {broken}" for broken in await violations(page)]
    return found


@pytest.mark.parametrize("path", ["", "/import"])
async def test_everybody_can_use_a_page(inhouse: InHouse, page: Page, path: str) -> None:
    await page.goto(f"{inhouse.url}/operations{path}")

    assert await _troubles(page) == []


async def test_everybody_can_use_what_a_check_found(inhouse: InHouse, page: Page) -> None:
    await page.goto(f"{inhouse.url}/operations")
    await page.get_by_role("button", name="Sjekk nå").click()
    await expect(page.locator(".checked")).to_be_visible()

    assert await _troubles(page) == []


@pytest.mark.parametrize("content", [FAULTY, seed_year_csv()])
async def test_everybody_can_use_what_is_shown_of_a_file(
    inhouse: InHouse, page: Page, tmp_path: Path, content: str
) -> None:
    file = tmp_path / "sent.csv"
    file.write_text(content, encoding="utf-8")
    await page.goto(f"{inhouse.url}/operations/import")
    await page.get_by_label("Fil med registreringer").set_input_files(file)
    await page.get_by_role("button", name="Se hva den ville gjøre").click()
    await expect(page.get_by_role("button", name="Velg en annen fil")).to_be_visible()

    assert await _troubles(page) == []


async def test_a_page_that_waits_for_a_file_shows_by_itself_what_came_of_it(
    inhouse: InHouse, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, usual = asyncio.Event(), FileImport.rehearse

    async def slow(files: FileImport, sent: SentFile, progress: Progress = untold) -> Rehearsal:
        progress("reading", 1, 4)
        await go_on.wait()
        return await usual(files, sent, progress)

    monkeypatch.setattr(FileImport, "rehearse", slow)
    monkeypatch.setattr(file_imports, "AT_ONCE", 0.01)
    file = tmp_path / "sent.csv"
    file.write_text(seed_year_csv(), encoding="utf-8")
    await page.goto(f"{inhouse.url}/operations/import")
    await page.get_by_label("Fil med registreringer").set_input_files(file)
    await page.get_by_role("button", name="Se hva den ville gjøre").click()
    await expect(page.get_by_role("status").filter(has_text="25")).to_be_visible()
    go_on.set()

    await expect(page.get_by_text("899 nye registreringer ville bli lagret.")).to_be_visible()
