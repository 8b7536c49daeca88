"""Files of a period for leaders: every format opens, and what leaves the house is protected and noted."""

import csv
import io
import json
import zipfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from handlers.statistics.downloads import DOWNLOADS
from reports.worker.client import WorkerClient
from storage.people.seat import Role
from tests.bot.desk.figures_desk import browser_of, desk_of_years
from tests.bot.desk.inhouse import Browser, InHouse
from tests.storage.rows import rows

OPENS: dict[str, Callable[[bytes], bool]] = {
    "docx": lambda content: "word/document.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist(),
    "xlsx": lambda content: "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist(),
    "pdf": lambda content: content.startswith(b"%PDF-"),
    "html": lambda content: content.startswith(b"<!DOCTYPE html>"),
    "csv": lambda content: len(list(csv.DictReader(io.StringIO(content.decode())))) > 20,
    "json": lambda content: json.loads(content)["period"] == "2026-10",
    "png": lambda content: content.startswith(b"\x89PNG"),
    "svg": lambda content: content.startswith(b"<svg "),
    "txt": lambda content: content.decode().startswith("Oktober 2026"),
}


@pytest.fixture
async def inhouse(years: Path, tmp_path: Path) -> AsyncIterator[InHouse]:
    async with desk_of_years(years, tmp_path, WorkerClient()) as inhouse:
        yield inhouse


async def fetched(browser: Browser, path: str) -> tuple[int, bytes, str]:
    """Return a file's status, content, and the name that the browser gives it."""
    async with browser.client.get(f"{browser.url}{path}") as answer:
        return answer.status, await answer.read(), answer.headers.get("Content-Disposition", "")


@pytest.mark.parametrize("kind", DOWNLOADS)
async def test_leaders_have_the_figures_in_every_format_and_each_opens(inhouse: InHouse, kind: str) -> None:
    async with browser_of(inhouse, "leader") as browser:
        status, content, named = await fetched(browser, f"/figures/file/{kind}?period=2026-10")

    assert (status, named) == (200, f'attachment; filename="vaktlogg-2026-10.{kind}"')
    assert OPENS[kind](content)


@pytest.mark.parametrize(
    "path", ["/figures/file/xlsx?period=2026-10", "/figures/publication?period=2025", "/figures/published/x.pdf"]
)
async def test_staff_have_no_files_and_are_not_offered_any(inhouse: InHouse, path: str) -> None:
    async with browser_of(inhouse, "staff") as browser:
        answer = await browser.open(path)
        page = await browser.open("/figures")

    assert answer.status == 403
    assert "/figures/file" not in page.html
    assert "/figures/publication" not in page.html


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/figures/file/exe?period=2026-10", 404),
        ("/figures/file/xlsx?period=tull", 400),
        ("/figures/publication?period=tull", 400),
        ("/figures/published/2026-public.pdf", 404),
        ("/figures/published/..%2F..%2Fvaktlogg.db", 404),
    ],
)
async def test_files_that_there_are_not_are_refused_in_a_sentence(
    inhouse: InHouse, path: str, status: int
) -> None:
    async with browser_of(inhouse, "leader") as browser:
        page = await browser.open(path)

    assert page.status == status
    assert "Det gikk ikke" in page.text


@pytest.mark.parametrize("role", ["leader", "administrator"])
async def test_a_year_is_published_once_after_it_was_said_what_is_hidden(inhouse: InHouse, role: Role) -> None:
    database = inhouse.folder / "vaktlogg.db"
    before = len(rows(database, "SELECT * FROM release"))
    async with browser_of(inhouse, role) as browser:
        await browser.open("/figures/publication?period=2024")
        asked = await browser.press("Se hva som må skjules")
        unnoted = len(rows(database, "SELECT * FROM release")) - before
        form = asked.form("/figures/publish")
        done = await browser.send(form.action, form.fields)
        again = await browser.send(form.action, form.fields)
        files = [path for _, path in done.links if path.startswith("/figures/published/")]
        statuses = [await fetched(browser, path) for path in files]

    assert asked.text.count("Til publisering: 2024") == 1
    assert unnoted == 0
    assert "2024 er publisert." in done.text
    assert "2024 er publisert." in again.text
    assert len(rows(database, "SELECT * FROM release")) == before + 1
    assert {path.rpartition(".")[2] for path in files} == {"png", "xlsx", "docx", "pdf"}
    assert {status for status, _, _ in statuses} == {200}


async def test_a_month_that_is_not_over_cannot_be_published(inhouse: InHouse) -> None:
    async with browser_of(inhouse, "leader") as browser:
        page = await browser.open("/figures/publication?period=2026-11")

    assert "November 2026 er ikke over; den kan publiseres fra 1. desember 2026." in page.text
    assert "/figures/publication" not in {form.action for form in page.forms}
    assert "/figures/publish" not in {form.action for form in page.forms}
