"""Declined calls and the shifts: counted with a shift only until it is done, then with its month alone."""

import aiosqlite


async def note_declined(connection: aiosqlite.Connection, shift: str) -> None:
    """Count a declined call with its shift; with the month, where the shift is done."""
    await connection.execute(
        "INSERT INTO shift (began, declined) VALUES (?, 1) ON CONFLICT DO UPDATE SET declined = declined + 1",
        (shift,),
    )
    await fold_declined(connection, shift)


async def take_declined_back(connection: aiosqlite.Connection, month: str) -> None:
    """Count one declined call less: in the last shift that has one, else in its month."""
    latest = await connection.execute(
        "UPDATE shift SET declined = declined - 1 WHERE began = (SELECT max(began) FROM shift WHERE declined > 0)"
    )
    if not latest.rowcount:
        await connection.execute(
            "UPDATE declined_in_shifts SET calls = calls - 1 WHERE month = ? AND calls > 0", (month,)
        )


async def fold_declined(connection: aiosqlite.Connection, shift: str) -> None:
    """Move the declined calls of a shift that is done to its month, out of what was counted too."""
    await connection.execute(
        "INSERT INTO declined_in_shifts SELECT substr(began, 1, 7), min(declined, counted) FROM shift"
        " WHERE began = ? AND step = 'done' AND declined > 0 AND counted IS NOT NULL"
        " ON CONFLICT DO UPDATE SET calls = calls + excluded.calls",
        (shift,),
    )
    await connection.execute(
        "UPDATE shift SET counted = max(0, counted - declined), declined = 0 WHERE began = ? AND step = 'done'",
        (shift,),
    )
