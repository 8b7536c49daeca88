"""The first page of the desk: a call is registered whole, once, and stands beside the form."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.desk.inhouse import Browser, InHouse
from tests.storage.rows import rows

CALLS = "SELECT caller, behalf, reason, crisis, minority FROM calls"


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    inhouse = InHouse(tmp_path)
    async with inhouse.open():
        yield inhouse


@pytest.fixture
async def browser(inhouse: InHouse) -> AsyncIterator[Browser]:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser)
        yield browser


async def test_a_call_that_is_filled_in_whole_is_kept_and_stands_beside_the_form(
    inhouse: InHouse, browser: Browser
) -> None:
    page = await browser.register(0, 1, 0)

    assert rows(inhouse.folder / "vaktlogg.db", CALLS) == [("woman", "self", "violence", "yes", "yes")]
    assert "Lagret · nr. 1 i dag\nKvinne · seg selv · vold · krise" in page.text
    assert page.status == 200


async def test_the_same_form_sent_twice_is_kept_once(inhouse: InHouse, browser: Browser) -> None:
    page = await browser.open("/")
    fields = [*page.form("/register").fields, ("s0", "0"), ("s1", "1"), ("s2", "0")]

    await browser.send("/register", fields)
    await browser.send("/register", fields)

    assert len(rows(inhouse.folder / "vaktlogg.db", CALLS)) == 1


async def test_what_is_missing_is_said_where_it_is_missing_and_nothing_is_kept(
    inhouse: InHouse, browser: Browser
) -> None:
    page = await browser.register(0, 1)

    assert page.status == 422
    assert page.text.count("Velg ett av disse.") == 1
    assert rows(inhouse.folder / "vaktlogg.db", CALLS) == []


async def test_a_call_is_undone_beside_the_form(inhouse: InHouse, browser: Browser) -> None:
    await browser.register(0, 1, 0)

    page = await browser.press("Angre")

    assert "Hent tilbake" in page.buttons()
    assert rows(inhouse.folder / "vaktlogg.db", CALLS) == []
