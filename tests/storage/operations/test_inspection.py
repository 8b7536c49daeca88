from pathlib import Path

import pytest

from storage.database.connection import Database, DatabaseDamaged
from storage.operations import inspection
from storage.operations.inspection import Inspection
from storage.records.recent_saves import RecentSaves
from storage.records.records import Records
from storage.records.sources import Sources
from tests.storage.damaging import PAGE, overwritten, page_of
from tests.storage.rows import NOW, SEAT, draft


async def test_what_has_been_read_back_is_looked_for_no_more(database: Database) -> None:
    saves = RecentSaves()
    records = Records(database, saves=saves)
    await records.save(draft("one"), by=SEAT, now=NOW)
    before = [save.by for save in saves.all]
    await Inspection(database, saves).look()

    assert before == [SEAT]
    assert saves.all == ()


async def test_of_a_large_file_that_the_saving_connection_found_damaged_a_part_that_is_well_proves_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "WHOLE_BYTES", 0)
    records, looking = Records(database), Inspection(database, RecentSaves())
    await Sources(database).load()
    database.distrust("a page")
    await looking.look()

    with pytest.raises(DatabaseDamaged):
        await records.save(draft("one"), by=SEAT, now=NOW)


async def test_of_a_large_file_too_a_damaged_record_is_found(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "WHOLE_BYTES", 0)
    await Records(database).save(draft("one"), by=SEAT, now=NOW)
    path = tmp_path / "vaktlogg.db"
    with overwritten(path, page_of(path, "record"), bytes(PAGE)), pytest.raises(DatabaseDamaged):
        await Inspection(database, RecentSaves()).look()
