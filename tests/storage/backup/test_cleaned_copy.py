"""What a copy holds, column by column: whoever adds one has to decide about it here."""

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from storage.backup import cleaned_copy
from storage.backup.cleaned_copy import CopyFailed, make_cleaned_copy
from storage.database.connection import Database, NoDatabase
from storage.figures.coverage import coverage_between
from storage.figures.recount import Recount
from storage.shifts.handovers import Handovers
from tests.storage.backup.filled import DAY, filled_database
from tests.storage.rows import rows

TODAY = date.fromisoformat(DAY)
Rule = Callable[[Any], object]


def _kept(value: object) -> object:
    return value


def _to_the_day(value: str) -> str:
    return value[:10]


def _nobody(_value: object) -> None:
    return None


def _moment_to_the_day(value: str) -> str:
    return f"{value[:10]}T00:00{value[16:]}"


EMPTY = ("invite", "bind_code", "kept_update", "message", "card", "shift_question", "heartbeat")
"""Tables of which a copy holds nothing: codes, what is being answered, messages and cards, the last beat."""

KEPT = {
    "answer_count": "grain form period outcome answers calls",
    "alert": "trouble day",
    "bound_chat": "chat language monthly tertial annual monthly_since tertial_since annual_since",
    "change": "record number what after",
    "desk": "only monthly_since tertial_since annual_since",
    "device": "number seat digest name paired_on used_on",
    "unlock_code": "seat hash wrong",
    "passkey": "id seat public_key uses",
    "delivery": "number report period chat state told reason tally retold",
    "earlier_year": "form period question option count percent base worked_back",
    "exchange_day": "day calls",
    "folder": "only monthly_since tertial_since annual_since",
    "full_house": "month beds full_days highest",
    "house_month": "form month person nights arrivals departures",
    "import_file": "number name form day added stage",
    "record": "id form fingerprint month source outcome answers revision voided_at import_number",
    "release": "number day form period k withdrawn reason seen",
    "released_figure": "release first_month last_month cell value small",
    "released_month": "release month digest",
    "restored": "number at numbers_above people_asked reports",
    "seat": "number role name waiting used_on warned named restored",
    "setting": "name digest",
    "shift_change": "shift number what before after",
    "shifts_since": "only since",
    "sign_of_life": "only monday",
    "source_key": "only key",
    "stay": "record form person arrived left last_night",
    "sqlite_sequence": "name seq",
    "audit": "number by act about",
    "polling": "only",
    "way_in": "kind account seat",
}
OTHERWISE: Mapping[str, Rule] = {
    "record.occurred_at": _to_the_day,
    "record.recorded_at": _to_the_day,
    "record.recorded_by": _nobody,
    "record.shift": _nobody,
    "change.at": _to_the_day,
    "change.by": _nobody,
    "device.session": _nobody,
    "change.before": lambda value: value[:10] if value.startswith("20") else value,
    "change.after": lambda value: value[:10] if value.startswith("20") else value,
    "shift_change.at": _to_the_day,
    "shift_change.by": _nobody,
    "audit.at": _to_the_day,
    "stay.bond": _nobody,
    "stay.label": _nobody,
    "polling.last_seen": _moment_to_the_day,
}
AS_A_WHOLE = ("declined_in_shifts", "last_copy", "shift", "place")
"""Tables whose rows change together; each has a test of its own below."""


def _rules() -> dict[str, Rule]:
    kept = {f"{table}.{column}": _kept for table, columns in KEPT.items() for column in columns.split()}
    return {**kept, **OTHERWISE}


