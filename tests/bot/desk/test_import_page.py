"""Importing a file at the desk: what it would do is shown before anything is kept."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest
from aiohttp import FormData

from bot.desk import uploads
from tests.bot.desk.inhouse import Browser, InHouse, Page
from tests.seed_year import seed_year_csv
from tests.storage.rows import rows

HEADINGS = "occurred_at,caller,behalf,reason,crisis,minority\n"
GOOD = f"{HEADINGS}2016-07-14,woman,self,violence,yes,no\n2016-07-15,man,self,guidance,no,no\n"
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
COUNT = "SELECT count(*) FROM record WHERE voided_at IS NULL"
ACTS = "SELECT act, about, by FROM audit WHERE act LIKE 'import%'"


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    inhouse = InHouse(tmp_path)
    async with inhouse.open():
        yield inhouse


@pytest.fixture
async def browser(inhouse: InHouse) -> AsyncIterator[Browser]:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser, "administrator")
        yield browser


async def _send(
    browser: Browser, content: str | bytes, name: str = "2016.csv", mapped: str = "", **fields: str
) -> Page:
    """Send a file by the page's form, its token first, as browsers send it."""
    page = await browser.open("/operations/import")
    if "Velg en annen fil" in page.buttons():
        page = await browser.press("Velg en annen fil")
    known: Mapping[str, str] = {**dict(page.form("/operations/import/file").fields), "form": "call", **fields}
    form = FormData(default_to_multipart=True)
    for key, value in known.items():
        if key not in {"file", "map"}:
            form.add_field(key, value)
    form.add_field("file", content.encode() if isinstance(content, str) else content, filename=name)
    form.add_field("map", mapped.encode(), filename="kart.toml" if mapped else "")
    headers = {"Origin": browser.url, "Sec-Fetch-Site": "same-origin"}
    url = f"{browser.url}/operations/import/file"
    async with browser.client.post(url, data=form, headers=headers) as answer:
        browser.page = Page(await answer.text(), answer.status, answer.url.path, answer.headers)
    return browser.page


def _left(inhouse: InHouse) -> list[Path]:
    """Return what is left of files that were sent."""
    return list(inhouse.folder.glob(".*upload*"))


def _held(inhouse: InHouse, statement: str = COUNT) -> object:
    return rows(inhouse.folder / "vaktlogg.db", statement)


async def test_what_a_file_would_do_is_shown_and_changes_nothing(inhouse: InHouse, browser: Browser) -> None:
    page = await _send(browser, seed_year_csv())

    assert "899 nye registreringer ville bli lagret. 0 rader er kjent fra før." in page.text
    assert "2016-01-01\nregistrert\nKvinne" in page.text
    assert "juli 2016\n98" in page.text
    assert _held(inhouse) == [(0,)]
    assert _held(inhouse, "SELECT count(*) FROM import_file") == [(0,)]


async def test_an_import_appears_in_the_figures_and_the_audit_and_its_file_is_removed(
    inhouse: InHouse, browser: Browser
) -> None:
    await _send(browser, GOOD)
    page = await browser.press("Importer")

    assert "2 nye registreringer; 0 kjent fra før. Dette er import 1." in page.text
    assert _held(inhouse, "SELECT sum(calls) FROM answer_count WHERE grain = 'month'") == [(2,)]
    assert _held(inhouse, ACTS) == [("imported", "1", 1)]
    assert _left(inhouse) == []


async def test_the_same_file_again_is_known(browser: Browser) -> None:
    await _send(browser, GOOD)
    await browser.press("Importer")

    page = await _send(browser, GOOD)

    assert "0 nye registreringer ville bli lagret. 2 rader er kjent fra før." in page.text
    assert "(14.–15. juli 2016)" in page.text


async def test_of_a_source_with_a_name_only_its_own_rows_are_known(inhouse: InHouse, browser: Browser) -> None:
    await _send(browser, GOOD)
    await browser.press("Importer")
    await _send(browser, GOOD, source="  Natt   telefon ")
    page = await browser.press("Importer")

    assert "Natt telefon" in page.text
    assert _held(inhouse) == [(4,)]


async def test_an_import_is_taken_back(inhouse: InHouse, browser: Browser) -> None:
    await _send(browser, GOOD)
    await browser.press("Importer")

    page = await browser.press("Ja, ta import 1 tilbake")

    assert "Import 1 er angret: 2 registreringer teller ikke lenger." in page.text
    assert _held(inhouse) == [(0,)]
    assert _held(inhouse, ACTS) == [("imported", "1", 1), ("import_undone", "1", 1)]
    assert "Ja, ta import 1 tilbake" not in page.buttons()


