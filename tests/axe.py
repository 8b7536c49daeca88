"""axe, run in a browser's page: what would keep somebody from using it."""

from collections.abc import Sequence
from typing import Literal

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.async_api import Page

AXE = AXE_FILE_PATH.read_text("utf-8")
FIND = """async (options) => (await axe.run({ resultTypes: ["violations"], ...options })).violations
  .map((found) => `${found.id}: ${found.nodes[0].html}`)"""
OF_COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that may hold in some colours and not in others."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


async def violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """Return the rules that a page breaks, each with the first place: of these rules, or of all there are."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE)
    found: list[str] = await page.evaluate(FIND, {"runOnly": list(rules)} if rules else {})
    return found


async def violations_in_both_colours(page: Page) -> list[str]:
    """Return the rules that a page breaks in light colours, and those of colours that it breaks in dark ones."""
    found = []
    for scheme, rules in zip(SCHEMES, ((), OF_COLOURS), strict=True):
        await page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {one}" for one in await violations(page, rules)]
    return found
