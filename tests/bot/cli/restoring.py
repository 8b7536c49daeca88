"""A centre with a copy of its database, and a hand that restores it at the console."""

import asyncio
import contextlib
import io
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.cli.restore import restore
from bot.config.config import read_config
from reports.words.language import Language
from storage.backup.cleaned_copy import make_cleaned_copy
from storage.backup.encrypted_file import encrypt, new_key
from storage.database.connection import Database
from storage.fault import Fault
from storage.people.seats import Seats
from tests.storage.people.holding import let_in

KEY, OTHER_KEY = new_key(), new_key()
COPY = "vaktlogg-2026-11-29.age"
YES, NO = f"{KEY.secret}\nja\n", f"{KEY.secret}\nnei\n"
RECORDS = "SELECT count(*) FROM record"
ADD = (
    "INSERT INTO record (form, fingerprint, occurred_at, recorded_at, source, outcome, answers)"
    " VALUES ('call', 'x', '2026-11-30', '2026-11-30', '{source}', 'unspecified', '{{}}')"
)


async def _let_some_in(path: Path) -> None:
    async with Database.open(path) as database:
        seats = Seats(database, {}, lapse_days=90, today=lambda: date(2026, 11, 29))
        await let_in(seats, 21, "administrator")
        await let_in(seats, 22, "staff")


@pytest.fixture(scope="session")
def copied(tmp_path_factory: pytest.TempPathFactory, year_2016: Path) -> Path:
    """Keep a folder with a config, a database with a year and two seats, and a copy of that."""
    folder = Path(shutil.copytree(year_2016, tmp_path_factory.mktemp("copied") / "centre"))
    database = folder / "vaktlogg.db"
    asyncio.run(_let_some_in(database))
    place = tmp_path_factory.mktemp("cleaned")
    cleaned = make_cleaned_copy(database, place, date(2026, 11, 29), stopped=lambda: False)
    encrypt(cleaned, folder / COPY, [KEY.public])
    return folder


@pytest.fixture
def centre(tmp_path: Path, copied: Path) -> Path:
    """Return a folder of the test's own, with one call more than the copy holds."""
    folder = Path(shutil.copytree(copied, tmp_path / "centre"))
    with contextlib.closing(sqlite3.connect(folder / "vaktlogg.db")) as connection:
        connection.executescript(ADD.format(source="new"))
    return folder


@dataclass(frozen=True)
class Ended:
    """What a restore has printed, and the fault that ended it."""

    out: str
    fault: str


@pytest.fixture
def restoring(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Return what restores a file in a folder, with answers from a pipe."""

    def restores(folder: Path, file: str = COPY, typed: str = YES) -> Ended:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            restore(read_config(folder / "config.toml"), folder / file)
        except Fault as fault:
            return Ended(capsys.readouterr().out, fault.sentence(Language("nb").text))
        return Ended(capsys.readouterr().out, "")

    return restores


Restoring: TypeAlias = Callable[..., Ended]


def names_in(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()} - {
        "home",
        "2016.csv",
        "vaktlogg.db.lock",
        "vaktlogg.db-journal",
    }


BEFORE = {"config.toml", "vaktlogg.db", COPY}


def encrypted(folder: Path, script: str, *, beginning: Path | None = None) -> Path:
    """Encrypt what a script has made of a database."""
    plain = folder / "plain"
    if beginning is not None:
        shutil.copy(beginning, plain)
    with contextlib.closing(sqlite3.connect(plain)) as connection:
        connection.executescript(script)
    encrypt(plain, folder / "made.age", [KEY.public])
    plain.unlink()
    return folder / "made.age"
