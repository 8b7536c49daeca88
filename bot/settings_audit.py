"""Noting in the audit which tables of the config have changed since the bot was last started."""

import json

from bot.config.config import Config
from storage.audit.audit import Audit
from storage.audit.settings import Settings
from storage.hour import Hour


async def note_changed_settings(config: Config, audit: Audit, settings: Settings, now: Hour) -> None:
    """Note them by name, once; the token is no part of what is compared. Raises a `DatabaseFault`."""
    tables = config.model_dump(mode="json", exclude={"telegram": {"token"}})
    changed = await settings.changed({name: json.dumps(table, sort_keys=True) for name, table in tables.items()})
    if changed:
        await audit.note("settings", ", ".join(changed), by=None, now=now)
