"""Files and forms that are not imported at the desk, and why: nothing is kept, and nothing is left of them."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from bot.desk.importing import file_imports, imports
from handlers.operations.file_import import FileImport, Rehearsal, SentFile
from storage.imports.steps import Progress, untold
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.sent_files import GOOD, held, left, send
from tests.seed_year import seed_year_csv


@pytest.fixture
async def browser(inhouse: InHouse) -> AsyncIterator[Browser]:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser, "administrator")
        yield browser


@pytest.fixture
def held_up(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Let each look at a file wait until this is set, and let no page wait for it."""
    go_on, usual = asyncio.Event(), FileImport.rehearse

    async def slow(files: FileImport, sent: SentFile, progress: Progress = untold) -> Rehearsal:
        await go_on.wait()
        return await usual(files, sent, progress)

    monkeypatch.setattr(FileImport, "rehearse", slow)
    monkeypatch.setattr(file_imports, "AT_ONCE", 0.01)
    return go_on


@pytest.mark.parametrize(
    ("content", "mapped", "said"),
    [
        (b"PK\x03\x04" + bytes(1000), "", "2016.csv er ikke en arbeidsbok som kan leses."),
        (b"\xff\xfe\x00\x00\x00", "", "2016.csv er ikke en CSV-fil."),
        (b"a" * 300_000, "", "2016.csv"),
        (b"," * 5_000 + b"\n" + b"," * 5_000, "", "2016.csv"),
        ("Hvem\nKvinne\n", "", "2016.csv har ikke kolonnen occurred_at."),
        (GOOD, "[[[", "kart.toml"),
        (GOOD, "a." * 60_000, "kart.toml"),
        (GOOD, "[tally]", "kart.toml er et kart over antall per måned."),
        ("", "", "Velg en fil først."),
    ],
)
async def test_what_is_no_such_file_is_refused_in_a_sentence(
    inhouse: InHouse, browser: Browser, content: str | bytes, mapped: str, said: str
) -> None:
    page = await send(browser, content, mapped=mapped)

    assert said in page.text
    assert "Importer" not in page.buttons()
    assert held(inhouse) == [(0,)]


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "/etc/passwd", "..\\..\\x.csv", "<script>x</script>.csv", "a" * 300, "\u202ex.csv"],
)
async def test_a_files_name_is_shown_and_never_used(inhouse: InHouse, browser: Browser, name: str) -> None:
    page = await send(browser, GOOD, name=name)

    [folder] = left(inhouse)
    assert sorted(file.name for file in folder.iterdir()) == ["file", "map"]
    assert "2 nye registreringer" in page.text
    assert "<script>x" not in page.html
    assert "\u202e" not in page.html


async def test_what_is_too_large_is_refused_in_a_sentence_and_removed(
    inhouse: InHouse, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "LARGEST", 1000)

    page = await send(browser, GOOD * 10)

    assert page.status == 413
    assert "Filen er for stor" in page.text
    assert left(inhouse) == []


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"token": "x"}, 403), ({"token": ""}, 403), ({"form": "nothing"}, 422), ({"source": "x" * 2000}, 400)],
)
async def test_forged_fields_are_refused_and_nothing_is_left(
    inhouse: InHouse, browser: Browser, fields: Mapping[str, str], status: int
) -> None:
    page = await send(browser, GOOD, **fields)

    assert page.status == status
    assert left(inhouse) == []


async def test_only_the_file_that_was_looked_at_is_imported(inhouse: InHouse, browser: Browser) -> None:
    page = await send(browser, GOOD)
    earlier = page.form("/operations/import/keep").fields
    await send(browser, seed_year_csv())

    page = await browser.send("/operations/import/keep", earlier)

    assert page.status == 409
    assert "Den filen er ikke her lenger." in page.text
    assert held(inhouse) == [(0,)]


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 30, "²"])
async def test_what_is_no_number_takes_no_import_back(browser: Browser, number: str) -> None:
    token = dict((await browser.open("/operations/import")).form("/operations/import/file").fields)["token"]

    page = await browser.send("/operations/import/undo", [("token", token), ("number", number)])

    assert (page.status, "Den importen finnes ikke." in page.text) == (400, True)


async def test_while_a_file_is_worked_on_calls_are_registered_and_another_file_waits(
    browser: Browser, held_up: asyncio.Event
) -> None:
    token = dict((await browser.open("/operations/import")).form("/operations/import/file").fields)["token"]
    begun = await send(browser, GOOD)

    registered = await browser.register(0, 1, 0)
    refused = await browser.send("/operations/import/undo", [("token", token), ("number", "1")])
    held_up.set()

    assert "Filen blir sett gjennom" in begun.text
    assert "Lagret · nr. 1 i dag" in registered.text
    assert (refused.status, "En annen fil er under arbeid." in refused.text) == (409, True)


async def test_a_file_in_hand_is_removed_when_the_program_stops(tmp_path: Path, held_up: asyncio.Event) -> None:
    inhouse = InHouse(tmp_path)
    async with inhouse.open(), inhouse.browser() as browser:
        await inhouse.let_in(browser, "administrator")
        await send(browser, GOOD)
        held = left(inhouse)

    assert (len(held), left(inhouse), held_up.is_set()) == (1, [], False)
