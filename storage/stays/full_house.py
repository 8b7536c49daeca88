"""How full the house was: counted from the days of the stays as long as they are known, then as it was noted."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import aiosqlite

from storage.database.connection import Database

# How many were in the house each night: a night is a row, and so is whoever comes or goes.
COUNTED = """
    WITH RECURSIVE night (day) AS (
        SELECT :first WHERE :first < :end
        UNION ALL SELECT date(day, '+1 day') FROM night WHERE date(day, '+1 day') < :end
    ), present AS (
        SELECT arrived, left FROM stay JOIN record ON id = record
        WHERE stay.form IN (SELECT value FROM json_each(:forms)) AND length(arrived) = 10 AND voided_at IS NULL
            AND arrived < :end AND (left IS NULL OR left > :first) AND :first < :end
    ), move (day, heads) AS (
        SELECT day, 0 FROM night
        UNION ALL SELECT max(arrived, :first), 1 FROM present
        UNION ALL SELECT left, -1 FROM present WHERE left < :end
    ), house (day, heads) AS (
        SELECT day, sum(sum(heads)) OVER (ORDER BY day) FROM move GROUP BY day
    )
    SELECT substr(day, 1, 7) AS month, :beds AS beds,
        iif(:beds IS NULL, NULL, count(*) FILTER (WHERE heads >= :beds)) AS full_days, max(heads) AS highest
    FROM house GROUP BY 1
"""
FULLNESS = f"""
    SELECT month, beds, full_days, highest FROM ({COUNTED}) WHERE month NOT IN (SELECT month FROM full_house)
    UNION ALL
    SELECT month, beds, full_days, highest FROM full_house
    WHERE month >= substr(:first, 1, 7) AND month || '-01' < :end
    ORDER BY month
"""  # noqa: S608 - ours
FREEZE = f"""
    INSERT INTO full_house SELECT month, beds, full_days, highest FROM ({COUNTED}) WHERE highest > 0
    ON CONFLICT DO NOTHING
"""  # noqa: S608 - ours


@dataclass(frozen=True)
class FullMonth:
    """How full the house was in a month (`2016-07`), all who were in it together.

    ``full_days`` is on how many days all ``beds`` were in use, None where it is not known how many there were;
    ``highest`` how many were there in the night when most were.
    """

    month: str
    beds: int | None
    full_days: int | None
    highest: int


@dataclass(frozen=True)
class HouseDays:
    """The nights of the house from ``first`` and before ``end``; so many ``beds``, all ``forms`` together."""

    forms: Collection[str]
    first: date
    end: date
    beds: int | None

    async def fullness(self, database: Database) -> list[FullMonth]:
        """Return each month, as it was noted or else as it is counted. Raises a `DatabaseFault`."""
        return [FullMonth(*row) for row in await database.read(FULLNESS, self._facts)]

    async def freeze(self, connection: aiosqlite.Connection) -> None:
        """Note each month that somebody was there and that is not noted yet."""
        await connection.execute(FREEZE, self._facts)

    @property
    def _facts(self) -> dict[str, object]:
        forms = json.dumps(sorted(self.forms))
        return {"forms": forms, "first": str(self.first), "end": str(self.end), "beds": self.beds}
