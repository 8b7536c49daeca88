"""A centre whose house is registered at the desk, and what its staff do there."""

from collections.abc import Sequence
from pathlib import Path

from bot.config.sections import Forms
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.page import Page
from tests.example_forms import TEST_FORMS
from tests.storage.rows import rows

FORMS = Forms(folder=TEST_FORMS, enabled=["call", "adult", "child", "queue"])
STAYS = """
    SELECT stay.form, person, arrived, left, label, outcome, answers FROM stay JOIN record ON id = record
    ORDER BY stay.form, arrived, answers
"""


def residence(folder: Path) -> InHouse:
    """Return a centre with forms for adults, children and a waiting list."""
    return InHouse(folder, forms=FORMS)


def kept(inhouse: InHouse) -> list[tuple[object, ...]]:
    """Return every stay that is kept, with its answers."""
    return rows(inhouse.folder / "vaktlogg.db", STAYS)


async def arrive(browser: Browser, form: str = "adult", beside: str = "", **filled: str) -> Page:
    """Register an arrival; answers are named by their questions, with `__` before an option."""
    await browser.open(f"/house/new?form={form}&beside={beside}")
    return await browser.press("Lagre", **named(filled))


def named(filled: dict[str, str]) -> dict[str, str]:
    """Return what is filled in under the names of the page's fields."""
    days = {"arrived", "left", "label", "beside", "revision"}
    return {key if key in days else f"q.{key.replace('__', '.')}": value for key, value in filled.items()}


def stays_of(page: Page) -> Sequence[str]:
    """Return the addresses of the stays that a page lists, in order."""
    return [href for _, href in page.links if href.startswith("/house/") and "new?" not in href]


async def open_stay(browser: Browser, place: int = 0) -> Page:
    """Open the page of a stay that is listed, of several the one at that place."""
    page = await browser.open("/house")
    return await browser.open(stays_of(page)[place])
