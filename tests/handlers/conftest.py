"""Centres to act in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.handlers.centre import Centre, open_centre


@pytest.fixture
async def centre(tmp_path: Path) -> AsyncIterator[Centre]:
    """Open a centre whose staff are asked nothing."""
    async with open_centre(tmp_path) as centre:
        yield centre


@pytest.fixture
async def asking(tmp_path: Path) -> AsyncIterator[Centre]:
    """Open a centre whose staff are asked at handovers."""
    async with open_centre(tmp_path, ask=True) as centre:
        yield centre
