"""What SQLite refuses, by our names."""

import os
import sqlite3
from pathlib import Path

import pytest

from storage.database.faults import DatabaseFault, DatabaseReadOnly, named


@pytest.mark.parametrize(("writable", "kind"), [(True, DatabaseFault), (False, DatabaseReadOnly)])
def test_an_open_database_that_became_read_only_is_told_from_a_broken_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writable: bool, kind: type[DatabaseFault]
) -> None:
    # The system's administrator, who may run the tests, may write whatever the modes say.
    monkeypatch.setattr(os, "access", lambda *_: writable)
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE

    assert type(named(error, tmp_path / "vaktlogg.db")) is kind
