"""A real database file for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database.connection import Database
from storage.forms.form import Form
from storage.forms.reader import read_form
from storage.records.corrections import Corrections
from storage.records.records import Records
from tests.storage.letters import FORM


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Open a fresh database."""
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        yield database


@pytest.fixture
def records(database: Database) -> Records:
    """Keep records in the fresh database."""
    return Records(database)


@pytest.fixture
def corrections(database: Database) -> Corrections:
    """Correct the records in the fresh database."""
    return Corrections(database)


@pytest.fixture
def letter(tmp_path: Path) -> Form:
    """Read a small form."""
    file = tmp_path / "letter.toml"
    file.write_text(FORM, encoding="utf-8")
    return read_form(file)
