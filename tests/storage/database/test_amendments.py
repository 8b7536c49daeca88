"""What a migration made before it was changed becomes what it makes now, and what stood there stays."""

from pathlib import Path

import pytest

from storage.database.connection import Database
from tests.storage.rows import open_and_close, rows
from tests.upgrades.kept import kept_databases

KEPT = {kept.name: kept for kept in kept_databases()}
QUESTIONS = "SELECT shift, seat, message FROM shift_question ORDER BY shift, seat"


@pytest.mark.parametrize(
    ("name", "query", "found"),
    [
        ("05a", "SELECT number, state, tally FROM delivery", [(1, "sent", None), (2, "sent", None)]),
        (
            "07",
            "SELECT record, number, what FROM change ORDER BY record, number",
            [(20, 1, "voided_at"), (22, 1, "answers"), (22, 2, "answers")],
        ),
        (
            "08a",
            "SELECT began, ended, step, counted FROM shift ORDER BY began",
            [
                ("2026-12-01T07:30", "2026-12-01T15:00", "done", 7),
                ("2026-12-02T22:30", "2026-12-03T07:30", "incoming", None),
            ],
        ),
        ("10a", "SELECT count(*) FROM shift_change", [(0,)]),
        (
            "16a",
            QUESTIONS,
            [
                ("2026-12-01T07:30", 2, 37),
                ("2026-12-01T07:30", 4, 9),
                ("2026-12-02T22:30", 2, 38),
                ("2026-12-02T22:30", 4, 10),
            ],
        ),
    ],
)
async def test_nothing_that_was_kept_is_lost(
    name: str, query: str, found: list[tuple[object, ...]], tmp_path: Path
) -> None:
    file = tmp_path / "vaktlogg.db"
    KEPT[name].restore(file)

    await open_and_close(file)

    assert rows(file, query) == found


async def test_a_question_outlives_its_seat_until_it_is_taken_away(tmp_path: Path) -> None:
    file = tmp_path / "vaktlogg.db"
    KEPT["16a"].restore(file)
    before = rows(file, QUESTIONS)

    async with Database.open(file) as database:
        await database.write("DELETE FROM seat WHERE number = 2")

    assert rows(file, QUESTIONS) == before