async def test_faulty_rows_stand_in_a_table_and_nothing_can_be_imported(
    inhouse: InHouse, browser: Browser
) -> None:
    page = await _send(browser, FAULTY)

    assert "3 rader har feil" in page.text
    assert "3\noccurred_at\n«i går»" in page.text
    assert "5\noccurred_at\n«2199-07-14»" in page.text
    assert "Importer" not in page.buttons()
    assert "<b>Kari" not in page.html
    assert "99887766" not in page.html
    assert _held(inhouse) == [(0,)]


async def test_of_many_faulty_rows_a_hundred_are_named_and_the_others_counted(browser: Browser) -> None:
    page = await _send(browser, GOOD + "i går,woman,self,violence,yes,no\n" * 250)

    assert page.html.count("«i går»</td>") == 100
    assert "250 rader har feil" in page.text
    assert "Og 150 til." in page.text


async def test_a_file_with_columns_of_its_own_is_read_through_a_map(browser: Browser) -> None:
    page = await _send(browser, "Dato;Hvem\n14.7.2016;Kvinne\n15.7.2016;Mann\n", mapped=MAP)

    assert "Hvem: «Mann» (1)" in page.text
    assert "2016-07-14\nregistrert\nKvinne" in page.text


@pytest.mark.parametrize(
    ("content", "mapped", "said"),
    [
        (b"PK\x03\x04" + bytes(1000), "", "2016.csv er ikke en CSV-fil."),
        (b"\xff\xfe\x00\x00\x00", "", "2016.csv er ikke en CSV-fil."),
        (b"a" * 300_000, "", "2016.csv"),
        (b"," * 5_000 + b"\n" + b"," * 5_000, "", "2016.csv"),
        ("Hvem\nKvinne\n", "", "2016.csv har ikke kolonnen occurred_at."),
        (GOOD, "[[[", "kart.toml"),
        (GOOD, "a." * 60_000, "kart.toml"),
        ("", "", "Velg en fil først."),
    ],
)
async def test_what_is_no_such_file_is_refused_in_a_sentence(
    inhouse: InHouse, browser: Browser, content: str | bytes, mapped: str, said: str
) -> None:
    page = await _send(browser, content, mapped=mapped)

    assert said in page.text
    assert "Importer" not in page.buttons()
    assert _held(inhouse) == [(0,)]


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "/etc/passwd", "..\\..\\x.csv", "<script>x</script>.csv", "a" * 300, "\u202ex.csv"],
)
async def test_a_files_name_is_shown_and_never_used(inhouse: InHouse, browser: Browser, name: str) -> None:
    page = await _send(browser, GOOD, name=name)

    [folder] = _left(inhouse)
    assert sorted(file.name for file in folder.iterdir()) == ["file", "map"]
    assert "2 nye registreringer" in page.text
    assert "<script>x" not in page.html
    assert "\u202e" not in page.html


async def test_what_is_too_large_is_refused_in_a_sentence_and_removed(
    inhouse: InHouse, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LARGEST", 1000)

    page = await _send(browser, GOOD * 10)

    assert page.status == 413
    assert "Filen er for stor" in page.text
    assert _left(inhouse) == []


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"token": "x"}, 403), ({"token": ""}, 403), ({"form": "nothing"}, 422), ({"source": "x" * 2000}, 400)],
)
async def test_forged_fields_are_refused_and_nothing_is_left(
    inhouse: InHouse, browser: Browser, fields: Mapping[str, str], status: int
) -> None:
    page = await _send(browser, GOOD, **fields)

    assert page.status == status
    assert _left(inhouse) == []


async def test_only_the_file_that_was_looked_at_is_imported(inhouse: InHouse, browser: Browser) -> None:
    page = await _send(browser, GOOD)
    earlier = page.form("/operations/import/keep").fields
    await _send(browser, seed_year_csv())

    page = await browser.send("/operations/import/keep", earlier)

    assert page.status == 409
    assert "Den filen er ikke her lenger." in page.text
    assert _held(inhouse) == [(0,)]


async def test_a_file_that_is_given_up_is_removed(inhouse: InHouse, browser: Browser) -> None:
    await _send(browser, GOOD)

    await browser.press("Velg en annen fil")

    assert _left(inhouse) == []


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 30, "²"])
async def test_what_is_no_number_takes_no_import_back(browser: Browser, number: str) -> None:
    token = dict((await browser.open("/operations/import")).form("/operations/import/file").fields)["token"]

    page = await browser.send("/operations/import/undo", [("token", token), ("number", number)])

    assert (page.status, "Den importen finnes ikke." in page.text) == (400, True)


async def test_what_a_crash_left_of_a_file_is_removed_at_the_next_start(tmp_path: Path) -> None:
    left = tmp_path / f"{uploads.folder_prefix(tmp_path / 'vaktlogg.db')}left"
    left.mkdir()
    (left / "file").write_text("Kari Nordmann", encoding="utf-8")

    async with InHouse(tmp_path).open():
        gone = not left.exists()

    assert gone
