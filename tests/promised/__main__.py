"""Writes down what this version promises."""

import asyncio
import tempfile
import tomllib
from pathlib import Path

from storage.database.connection import Database
from tests.promised.today import promised

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


async def _write() -> None:
    version = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    with tempfile.TemporaryDirectory() as folder:
        async with Database.open(Path(folder) / "empty.db") as database:
            lines = await promised(database)
    (Path(__file__).parent / f"{version}.txt").write_text("\n".join([*lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(_write())
