"""The whole annual report and the national form's page at the desk, for leaders who ask."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot.config.forms import forms_of
from bot.config.sections import Forms
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.hour import Hour
from storage.people.seat import Role
from storage.stays.stay import Arrival
from storage.stays.stays import Stays
from tests.bot.desk.figures_desk import browser_of, write_calls
from tests.bot.desk.inhouse import InHouse
from tests.bot.desk.test_figure_files import OPENS, fetched

STARTS = {kind: OPENS[kind] for kind in ("docx", "pdf", "html", "xlsx")}


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    """Run a desk with a month of calls and a stay, that really writes files."""
    inhouse = InHouse(tmp_path, forms=Forms(enabled=["call", "stay"]), worker=WorkerClient())
    await write_calls(inhouse, date(2026, 10, 1))
    form = forms_of(inhouse.config)["stay"]
    arrival = Arrival(form, "a", "registered", "woman", date(2026, 10, 3), {"sex": "woman"}, date(2026, 10, 13))
    async with Database.open(inhouse.config.database.path) as database:
        await Stays(database).begin(arrival, by=1, now=Hour.of(inhouse.clock()))
    async with inhouse.open():
        yield inhouse


async def test_the_page_of_reports_offers_the_years_and_tertials_that_are_known(inhouse: InHouse) -> None:
    async with browser_of(inhouse, "leader") as browser:
        page = await browser.open("/reports")

    [form] = [form for form in page.forms if form.action == "/reports/annual"]
    assert [value for _, name, value in form.buttons if name == "file"] == [
        "annual-docx",
        "annual-pdf",
        "annual-html",
        "annual-xlsx",
        "national-pdf",
        "national-html",
    ]
    text = page.text.replace("\xa0", " ")
    assert "\n2026\n3. tertial 2026" in text
    assert "tertial 2025" not in text


@pytest.mark.parametrize("kind", STARTS)
async def test_leaders_have_the_whole_report_in_every_format(inhouse: InHouse, kind: str) -> None:
    async with browser_of(inhouse, "leader") as browser:
        status, content, named = await fetched(browser, f"/reports/annual?period=2026&file=annual-{kind}")

    assert (status, named) == (200, f'attachment; filename="vaktlogg-2026-annual.{kind}"')
    assert STARTS[kind](content)


async def test_leaders_have_the_page_of_the_national_form_for_a_year_alone(inhouse: InHouse) -> None:
    async with browser_of(inhouse, "leader") as browser:
        status, content, named = await fetched(browser, "/reports/annual?period=2026&file=national-html")
        refused = await browser.open("/reports/annual?period=2026-T3&file=national-html")
        nothing = await browser.open("/reports/annual?period=2024&file=annual-html")

    assert (status, named) == (200, 'attachment; filename="vaktlogg-2026-national.html"')
    assert "Bodøgn" in content.decode()
    assert "Det nasjonale skjemaet gjelder et år" in refused.text
    assert "Ingenting er registrert i 2024" in nothing.text


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("period=2026&file=annual-png", 404),
        ("period=2026&file=national-xlsx", 404),
        ("period=2026&file=other-pdf", 404),
        ("period=x&file=annual-pdf", 400),
        ("", 400),
    ],
)
async def test_what_is_no_such_file_is_not_found(inhouse: InHouse, query: str, status: int) -> None:
    async with browser_of(inhouse, "leader") as browser:
        page = await browser.open(f"/reports/annual?{query}")

    assert page.status == status


@pytest.mark.parametrize(("role", "status"), [("staff", 403), ("administrator", 200)])
async def test_staff_have_none_of_it(inhouse: InHouse, role: Role, status: int) -> None:
    async with browser_of(inhouse, role) as browser:
        answer = await browser.open("/reports/annual?period=2026&file=national-html")

    assert answer.status == status


async def test_the_figures_of_a_form_with_a_house_have_its_nights_and_a_table_of_months(inhouse: InHouse) -> None:
    async with browser_of(inhouse, "leader") as browser:
        page = await browser.open("/figures?period=2026-10&form=stay")

    text = page.text.replace("\xa0", " ")
    assert "Bodøgn: 10" in text
    assert "Flyttet inn: 1" in text
    assert "Bodøgn og flytting i oktober 2026" in text
