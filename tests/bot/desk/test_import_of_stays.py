"""Importing a file of stays at the desk: shown with both days, kept, and taken back while the days are known."""

from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from bot.config.sections import Forms
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.sent_files import held, send
from tests.example_forms import TEST_FORMS

HEADINGS = "came,went,outcome,sex,children\n"
GOOD = f"{HEADINGS}2016-07-03,2016-07-20,,woman,2\n2016-07-04,,,man,\n"
STAYS = "SELECT count(*) FROM stay"
CUT = "UPDATE stay SET arrived = '2016-07', left = '2016-07', last_night = '2016-07' WHERE left IS NOT NULL"


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[tuple[InHouse, Browser]]:
    inhouse = InHouse(tmp_path, forms=Forms(folder=TEST_FORMS, enabled=["call", "guest"]))
    async with inhouse.open(), inhouse.browser() as browser:
        await inhouse.let_in(browser, "administrator")
        yield inhouse, browser


async def test_the_columns_of_its_days_are_named_and_its_rows_shown_with_both(
    browser: tuple[InHouse, Browser],
) -> None:
    inhouse, seated = browser
    page = await send(seated, GOOD, form="guest")

    assert "2 nye registreringer ville bli lagret." in page.text
    assert "Kom\nDro\nUtfall\nKjønn\nBarn" in page.text
    assert "2016-07-03\n2016-07-20\nregistrert\nKvinne\n2\n2016-07-04\ner her ennå\nregistrert\nMann" in page.text
    assert "juli 2016\n2" in page.text
    assert held(inhouse, STAYS) == [(0,)]


async def test_they_are_kept_and_taken_back(browser: tuple[InHouse, Browser]) -> None:
    inhouse, seated = browser
    await send(seated, GOOD, form="guest")
    kept = await seated.press("Importer")
    stays = held(inhouse, STAYS)
    undone = await seated.press("Ja, ta import 1 tilbake")

    assert "2 nye registreringer; 0 kjent fra før. Dette er import 1." in kept.text
    assert "Import 1 er angret: 2 registreringer teller ikke lenger." in undone.text
    assert (stays, held(inhouse, STAYS)) == ([(2,)], [(0,)])


async def test_once_days_are_gone_an_import_is_not_taken_back(browser: tuple[InHouse, Browser]) -> None:
    inhouse, seated = browser
    await send(seated, GOOD, form="guest")
    await seated.press("Importer")
    with closing(connect(inhouse.folder / "vaktlogg.db")) as database, database:
        database.execute(CUT)

    page = await seated.press("Ja, ta import 1 tilbake")

    assert "Import 1 har opphold der dagene ikke lenger er tatt vare på" in page.text
    assert held(inhouse, STAYS) == [(2,)]


async def test_a_month_in_the_place_of_a_day_is_refused_by_its_line(browser: tuple[InHouse, Browser]) -> None:
    _, seated = browser
    page = await send(seated, f"{GOOD}2016-07,2016-07,,woman,\n", form="guest")

    assert "linje 4: måneden er nok bare for det som er kjent fra før" in page.text
    assert "Importer" not in page.buttons()
