import sqlite3
from pathlib import Path

import pytest

from storage.database import inspection
from storage.database.faults import DamagedAtStart, DatabaseDamaged, DatabaseLocked, DatabaseReadOnly
from storage.database.inspection import (
    FIRST,
    inspect_at_start,
    inspect_whole,
    read_anew,
    read_records,
    refuse_read_only,
)
from tests.storage.damaging import PAGE, alter, overwritten, page_of, pages
from tests.storage.rows import open_and_close

LEAF = 13
"""How a page of a table's rows begins."""
FILL = """
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 500)
    INSERT INTO record (id, form, fingerprint, occurred_at, recorded_at, source, outcome, answers)
    SELECT iif(n % 10, n, -n), 'call', '', '2016-07-14', '2016-07-14', 'row:' || n, 'registered', '{"a":"b"}'
    FROM number
"""


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """Keep 500 records, some of them under negative ids."""
    path = tmp_path / "vaktlogg.db"
    await open_and_close(path)
    alter(path, FILL)
    return path


def test_the_records_of_a_large_file_are_read_in_turn_and_then_from_the_first_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "ROWS", 200)
    places = [FIRST]
    with read_anew(path) as connection:
        places.extend(read_records(connection, places[-1]) for _ in range(5))

    assert places == [FIRST, 166, 388, 499, FIRST, 166]


def leaf_with(path: Path, text: bytes) -> int:
    """Return the page of a table, the first is 0, that holds a text."""
    content = path.read_bytes()
    places = range(pages(path))
    return next(n for n in places if content[n * PAGE] == LEAF and text in content[n * PAGE : (n + 1) * PAGE])


@pytest.mark.parametrize("text", [b"row:10r", b"row:250r", b"row:499r"])
def test_a_damaged_page_among_the_records_is_found(text: bytes, path: Path) -> None:
    with (
        overwritten(path, leaf_with(path, text), bytes(PAGE)),
        pytest.raises(DatabaseDamaged),
        read_anew(path) as connection,
    ):
        read_records(connection, FIRST)


def test_a_start_looks_at_an_empty_file_and_at_none_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "vaktlogg.db"
    inspect_at_start(path)
    path.touch()
    inspect_at_start(path)

    assert path.read_bytes() == b""


@pytest.mark.parametrize("limit", [0, inspection.THOROUGH_BYTES])
def test_a_file_is_looked_at_thoroughly_or_if_larger_for_its_structure_alone(
    limit: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "THOROUGH_BYTES", limit)
    with (
        overwritten(path, page_of(path, "record_time"), bytes(PAGE)),
        pytest.raises(DatabaseDamaged) as damage,
        read_anew(path) as connection,
    ):
        inspect_whole(connection, path)

    assert str(damage.value.found).startswith("Page ")


def test_a_crash_in_the_middle_of_writing_is_no_damage(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA cache_spill = 1")
    other.execute("PRAGMA cache_size = 5")
    other.execute("BEGIN")
    other.execute("UPDATE record SET fingerprint = hex(randomblob(400))")
    half, journal = path.read_bytes(), path.with_name("vaktlogg.db-journal").read_bytes()
    other.execute("ROLLBACK")
    other.close()
    before = path.read_bytes()
    path.write_bytes(half)
    path.with_name("vaktlogg.db-journal").write_bytes(journal)

    inspect_at_start(path)

    assert half != before
    assert path.read_bytes() == before


def test_a_file_in_the_hands_of_another_program_is_not_called_damaged(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(DatabaseLocked), read_anew(path, 0.0) as connection:
        connection.execute("SELECT 1 FROM record")
    other.close()


def test_a_damaged_file_is_named_at_the_start(path: Path) -> None:
    with overwritten(path, 1, bytes(PAGE)), pytest.raises(DamagedAtStart, match=str(path)):
        inspect_at_start(path)


@pytest.mark.parametrize("name", ["", "vaktlogg.db"])
def test_a_file_or_folder_that_may_not_be_written_is_a_fault(
    name: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_read_only(path)
    monkeypatch.setattr("os.access", lambda asked, _mode: asked != path.parent / name)

    with pytest.raises(DatabaseReadOnly):
        refuse_read_only(path)
