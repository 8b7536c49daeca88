"""The whole annual report as it may leave the house: a leader publishes it at the desk, once and knowingly."""

import asyncio
from pathlib import Path

import pytest

from reports.worker.client import WorkerClient
from storage.people.seat import Role
from tests.bot.desk.annual_centre import ASK, MANY, asked, centre, published_files, released
from tests.bot.desk.figures_desk import browser_of
from tests.bot.desk.test_annual import STARTS
from tests.bot.desk.test_figure_files import fetched

FILES = {f"2025-annual-public.{kind}" for kind in STARTS}


async def test_the_card_of_the_annual_report_leads_there_for_the_chosen_year(tmp_path: Path) -> None:
    async with centre(tmp_path, *MANY) as inhouse, browser_of(inhouse, "leader") as browser:
        page = await browser.open("/reports")

    assert '<button formaction="/reports/publication">Til publisering</button>' in page.html
    assert ("Til publisering", "", "") in page.form("/reports/annual").buttons


@pytest.mark.parametrize("role", ["leader", "administrator"])
async def test_before_anything_is_published_it_is_said_what_is_hidden_and_what_that_means(
    tmp_path: Path, role: Role
) -> None:
    public = tmp_path / "public"
    async with centre(tmp_path, *MANY, "man", public=public) as inhouse, browser_of(inhouse, role) as browser:
        explained = await browser.open("/reports/publication?period=2025")
        hidden = await browser.press(ASK)
        reloaded = await browser.open("/reports/publication?period=2025")

        assert released(inhouse) == []

    assert "Hele årsrapporten til publisering: 2025" in explained.text
    assert "Publiser 2025" not in explained.buttons()
    assert "Dette må skjules:" in hidden.text
    assert "regnes det som lest av alle" in hidden.text
    assert "Publiser 2025" in hidden.buttons()
    assert ASK in reloaded.buttons()
    assert "Publiser 2025" not in reloaded.buttons()
    assert not public.exists()


async def test_a_yes_notes_the_releases_names_them_in_the_audit_and_hands_out_every_format(tmp_path: Path) -> None:
    async with (
        centre(tmp_path, *MANY, worker=WorkerClient()) as inhouse,
        browser_of(inhouse, "leader") as leader,
        browser_of(inhouse, "administrator") as administrator,
    ):
        await asked(leader)
        done = await leader.press("Publiser 2025")
        files = {path: await fetched(leader, path) for path in published_files(done)}
        audit = await administrator.open("/operations/audit")

        assert released(inhouse) == [("stay", "2025")]

    assert "Hele årsrapporten for 2025 er publisert." in done.text
    assert "Notert som publisering 1." in done.text
    assert {path.rpartition("/")[2] for path in files} == FILES
    for path, (status, content, named) in files.items():
        name = path.rpartition("/")[2]
        assert (status, named) == (200, f'attachment; filename="vaktlogg-{name}"')
        assert STARTS[name.rpartition(".")[2]](content)
    assert "publiserte 2025 (publisering nr. 1)" in audit.text


async def test_what_one_page_asked_is_published_once_however_often_it_is_sent(tmp_path: Path) -> None:
    async with centre(tmp_path, *MANY) as inhouse, browser_of(inhouse, "leader") as browser:
        form = (await asked(browser)).form("/reports/publish")
        await asyncio.gather(*(browser.send(form.action, form.fields) for _ in range(2)))
        again = await browser.send(form.action, form.fields)
        once = released(inhouse)
        await asked(browser)
        await browser.press("Publiser 2025")

        assert len(released(inhouse)) == len(once) + 1

    assert len(once) == 1
    assert "Notert som publisering 1." in again.text
    assert {path.rpartition("/")[2] for path in published_files(again)} == FILES


@pytest.mark.parametrize("blocked", [False, True])
async def test_the_public_folder_gets_the_files_and_where_it_cannot_that_is_said(
    tmp_path: Path, *, blocked: bool
) -> None:
    public = tmp_path / "public"
    if blocked:
        public.write_text("A file of that name.", encoding="utf-8")
    async with centre(tmp_path, *MANY, public=public) as inhouse, browser_of(inhouse, "leader") as browser:
        await asked(browser)
        done = await browser.press("Publiser 2025")

        assert len(released(inhouse)) == 1

    assert (f"Filene ligger i {public}." in done.text) is not blocked
    assert ("Filene kunne ikke skrives til" in done.text) is blocked
    assert {path.rpartition("/")[2] for path in published_files(done)} == FILES
    assert {path.name for path in public.glob("*")} == (set() if blocked else FILES)
