"""A form file to change."""

from pathlib import Path

import pytest

from tests.storage.small_form import SMALL


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a form file that is right until something is changed."""
    file = tmp_path / "visit.toml"
    file.write_text(SMALL, encoding="utf-8")
    return file
