"""The whole product in real browsers without a token, from the first link on: a new centre's first day."""

import contextlib
import shutil
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from reports.worker.client import WorkerClient
from tests.bot.chat_desk import until
from tests.bot.desk.both_ways import asking
from tests.bot.desk.figures_desk import write_years
from tests.bot.desk.inhouse import CODE, InHouse
from tests.bot.desk.seated import press
from tests.bot.desk.test_figure_files import OPENS
from tests.browser import needs_browser
from tests.storage.rows import rows

pytestmark = needs_browser

CALL = "SELECT agency, reason, crisis, minority FROM calls WHERE occurred_at = '2026-11-03T14'"
DRAWN = 30_000
"""Milliseconds that a busy machine may take over a picture."""
SHIFT = "SELECT counted, step FROM shift WHERE began = '2026-11-03T07:30'"


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_years(tmp_path_factory.mktemp("years"))


@pytest.fixture
async def inhouse(tmp_path: Path, years: Path) -> AsyncIterator[InHouse]:
    """Run a new centre that has brought the calls of its years, and where nobody has been let in."""
    inhouse = asking(tmp_path)
    inhouse.worker = WorkerClient()
    shutil.copy(years, inhouse.config.database.path)
    async with inhouse.open():
        yield inhouse


@contextlib.asynccontextmanager
async def let_in(chromium: Browser, inhouse: InHouse, link: str) -> AsyncIterator[Page]:
    """Open a link in a browser of its own, and let that in; fails on any error in its pages."""
    troubles: list[str] = []
    async with await chromium.new_context(base_url=inhouse.url, locale="nb-NO") as context:
        page = await context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        await page.goto(f"/enter/{link.rpartition('/')[2]}")  # the port of a test is not the one in the config
        await _click(page, "Slipp inn")
        yield page
    assert troubles == []


async def _click(page: Page, button: str) -> None:
    await page.get_by_role("button", name=button, exact=True).click()


async def _choose_code(page: Page) -> None:
    await page.get_by_label("Kode", exact=True).fill(CODE)
    await page.get_by_label("Den samme koden en gang til").fill(CODE)
    await _click(page, "Bruk denne koden")
    await expect(page.get_by_role("link", name="Før", exact=True)).to_be_visible()
    await page.wait_for_load_state()  # from then on, keys are listened to


@contextlib.asynccontextmanager
async def invited(chromium: Browser, inhouse: InHouse, owner: Page, role: str) -> AsyncIterator[Page]:
    """Let the administrator invite somebody, who uses the link, is let in and chooses a code."""
    await owner.get_by_role("link", name="Folk", exact=True).click()
    await _click(owner, role)
    async with let_in(chromium, inhouse, await owner.locator(".link input").input_value()) as page:
        await expect(page.get_by_text("Administratoren må slippe deg inn først")).to_be_visible()
        await owner.get_by_role("link", name="Folk", exact=True).click()
        await _click(owner, "Slipp inn")
        await _choose_code(page)
        yield page


async def _call_and_correct(page: Page) -> None:
    await press(page, "6", "2", "3")
    call = page.locator("#shift-calls li.call")
    await expect(call).to_contain_text("Politi · vold · krise")
    for button in ("Endre", "Bakgrunn", "Nei"):
        await call.get_by_role("button", name=button, exact=True).click()
    await expect(call).to_contain_text("Minoritetsspråklig bakgrunn: nei")


async def _answer_card(page: Page) -> None:
    card = page.locator("#shift-cards .card").filter(has_text="Vakten 07:30–15:00: 1 samtale er ført")
    await card.get_by_role("button", name="1", exact=True).click()
    await card.get_by_role("button", name="Hopp over", exact=True).click()
    await expect(page.locator("#shift-cards")).to_contain_text("Alt er ført. Takk for innsatsen!")


async def _last_month(page: Page) -> None:
    await page.get_by_role("link", name="Tall", exact=True).click()
    await page.locator(".periods [rel=prev]").click()
    await expect(page.locator(".headline .period")).to_have_text("Oktober 2026")
    picture = page.locator(".paper img").first
    await expect(picture).to_have_js_property("complete", value=True, timeout=DRAWN)
    assert await picture.evaluate("picture => picture.naturalWidth") > 0


async def _documents_of_the_year(page: Page) -> Sequence[str]:
    """Return the kinds of the files that were downloaded and opened."""
    await page.get_by_text("Annen periode").click()
    await page.get_by_role("link", name="2025", exact=True).click()
    kinds = []
    for name in ("Word", "Excel", "PDF"):
        async with page.expect_download() as downloading:
            await page.locator(".files").get_by_role("link", name=name, exact=True).click()
        download = await downloading.value
        kind = download.suggested_filename.rpartition(".")[2]
        assert download.suggested_filename == f"vaktlogg-2025.{kind}"
        assert OPENS[kind]((await download.path()).read_bytes())
        kinds.append(kind)
    return kinds


async def _link_for_one_more(owner: Page) -> str:
    """Return the link by which one more browser comes in to the duty seat."""
    await owner.goto("/people?seat=2")
    await owner.locator("#seat-2").get_by_role("button", name="Én nettleser til").click()
    return await owner.locator(".link input").input_value()


async def _remove_newest(owner: Page) -> None:
    await owner.goto("/people?seat=2")
    browsers = owner.locator("#seat-2 .removing")
    await browsers.last.locator("summary").click()
    await browsers.last.get_by_role("button", name="Ja, fjern nettleseren").click()
    await expect(browsers).to_have_count(1)


async def test_a_new_centre_has_the_whole_product_without_a_token(inhouse: InHouse, chromium: Browser) -> None:
    database = inhouse.config.database.path
    first = next(line for line in inhouse.said if "/enter/" in line)
    async with let_in(chromium, inhouse, first) as owner:
        await _choose_code(owner)
        async with invited(chromium, inhouse, owner, "Ansatt") as duty:
            await _call_and_correct(duty)
            await until(lambda: bool(rows(database, "SELECT since FROM shifts_since")))
            inhouse.clock.move(minutes=45)
            await _answer_card(duty)
        async with invited(chromium, inhouse, owner, "Leder") as leader:
            await _last_month(leader)
            downloaded = await _documents_of_the_year(leader)
        async with let_in(chromium, inhouse, await _link_for_one_more(owner)) as second:
            await second.get_by_label("Koden for denne tilgangen").fill(CODE)
            await _click(second, "Lås opp")
            await second.get_by_role("link", name="Tall", exact=True).click()
            await _remove_newest(owner)

            await second.get_by_role("link", name="Før", exact=True).click()

            await expect(second.get_by_text("Ingen har sluppet inn denne nettleseren ennå.")).to_be_visible()

    assert downloaded == ["docx", "xlsx", "pdf"]
    assert rows(database, CALL) == [("police", "violence", "yes", "no")]
    assert rows(database, SHIFT) == [(1, "done")]
