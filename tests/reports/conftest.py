"""A place to keep stays in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.reports.houses import Place, place


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Place]:
    """Open an empty database for a house."""
    async with place(tmp_path) as opened:
        yield opened
