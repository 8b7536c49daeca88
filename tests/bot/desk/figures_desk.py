"""A desk with two years of invented calls."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from random import Random

from bot.config.forms import forms_of
from bot.demo.calls import invented_calls
from reports.words.language import Code
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.hour import Hour
from storage.people.seat import Role
from storage.records.records import Records
from tests.bot.desk.inhouse import Browser, InHouse
from tests.reports.quick_worker import QuickWorker


def write_years(folder: Path) -> Path:
    """Keep calls from January 2024 until 2 November 2026 in a database, and return its path."""
    asyncio.run(write_calls(inhouse := InHouse(folder), date(2024, 1, 1)))
    return inhouse.config.database.path


async def write_calls(inhouse: InHouse, since: date) -> None:
    """Keep calls of the days since then in a desk's database."""
    form = forms_of(inhouse.config)["call"]
    async with Database.open(inhouse.config.database.path) as database:
        calls = list(invented_calls(form, since, inhouse.clock().date(), Random(1)))
        await Records(database).save_all(calls, now=Hour.of(inhouse.clock()))


@asynccontextmanager
async def desk_of_years(
    years: Path, folder: Path, worker: WorkerClient | None = None, code: Code = "nb"
) -> AsyncIterator[InHouse]:
    """Run a desk in a folder on a copy of these years; files are made by the worker."""
    inhouse = InHouse(folder, language=code, worker=worker or QuickWorker())
    shutil.copy(years, inhouse.config.database.path)
    async with inhouse.open():
        yield inhouse


@asynccontextmanager
async def browser_of(inhouse: InHouse, role: Role) -> AsyncIterator[Browser]:
    """Let a browser in as a seat of a role."""
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser, role)
        yield browser
