"""Looking whether what has been saved stands in the file."""

import asyncio
from collections.abc import Sequence

from storage.database.connection import Database
from storage.database.faults import DatabaseDamaged
from storage.database.inspection import (
    FIRST,
    WHOLE_BYTES,
    inspect_whole,
    read_anew,
    read_records,
    refuse_read_only,
)
from storage.fault import N_, Fault
from storage.records.recent_saves import RecentSaves, Save, read_back


class Inspection:
    """Reads the file anew, beside the connection that saves, which remembers pages that are long damaged."""

    def __init__(self, database: Database, saves: RecentSaves) -> None:
        """Look at the file of ``database``, and for the ``saves`` in it."""
        self._database, self._saves = database, saves
        self._place, self._key = FIRST, b""

    async def look(self) -> None:
        """Find every recent save in the file as it was kept, and the file well; then writing goes on.

        Raises `DatabaseDamaged`; from then on nothing is written. Raises other `DatabaseFault` where the file has
        moved, or cannot be written or looked at.
        """
        saves = self._saves.all
        try:
            whole = await asyncio.to_thread(self._look, [*saves, *self._saves.found])
        except DatabaseDamaged as damage:
            self._database.distrust(damage.found)
            raise
        # What the connection that saves has stumbled on may lie in another part of a large file.
        if whole:
            self._database.trust()
        self._saves.forget(saves)
        await asyncio.to_thread(refuse_read_only, self._database.path)

    def _look(self, saves: Sequence[Save]) -> bool:
        """Tell whether the whole file was looked at, and not only the next part of it."""
        path = self._database.path
        self._database.check_place()
        with read_anew(path) as connection:
            read_back(connection, saves)
            [(key,)] = connection.execute("SELECT key FROM source_key")
            if self._key not in {b"", key}:
                raise DatabaseDamaged(Fault(N_("another database has been written over it")))
            self._key = key
            if path.stat().st_size > WHOLE_BYTES:
                self._place = read_records(connection, self._place)
                return False
            inspect_whole(connection, path)
            return True
