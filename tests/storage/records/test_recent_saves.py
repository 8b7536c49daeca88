from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from storage.database.connection import Database, DatabaseDamaged
from storage.records.recent_saves import RecentSaves, Save, read_back
from storage.shifts.handovers import Handovers
from tests.storage.rows import NAV, NOW, SEAT, draft

SAVE = Save("source", "registered", NAV, SEAT)


def test_what_was_saved_again_meanwhile_stays_to_be_read_back() -> None:
    saves, again = RecentSaves(), Save("source", "registered", NAV, 7, revision=2)
    saves.note(SAVE)
    saves.note(Save("other", "declined", {}, SEAT))
    noted = saves.all
    saves.note(again)
    saves.forget(noted)

    assert saves.all == (again,)
    assert saves.seats == {7}


ROW = "INSERT INTO record (form, fingerprint, occurred_at, recorded_at, source, outcome, answers, revision)"


@pytest.mark.parametrize(
    ("kept", "found"),
    [
        (None, "are not in it"),
        (("registered", '{"violence":["threats","physical"]}', 1), "are not as they were saved"),
        (("registered", '{"violence":["physical","threats"]}', 1), None),
        (("registered", '{"violence":[]}', 2), None),
        (("unspecified", "{}", 1), "are not as they were saved"),
        (("declined", "{}", 1), "are not as they were saved"),
    ],
)
async def test_a_save_is_in_the_file_as_it_was_or_as_it_was_corrected_since(
    kept: tuple[str, str, int] | None, found: str | None, database: Database
) -> None:
    if kept is not None:
        outcome, answers, revision = kept
        month = "2016-07" if outcome == "declined" else "2016-07-14"
        row = f"VALUES ('visit', '', '{month}', '{month}', 'source', '{outcome}', '{answers}', {revision})"
        await database.write(f"{ROW} {row}")
    save = Save("source", "registered", {"violence": ("physical", "threats")}, SEAT)

    with closing(connect(database.path)) as connection:
        if found is None:
            read_back(connection, [save])
        else:
            with pytest.raises(DatabaseDamaged) as damage:
                read_back(connection, [save])
            assert found in str(damage.value.found)


async def test_a_corrected_call_that_is_back_at_what_it_was_before_is_damage_unless_it_was_declined(
    database: Database,
) -> None:
    month = "'2016-07', '2016-07'"
    await database.write(f"{ROW} VALUES ('visit', '', {month}, 'source', 'declined', '{{}}', 1)")
    with closing(connect(database.path)) as connection:
        read_back(connection, [Save("source", "registered", NAV, SEAT, revision=3)])


async def test_calls_kept_at_a_handover_are_noted_too(database: Database, tmp_path: Path) -> None:
    saves = RecentSaves()
    handovers = Handovers(database, saves=saves)
    await handovers.ask("2016-07-14T07:30", "2016-07-14T15:00", [SEAT])
    await handovers.count("2016-07-14T07:30", 2)
    drafts = [draft(name, outcome="unspecified", answers={}) for name in ("a", "b", "c")]
    await handovers.fill("2016-07-14T07:30", drafts, by=SEAT, now=NOW)

    assert len(saves.all) == 2
    with closing(connect(tmp_path / "vaktlogg.db")) as connection:
        read_back(connection, saves.all)
