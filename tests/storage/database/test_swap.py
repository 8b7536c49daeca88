"""Swapping a database: whatever happens, the old one or the new one is there, whole."""

import contextlib
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from storage.database.kept_copies import before_restore_of, kept_copies
from storage.database.swap import InUse, swap_in

DAY, NOW = date(2026, 11, 30), datetime(2026, 12, 1, tzinfo=UTC)
DYING = """
import os, signal, sqlite3, sys
sqlite3.connect(sys.argv[1], isolation_level=None).executescript(sys.argv[2])
os.kill(os.getpid(), signal.SIGKILL)
"""


def _database(path: Path, which: str) -> Path:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE calls (n INTEGER PRIMARY KEY, which TEXT)")
        connection.executemany("INSERT INTO calls (which) VALUES (?)", [(which * 50,)] * 200)
        connection.commit()
    return path


def _which(path: Path) -> str:
    """Return what a whole database holds."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        [(which, count)] = connection.execute("SELECT DISTINCT which, count(*) FROM calls")
    assert count == 200
    return str(which)[:3]


def _whole(folder: Path) -> Path:
    _database(folder / "vaktlogg.db", "old")
    return folder


def _hot(folder: Path) -> Path:
    """Leave a database whose last transaction was broken off when some of its pages were in the file already."""
    _die(folder, "PRAGMA cache_size = 1; BEGIN; UPDATE calls SET which = 'half-written' || hex(which)")
    assert (folder / "vaktlogg.db-journal").stat().st_size
    return folder


def _write_ahead(folder: Path) -> Path:
    """Leave a database whose last transaction lies in a log beside it, as another tool may have set it up."""
    _die(folder, "PRAGMA journal_mode = WAL; UPDATE calls SET which = 'old, changed'")
    assert (folder / "vaktlogg.db-wal").stat().st_size
    return folder


def _die(folder: Path, script: str) -> None:
    path = _database(folder / "vaktlogg.db", "old")
    subprocess.run([sys.executable, "-c", DYING, path, script], check=False)


@pytest.mark.parametrize("left", [_whole, _hot, _write_ahead])
def test_the_new_one_is_in_place_and_the_old_one_beside_it(tmp_path: Path, left: Callable[[Path], Path]) -> None:
    database, new = left(tmp_path) / "vaktlogg.db", _database(tmp_path / "new", "new")

    swap_in(new, database, kept := before_restore_of(database, DAY))

    assert (_which(database), _which(kept)) == ("new", "old")
    assert kept.name == "vaktlogg.db.before-restore-2026-11-30"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert {file.name for file in tmp_path.iterdir()} == {database.name, kept.name}


@pytest.mark.parametrize("left", [_whole, _hot, _write_ahead])
def test_killed_at_any_step_the_old_or_the_new_one_is_whole(tmp_path: Path, left: Callable[[Path], Path]) -> None:
    (tmp_path / "0").mkdir()
    _database(left(tmp_path / "0") / "new", "new")

    swapping = [sys.executable, "-m", "tests.storage.database.swap_killed", str(tmp_path)]
    subprocess.run(swapping, check=True, cwd=Path(__file__).parents[3])

    ends = sorted(map(int, (folder.name for folder in tmp_path.iterdir())))[1:]
    found = [_which(tmp_path / str(end) / "vaktlogg.db") for end in ends]
    assert found == sorted(found, reverse=True)
    assert (found[0], found[-1], len(found) > 8) == ("old", "new", True)
    assert {
        _which(copy.path) for end in ends for copy in kept_copies(tmp_path / str(end) / "vaktlogg.db", NOW)
    } == {"old"}


def test_broken_off_it_can_be_done_again_and_keeps_the_old_one_once(tmp_path: Path) -> None:
    database, new = _whole(tmp_path) / "vaktlogg.db", _database(tmp_path / "new", "new")
    before_restore_of(database, DAY).hardlink_to(database)

    swap_in(new, database, kept := before_restore_of(database, DAY))

    assert (_which(database), _which(kept)) == ("new", "old")
    assert before_restore_of(database, DAY).name == "vaktlogg.db.before-restore-2026-11-30-2"


def test_where_there_is_no_database_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "vaktlogg.db-journal").write_bytes(b"of a database that is gone")

    swap_in(_database(tmp_path / "new", "new"), database := tmp_path / "vaktlogg.db", tmp_path / "kept")

    assert _which(database) == "new"
    assert {file.name for file in tmp_path.iterdir()} == {"vaktlogg.db", "kept-journal"}


@pytest.mark.parametrize("left", [b"", b"no database", b"SQLite format 3\0" + bytes(9000)])
def test_a_damaged_database_is_kept_as_it_is(tmp_path: Path, left: bytes) -> None:
    database, kept = tmp_path / "vaktlogg.db", tmp_path / "kept"
    database.write_bytes(left)

    swap_in(_database(tmp_path / "new", "new"), database, kept)

    assert (_which(database), kept.read_bytes()) == ("new", left)


def test_a_database_in_use_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database, new = _whole(tmp_path) / "vaktlogg.db", _database(tmp_path / "new", "new")
    monkeypatch.setattr("storage.database.swap.PATIENCE", 0.1)

    with contextlib.closing(sqlite3.connect(database)) as other:
        other.execute("UPDATE calls SET which = 'mine'")
        with pytest.raises(InUse, match="Another program is using the database"):
            swap_in(new, database, tmp_path / "kept")
        other.rollback()

    assert _which(database) == "old"
    assert not (tmp_path / "kept").exists()


def test_who_has_the_old_one_open_cannot_write_to_it_any_more(tmp_path: Path) -> None:
    database, new = _whole(tmp_path) / "vaktlogg.db", _database(tmp_path / "new", "new")

    with contextlib.closing(sqlite3.connect(database)) as other:
        other.execute("SELECT count(*) FROM calls").fetchall()
        swap_in(new, database, kept := before_restore_of(database, DAY))
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            other.execute("UPDATE calls SET which = 'lost'")

    assert (_which(database), _which(kept)) == ("new", "old")


def test_a_disk_without_second_names_gets_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    database, new = _whole(tmp_path) / "vaktlogg.db", _database(tmp_path / "new", "new")
    monkeypatch.setattr(os, "link", refused)

    swap_in(new, database, kept := before_restore_of(database, DAY))

    assert (_which(database), _which(kept)) == ("new", "old")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
