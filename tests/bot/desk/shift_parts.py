"""Parts of a page as those find them who look at the shift: a call's row, a card, what a tap has led to."""

import re
from collections.abc import Mapping

from tests.bot.desk.inhouse import Browser
from tests.bot.desk.page import Page

CHOICE = re.compile(r'name="s(\d)" value="(\d+)".*?<span>(.*?)</span>', re.DOTALL)


async def opened(browser: Browser, path: str) -> Page:
    """Open a page, and unlock the browser first where nobody has done anything there for long."""
    if (await browser.open(path)).path == "/unlock":
        await browser.unlock()
        await browser.open(path)
    return browser.page


def places(page: Page) -> Mapping[tuple[str, str], str]:
    """Return the places of the buttons on a page's form, by their screens and labels."""
    return {(screen, label): place for screen, place, label in CHOICE.findall(page.html)}


def row(page: Page, source: str) -> Page:
    """Return the part of a page that shows a call."""
    return _part(page, rf'<li class="call[^>]* id="call-{re.escape(source)}".*?</li>')


def sources(page: Page) -> list[str]:
    """Return the sources of the calls that a page lists, from the top."""
    return re.findall(r'<li class="call[^>]* id="call-([^"]*)"', page.html)


def card(page: Page, number: int) -> Page:
    """Return the part of a page that shows a card."""
    return _part(page, rf'<section [^>]*id="card{number}".*?</section>')


def answers(page: Page) -> Page:
    """Return the part of a page that shows what a tap has led to."""
    return _part(page, r'id="shift-answers".*?<ol id="shift-calls"')


async def choose_hour(browser: Browser, hour: int) -> None:
    """Choose an hour of those that a page offers for a call, by a link to the form or by a button."""
    words, links = f"{hour:02}–{hour + 1:02}", dict(browser.page.links)
    if linked := [links[label] for label in links if label.endswith(words)]:
        await browser.open(linked[0])
    else:
        [label] = [label for label in browser.page.buttons() if label.endswith(words)]
        browser.page = answers(await browser.press(label))


def _part(page: Page, pattern: str) -> Page:
    found = re.search(pattern, page.html, re.DOTALL)
    assert found is not None, page.text
    return Page(found[0])
