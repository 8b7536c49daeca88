"""A centre with a house in 2025, whose annual report is to be published."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

from bot.config.forms import forms_of
from bot.config.sections import Forms, Reports
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.hour import Hour
from storage.stays.stay import Arrival
from storage.stays.stays import Stays
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.page import Page
from tests.reports.quick_worker import QuickWorker
from tests.storage.rows import rows

ENABLED = Forms(enabled=["call", "stay"])
MANY = ("woman",) * 8 + ("man",) * 6
ASK = "Se hva som må skjules"


@asynccontextmanager
async def centre(
    folder: Path, *sexes: str, worker: WorkerClient | None = None, public: Path | None = None
) -> AsyncIterator[InHouse]:
    """Run a desk of a house in which these people stayed for twenty days each in 2025."""
    reports = Reports(public_folder=public)
    inhouse = InHouse(folder, forms=ENABLED, worker=worker or QuickWorker(), reports=reports)
    form, now = forms_of(inhouse.config)["stay"], Hour.of(inhouse.clock())
    async with Database.open(inhouse.config.database.path) as database:
        for place, sex in enumerate(sexes):
            day = date(2025, 1, 1) + timedelta(days=11 * place)
            left = day + timedelta(days=20)
            arrival = Arrival(form, f"kept-{place}", "registered", sex, day, {"sex": sex}, left)
            await Stays(database).begin(arrival, by=1, now=now)
    async with inhouse.open():
        yield inhouse


def released(inhouse: InHouse) -> list[tuple[object, ...]]:
    """Return which forms' figures were published, and of what."""
    return rows(inhouse.folder / "vaktlogg.db", "SELECT form, period FROM release ORDER BY number")


def published_files(page: Page) -> Sequence[str]:
    """Return the addresses of the files that a page hands out."""
    return [path for _, path in page.links if path.startswith("/reports/published/")]


async def asked(browser: Browser, year: str = "2025") -> Page:
    """Open the page of a year, and ask what would be hidden."""
    await browser.open(f"/reports/publication?period={year}")
    return await browser.press(ASK)
