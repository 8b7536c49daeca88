"""A real database file for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.corrections import Corrections
from storage.database import Database
from storage.records import Records


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Open a fresh database."""
    database = await Database.open(tmp_path / "vaktlogg.db")
    yield database
    await database.close()


@pytest.fixture
def records(database: Database) -> Records:
    """Keep records in the fresh database."""
    return Records(database)


@pytest.fixture
def corrections(database: Database) -> Corrections:
    """Correct the records in the fresh database."""
    return Corrections(database)