def _columns(path: Path) -> dict[str, list[str]]:
    tables = [name for (name,) in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {table: [row[1] for row in rows(path, f"PRAGMA table_xinfo({table})")] for table in tables}


@pytest.fixture
async def original(tmp_path: Path) -> Path:
    return await filled_database(tmp_path)


@pytest.fixture
def copy(original: Path, tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    return make_cleaned_copy(original, tmp_path / "place", TODAY, stopped=lambda: False)


def test_of_every_column_of_every_table_is_decided_what_a_copy_holds(original: Path) -> None:
    there = {
        f"{table}.{column}"
        for table, columns in _columns(original).items()
        for column in columns
        if table not in {*EMPTY, *AS_A_WHOLE}
    }

    assert there == set(_rules())


def test_a_copy_holds_of_every_column_what_was_decided(original: Path, copy: Path) -> None:
    rules = _rules()

    for table, columns in _columns(original).items():
        query = f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1, 2"  # noqa: S608 - ours
        before, after = (rows(path, query) for path in (original, copy))
        assert before, f"nothing of {table} was tried"
        if table in EMPTY:
            assert after == [], table
        elif table not in AS_A_WHOLE:
            expected = [
                tuple(
                    rules[f"{table}.{column}"](value) if value is not None else None
                    for column, value in zip(columns, row, strict=True)
                )
                for row in before
            ]
            assert after == expected, table


def test_a_copy_knows_its_own_day(copy: Path) -> None:
    assert rows(copy, "SELECT * FROM last_copy") == [(1, DAY)]


def test_a_chat_that_is_known_by_its_messages_alone_is_not_in_a_copy(copy: Path) -> None:
    assert rows(copy, "SELECT id FROM place") == [(-100777,)]


def test_of_which_shift_a_declined_call_was_is_not_in_a_copy_and_its_month_is(copy: Path) -> None:
    assert rows(copy, "SELECT began, counted, declined, logged FROM shift WHERE step = 'done'") == [
        ("2026-11-20T15:00", 4, 0, 4),
        ("2026-11-29T15:00", 2, 0, 1),
    ]
    assert rows(copy, "SELECT * FROM declined_in_shifts") == [("2026-11", 3, 1)]


async def test_a_shift_that_was_not_asked_about_yet_keeps_how_many_calls_it_had(copy: Path) -> None:
    async with Database.open(copy) as database:
        assert await Handovers(database).logged("2026-11-29T22:30") == 1


async def test_figures_and_coverage_are_those_of_the_original(original: Path, copy: Path) -> None:
    async with Database.open(original) as before, Database.open(copy) as after:
        stretch = ("call", date(2026, 11, 1), date(2026, 12, 1))

        assert await coverage_between(after, *stretch) == await coverage_between(before, *stretch)
        assert await Recount(after).differences() == []


def test_nothing_of_what_was_left_out_stands_anywhere_in_the_file(original: Path, copy: Path) -> None:
    left_out = [b"what somebody tapped", b"shared by a family", b"room 3", b"29T22", b"29T23", b"29T14", b"02:58"]

    assert [trace for trace in left_out if trace not in original.read_bytes()] == []
    content = copy.read_bytes().replace(b"T22:30", b"")
    assert [trace for trace in left_out if trace in content] == []


def test_a_copy_has_the_same_schema_and_opens_as_a_database(original: Path, copy: Path) -> None:
    schema = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"

    assert rows(copy, schema) == rows(original, schema)
    assert rows(copy, "PRAGMA user_version") == rows(original, "PRAGMA user_version")
    assert {path.name for path in copy.parent.iterdir()} == {"cleaned.db"}


def test_without_a_database_there_is_no_copy_and_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(NoDatabase):
        make_cleaned_copy(tmp_path / "vaktlogg.db", tmp_path, TODAY, stopped=lambda: False)

    assert list(tmp_path.iterdir()) == []


def test_a_damaged_database_is_not_copied(original: Path, tmp_path: Path) -> None:
    content = bytearray(original.read_bytes())
    content[4096:8192] = b"\x5a" * 4096
    original.write_bytes(content)

    with pytest.raises(CopyFailed, match=r"damaged|could not be copied"):
        make_cleaned_copy(original, tmp_path, TODAY, stopped=lambda: False)


def test_what_is_stopped_ends_without_a_copy(original: Path, tmp_path: Path) -> None:
    with pytest.raises(CopyFailed):
        make_cleaned_copy(original, tmp_path, TODAY, stopped=lambda: True)

    assert not (tmp_path / "cleaned.db").exists()


def test_a_full_disk_is_left_to_those_on_duty(
    original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = original.stat().st_size
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(9 * size, 7 * size, 2 * size))

    with pytest.raises(CopyFailed, match="too full for a copy"):
        make_cleaned_copy(original, tmp_path, TODAY, stopped=lambda: False)

    assert {path.name for path in tmp_path.iterdir()} == {"vaktlogg.db"}


def test_a_database_that_another_program_holds_is_waited_for_and_then_told_of(
    original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cleaned_copy, "BUSY_SECONDS", 0.2)
    with contextlib.closing(sqlite3.connect(original, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CopyFailed, match="database is locked"):
            make_cleaned_copy(original, tmp_path, TODAY, stopped=lambda: False)


def test_a_copy_that_would_give_other_figures_is_none(
    original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cleaned_copy, "CLEAN", ("DELETE FROM record WHERE id = 1",))

    with pytest.raises(CopyFailed, match="other figures"):
        make_cleaned_copy(original, tmp_path, TODAY, stopped=lambda: False)
