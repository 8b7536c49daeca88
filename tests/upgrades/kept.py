"""The databases that are kept here: reading one, and writing one down."""

import contextlib
import json
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from bot.config.config import Config
from bot.config.sections import Access, Forms, Reports, ShiftsSection

SCHEMAS = Path(__file__).parent / "schemas"


class KeptDatabase(BaseModel):
    """What is told of a database: when its program was last used, in local time, its config, and its figures.

    ``figures`` are by form and year.
    """

    name: str
    moment: datetime
    access: Access
    forms: list[str]
    figures: dict[str, dict[str, Any]]

    @property
    def now(self) -> datetime:
        """The moment, with its zone."""
        return self.moment.replace(tzinfo=ZoneInfo("Europe/Oslo"))

    @property
    def version(self) -> int:
        """How many migrations had run on it."""
        return int(self.name[:2])

    def config(self, folder: Path, **others: Any) -> Config:  # noqa: ANN401 - sections of any kind
        """Return its config, with database and reports in ``folder``, and nobody asked at handovers."""
        return Config(
            access=self.access,
            forms=Forms(enabled=self.forms),
            reports=Reports(folder=folder / "reports"),
            shifts=ShiftsSection(ask=False),
            **others,
        )

    def restore(self, file: Path) -> None:
        """Make the database anew."""
        with contextlib.closing(sqlite3.connect(file)) as connection:
            connection.executescript((SCHEMAS / f"{self.name}.sql").read_text(encoding="utf-8"))

    def write(self, file: Path) -> None:
        """Write a database down, and beside it what is told of it."""
        with contextlib.closing(sqlite3.connect(file)) as connection:
            statements = [*connection.iterdump(), f"PRAGMA user_version = {self.version};"]
        (SCHEMAS / f"{self.name}.sql").write_text("\n".join(statements) + "\n", encoding="utf-8")
        told = self.model_dump(mode="json", exclude_defaults=True).items()
        lines = ",\n".join(f" {json.dumps(key)}: {json.dumps(value)}" for key, value in told)
        (SCHEMAS / f"{self.name}.json").write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def kept_databases() -> list[KeptDatabase]:
    """Return all that are kept, the oldest first."""
    files = sorted(SCHEMAS.glob("*.json"))
    return [KeptDatabase.model_validate_json(file.read_text(encoding="utf-8")) for file in files]
