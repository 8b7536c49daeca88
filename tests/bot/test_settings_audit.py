from pathlib import Path

from bot.config.config import Config
from bot.config.sections import Access, Telegram
from bot.settings_audit import note_changed_settings
from bot.stores import open_stores
from storage.audit.settings import Settings
from storage.database.connection import Database
from storage.hour import Hour
from tests.example_forms import FORMS

NOW = Hour.parse("2026-11-03T14")
CONFIG = Config(telegram=Telegram(token="1:x"))


async def test_a_table_of_the_config_that_has_changed_is_named_and_the_token_is_none_of_it(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        settings = Settings(database)
        for config in (
            CONFIG,
            CONFIG.model_copy(update={"telegram": Telegram(token="2:y")}),
            CONFIG.model_copy(update={"centre": "Nord", "access": Access(staff=[5])}),
            CONFIG.model_copy(update={"centre": "Nord", "access": Access(staff=[6])}),
        ):
            stores = await open_stores(database, config, FORMS, lambda: NOW.day)
            await note_changed_settings(config, stores, settings, NOW)
        entries = await stores.audit.entries()

    assert [(entry.act, entry.about, entry.by) for entry in reversed(entries)] == [
        ("settings", "centre, access", None),
        ("settings", "access", None),
    ]
