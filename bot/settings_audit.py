"""Noting in the audit which tables of the config have changed since the bot was last started."""

import json

from bot.config.config import Config
from bot.stores import Stores
from storage.audit.settings import Settings
from storage.hour import Hour

ROLE_LISTS = ("owners", "leaders", "staff")


async def note_changed_settings(config: Config, stores: Stores, settings: Settings, now: Hour) -> None:
    """Note them by name, once. Raises a `DatabaseFault`.

    The token is no part of what is compared; in place of people's numbers at Telegram stand those of their seats.
    """
    tables = config.model_dump(mode="json", exclude={"telegram": {"token"}, "access": set(ROLE_LISTS)})
    named = [seat for seat in stores.seats.all if stores.seats.is_named(seat)]
    tables["access"]["seats"] = [(seat.number, seat.role) for seat in named]
    changed = await settings.changed({name: json.dumps(table, sort_keys=True) for name, table in tables.items()})
    if changed:
        await stores.audit.note("settings", ", ".join(changed), by=None, now=now)
