"""Forgetting what is too old, of calls and of stays."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self

from bot.config.config import Config
from storage.database.connection import Database
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.retention import Retention, forget
from storage.stays.coarsening import coarsen


@dataclass(frozen=True)
class Forgetting:
    """How long is kept what is not kept for ever, and the forms of the nights in a house with ``beds``."""

    retention: Retention
    houses: Collection[str]
    beds: int | None

    @classmethod
    def said(cls, config: Config, forms: Mapping[str, Form]) -> Self:
        """Return what the config says, and what the forms in use are."""
        houses = [key for key, form in forms.items() if form.house]
        return cls(config.retention, houses, config.stays.beds)

    async def forget(self, database: Database, *, now: Hour) -> None:
        """Remove what is too old. Raises a `DatabaseFault`."""
        await forget(database, self.retention, now=now)
        await coarsen(database, self.houses, self.beds, now=now)
