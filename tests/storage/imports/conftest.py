"""The imports of a fresh database."""

import pytest

from storage.database.connection import Database
from storage.imports.imports import Imports


@pytest.fixture
def imports(database: Database) -> Imports:
    """Import into the fresh database."""
    return Imports(database)
