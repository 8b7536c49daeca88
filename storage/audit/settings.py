"""The settings as they were when the bot was last started, as digests, to tell which have changed since."""

import hashlib
from collections.abc import Mapping

from storage.database.connection import Database


class Settings:
    """Remembers a digest of each table of the config."""

    def __init__(self, database: Database) -> None:
        """Keep the digests in ``database``."""
        self._database = database

    async def changed(self, tables: Mapping[str, str]) -> list[str]:
        """Remember the tables, each as a text, and return which are not as before; none the first time."""
        digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in tables.items()}
        async with self._database.transaction() as connection:
            known = await connection.execute_fetchall("SELECT name, digest FROM setting")
            before = {str(name): str(digest) for name, digest in known}
            await connection.executemany(
                "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET digest = excluded.digest",
                list(digests.items()),
            )
        return [name for name, digest in digests.items() if before and before.get(name) != digest]
