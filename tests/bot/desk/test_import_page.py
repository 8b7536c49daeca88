"""Importing a file at the desk: what it would do is shown before anything is kept."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.desk.importing import uploads
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.sent_files import GOOD, HEADINGS, held, left, send
from tests.seed_year import seed_year_csv
from tests.storage.table_files.workbooks import excel

FAULTY = (
    f"{HEADINGS}2016-07-14,woman,self,violence,yes,no\n"
    "i går,woman,self,violence,yes,no\n"
    "2016-07-14,<b>Kari 99887766</b>,self,violence,yes,no\n"
    "2199-07-14,woman,self,violence,yes,no\n"
)
MAP = """
[occurred_at]
columns = ["Dato"]
formats = ["%d.%m.%Y"]
[question.caller]
column = "Hvem"
values = { "Kvinne" = "woman" }
"""
ACTS = "SELECT act, about, by FROM audit WHERE act LIKE 'import%'"


@pytest.fixture
async def browser(inhouse: InHouse) -> AsyncIterator[Browser]:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser, "administrator")
        yield browser


async def test_what_a_file_would_do_is_shown_and_changes_nothing(inhouse: InHouse, browser: Browser) -> None:
    page = await send(browser, seed_year_csv())

    assert "899 nye registreringer ville bli lagret. 0 rader er kjent fra før." in page.text
    assert "2016-01-01\nregistrert\nKvinne" in page.text
    assert "juli 2016\n98" in page.text
    assert held(inhouse) == [(0,)]
    assert held(inhouse, "SELECT count(*) FROM import_file") == [(0,)]


async def test_an_import_appears_in_the_figures_and_the_audit_and_its_file_is_removed(
    inhouse: InHouse, browser: Browser
) -> None:
    await send(browser, GOOD)
    page = await browser.press("Importer")

    assert "2 nye registreringer; 0 kjent fra før. Dette er import 1." in page.text
    assert held(inhouse, "SELECT sum(calls) FROM answer_count WHERE grain = 'month'") == [(2,)]
    assert held(inhouse, ACTS) == [("imported", "1", 1)]
    assert left(inhouse) == []


async def test_a_workbook_is_read_by_its_sheet(browser: Browser, tmp_path: Path) -> None:
    headings, *calls = [line.split(",") for line in GOOD.splitlines()]
    book = excel(tmp_path / "2016.xlsx", {"Inn": [headings, *calls], "Ut": [("Dag", "Til"), ("i går", "NAV")]})

    asked = await send(browser, book.read_bytes(), "2016.xlsx")
    page = await send(browser, book.read_bytes(), "2016.xlsx", sheet=" inn ")

    assert "2016.xlsx har tabeller på flere ark: Inn, Ut." in asked.text
    assert "2 nye registreringer ville bli lagret." in page.text


async def test_the_same_file_again_is_known(browser: Browser) -> None:
    await send(browser, GOOD)
    await browser.press("Importer")

    page = await send(browser, GOOD)

    assert "0 nye registreringer ville bli lagret. 2 rader er kjent fra før." in page.text
    assert "(14.–15. juli 2016)" in page.text


async def test_of_a_source_with_a_name_only_its_own_rows_are_known(inhouse: InHouse, browser: Browser) -> None:
    await send(browser, GOOD)
    await browser.press("Importer")
    await send(browser, GOOD, source="  Natt   telefon ")
    page = await browser.press("Importer")

    assert "Natt telefon" in page.text
    assert held(inhouse) == [(4,)]


async def test_an_import_is_taken_back(inhouse: InHouse, browser: Browser) -> None:
    await send(browser, GOOD)
    await browser.press("Importer")

    page = await browser.press("Ja, ta import 1 tilbake")

    assert "Import 1 er angret: 2 registreringer teller ikke lenger." in page.text
    assert held(inhouse) == [(0,)]
    assert held(inhouse, ACTS) == [("imported", "1", 1), ("import_undone", "1", 1)]
    assert "Ja, ta import 1 tilbake" not in page.buttons()


async def test_faulty_rows_stand_in_a_table_and_nothing_can_be_imported(
    inhouse: InHouse, browser: Browser
) -> None:
    page = await send(browser, FAULTY)

    assert "3 rader har feil" in page.text
    assert "3\noccurred_at\n«i går» er verken" in page.text
    assert "5\noccurred_at\n«2199-07-14» ligger" in page.text
    assert page.text.count("i går") == 1
    assert "Importer" not in page.buttons()
    assert "<b>Kari" not in page.html
    assert "99887766" not in page.html
    assert held(inhouse) == [(0,)]


async def test_the_columns_and_the_values_that_a_file_may_have_are_named_before_it_is_sent_and_beside_its_faults(
    browser: Browser,
) -> None:
    before, beside = await browser.open("/operations/import"), await send(browser, FAULTY)

    for page in (before, beside):
        assert "Kolonner og verdier: Innkommende samtale" in page.text
        assert "outcome\nregistered\nregistrert\n" in page.text


async def test_of_many_faulty_rows_a_hundred_are_named_and_the_others_counted(browser: Browser) -> None:
    page = await send(browser, GOOD + "i går,woman,self,violence,yes,no\n" * 250)

    assert page.html.count("<td>«i går» er verken") == 100
    assert "250 rader har feil" in page.text
    assert "Og 150 til." in page.text


async def test_a_file_with_columns_of_its_own_is_read_through_a_map(browser: Browser) -> None:
    page = await send(browser, "Dato;Hvem\n14.7.2016;Kvinne\n15.7.2016;Mann\n", mapped=MAP)

    assert "Hvem: «Mann» (1)" in page.text
    assert "2016-07-14\nregistrert\nKvinne" in page.text


async def test_what_a_map_does_besides_renaming_is_shown_before_anything_is_kept(browser: Browser) -> None:
    skipping = f'skip = {{ Hvem = ["Prøve"] }}\n{MAP}others = "man"\n'

    page = await send(browser, "Dato;Hvem\n14.7.2016;Kvinne\n15.7.2016;<b>Kåre\n;Prøve\n", mapped=skipping)

    assert "2 nye registreringer ville bli lagret." in page.text
    assert "1 rad er utelatt, slik kartet sier under `skip`:" in page.text
    assert "Hvem: «Prøve» (1)" in page.text
    assert "Hvem: «<b>Kåre» (1)" in page.text
    assert "<b>Kåre" not in page.html


async def test_a_file_that_is_given_up_is_removed(inhouse: InHouse, browser: Browser) -> None:
    await send(browser, GOOD)

    await browser.press("Velg en annen fil")

    assert left(inhouse) == []


async def test_what_a_crash_left_of_a_file_is_removed_at_the_next_start(tmp_path: Path) -> None:
    left = tmp_path / f"{uploads.folder_prefix(tmp_path / 'vaktlogg.db')}left"
    left.mkdir()
    (left / "file").write_text("Kari Nordmann", encoding="utf-8")

    async with InHouse(tmp_path).open():
        gone = not left.exists()

    assert gone
