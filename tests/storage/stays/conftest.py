"""Stays in a fresh database."""

import pytest

from storage.database.connection import Database
from storage.stays.stays import Stays
from tests.storage.stays.staying import stays_of


@pytest.fixture
def stays(database: Database) -> Stays:
    """Keep stays in the fresh database."""
    return stays_of(database)
