"""What a version has promised is kept by every later one."""

import tomllib
from pathlib import Path

import pytest

from storage.database.connection import Database
from tests.promised.today import promised

PROMISED = Path(__file__).parent / "promised"
VERSIONS = {file.stem: file.read_text(encoding="utf-8").splitlines() for file in PROMISED.glob("*.txt")}


@pytest.mark.parametrize("version", sorted(VERSIONS))
async def test_nothing_that_was_promised_has_gone(tmp_path: Path, version: str) -> None:
    async with Database.open(tmp_path / "empty.db") as database:
        today = await promised(database)

    assert [line for line in VERSIONS[version] if line not in today] == []


def test_the_version_has_written_down_what_it_promises() -> None:
    project = tomllib.loads((PROMISED.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["version"] in VERSIONS
