"""Whole copies beside the database: which they are, how old, and when they go."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from storage.database.kept_copies import (
    NotRemoved,
    before_restore_of,
    kept_copies,
    remove_old_copies,
    restoring_folder_of,
)

NOW = datetime(2026, 11, 30, 9, 41, tzinfo=UTC)
NAMES = {
    "vaktlogg.db.schema-17": date(2026, 11, 22),
    "vaktlogg.db.before-restore-2026-11-23": date(2026, 11, 23),
    "vaktlogg.db.before-restore-2026-11-24": date(2026, 11, 24),
    "vaktlogg.db.before-restore-2026-11-24-2": date(2026, 11, 24),
}
OTHERS = (
    "vaktlogg.db",
    "vaktlogg.db-journal",
    "vaktlogg.db.schema-",
    "vaktlogg.db.schema-17.txt",
    "vaktlogg.db.before-restore-2026-02-30",
    "vaktlogg.db.before-restore-my own",
    "other.db.schema-17",
    "vaktlogg.db.lock",
)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Make copies of eight, seven and six days ago, and other files."""
    for name in (*NAMES, *OTHERS):
        (tmp_path / name).touch()
    for name, day in NAMES.items():
        moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()
        os.utime(tmp_path / name, (moment, moment))
    return tmp_path / "vaktlogg.db"


def test_the_copies_are_known_by_their_names_with_the_day_they_were_made(database: Path) -> None:
    assert {copy.path.name: copy.day for copy in kept_copies(database, NOW)} == NAMES


def test_they_go_once_they_are_as_old_as_a_call_whose_hour_is_cut(database: Path) -> None:
    journal = database.with_name("vaktlogg.db.before-restore-2026-11-23-journal")
    journal.touch()

    remove_old_copies(database, NOW, 7)

    assert {file.name for file in database.parent.iterdir()} == {
        *OTHERS,
        "vaktlogg.db.before-restore-2026-11-24",
        "vaktlogg.db.before-restore-2026-11-24-2",
    }


def test_what_a_restore_that_was_broken_off_has_left_goes_at_once(database: Path) -> None:
    folder = restoring_folder_of(database)
    folder.mkdir()
    (folder / "vaktlogg.db").touch()

    remove_old_copies(database, NOW - timedelta(days=30), 7)

    assert not folder.exists()


def test_a_link_is_neither_counted_nor_followed(database: Path) -> None:
    link = database.with_name("vaktlogg.db.schema-3")
    link.symlink_to(database)

    remove_old_copies(database, NOW + timedelta(days=30), 7)

    assert (link.is_symlink(), database.exists()) == (True, True)


def test_what_cannot_be_removed_is_said(database: Path) -> None:
    database.with_name("vaktlogg.db.schema-17-journal").mkdir()

    with pytest.raises(NotRemoved, match=r"schema-17 is old enough to be removed, but cannot be"):
        remove_old_copies(database, NOW, 7)


def test_a_second_restore_of_a_day_gets_a_number(database: Path) -> None:
    assert before_restore_of(database, date(2026, 11, 24)).name == "vaktlogg.db.before-restore-2026-11-24-3"
    assert before_restore_of(database, date(2026, 11, 30)).name == "vaktlogg.db.before-restore-2026-11-30"


def test_a_database_behind_a_link_has_its_copies_where_it_lies(database: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(database)

    assert {copy.path.name for copy in kept_copies(link, NOW)} == set(NAMES)
