"""Declined calls and the shifts: counted with a shift for two days, then with its month alone."""

import aiosqlite


async def note_declined(connection: aiosqlite.Connection, shift: str) -> None:
    """Count a declined call with its shift."""
    await connection.execute(
        "INSERT INTO shift (began, declined) VALUES (?, 1) ON CONFLICT DO UPDATE SET declined = declined + 1",
        (shift,),
    )


async def take_declined_back(connection: aiosqlite.Connection, shift: str) -> None:
    """Count one declined call of the shift less, where it has one."""
    await connection.execute("UPDATE shift SET declined = declined - 1 WHERE began = ? AND declined > 0", (shift,))


async def fold_declined(connection: aiosqlite.Connection, before: str) -> None:
    """Move the declined calls of the shifts that began before an hour to their months, out of both sides."""
    await connection.execute(
        "INSERT INTO declined_in_shifts SELECT substr(began, 1, 7), sum(min(declined, counted)) FROM shift"
        " WHERE substr(began, 1, 13) < ? AND declined > 0 AND counted IS NOT NULL GROUP BY 1"
        " ON CONFLICT DO UPDATE SET calls = calls + excluded.calls",
        (before,),
    )
    await connection.execute(
        "UPDATE shift SET counted = max(0, counted - declined), declined = 0"
        " WHERE substr(began, 1, 13) < ? AND declined > 0",
        (before,),
    )
