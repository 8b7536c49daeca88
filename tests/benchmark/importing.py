"""Importing a file of a tenth of the calls, as `vaktlogg import` does, while somebody saves."""

import asyncio
import contextlib
import csv
import json
import sqlite3
import sys
import time
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Iterator
from pathlib import Path

from storage.database.connection import PRAGMAS, Database
from storage.forms.form import Form
from storage.records.records import Records
from tests.benchmark.memory import mebibytes
from tests.benchmark.rounds import Line
from tests.storage.rows import NOW, SEAT, draft

LEAST_A_SECOND = 22_800
MOST = 200.0
PATIENCE = 5.0
"""Seconds after which a save that waits is given up."""

BETWEEN_SAVES = 0.05
PLAIN = "CREATE TABLE plain (occurred_at TEXT, outcome TEXT, answers TEXT) STRICT"
RAW = """
    INSERT INTO record (form, fingerprint, occurred_at, recorded_at, source, outcome, answers)
    VALUES (?1, ?2, ?3, substr(?3, 1, 10), ?4, ?5, ?6)
"""
CONFIG = '[telegram]\ntoken = "123456789:AAprovetoken-som-ikke-apner-noe-000"\n'


async def an_import(calls: Path, form: Form, folder: Path) -> list[Line | None]:
    """Import what a database holds into a fresh one: how long it takes, weighs, and keeps a save waiting."""
    file = folder / "calls.csv"
    rows = _write(file, calls, form)
    plain, raw = _plain(file, folder / "plain.db"), await _raw(file, form, folder / "raw.db")
    (folder / "config.toml").write_text(CONFIG, encoding="utf-8")
    async with Database.open(folder / "vaktlogg.db") as database:
        began = time.perf_counter()
        command = (sys.executable, "-m", "bot", "import", str(file), "--form", form.key)
        process = await asyncio.create_subprocess_exec(*command, cwd=folder, stdout=DEVNULL, stderr=DEVNULL)
        weight, wait = await _weighed(process, Records(database))
        took = time.perf_counter() - began
    name = f"an import of {rows:,} rows"
    return [
        Line(name, f"{LEAST_A_SECOND:,} rows a second", [took], [rows / LEAST_A_SECOND], 1.0, unit="s"),
        Line(name, "the same rows, unchecked, into a bare table", [took], [plain], None, unit="s"),
        Line(name, "the same rows, inserted into the same tables", [took], [raw], 2.0, unit="s"),
        Line(f"{name}: its memory", "the promise", [weight], [MOST], 1.0, unit="MiB") if weight else None,
        Line(f"{name}: a save meanwhile", "when it is given up", [wait], [PATIENCE], 1.0, unit="s"),
    ]


def _write(file: Path, calls: Path, form: Form) -> int:
    """Write the calls of a database into a file, and return how many there are."""
    cells = ", ".join(f"answers ->> '$.{key}'" for key in form.by_key)
    with contextlib.closing(sqlite3.connect(calls)) as database, file.open("w", encoding="utf-8") as text:
        rows = csv.writer(text)
        rows.writerow(("occurred_at", "outcome", *form.by_key))
        rows.writerows(database.execute(f"SELECT occurred_at, outcome, {cells} FROM record"))  # noqa: S608 - ours
        [(count,)] = database.execute("SELECT count(*) FROM record")
    return int(count)


def _plain(file: Path, path: Path) -> float:
    """Return the seconds that it takes to read a file, and keep its rows durably in a table without an index."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
        for pragma in (*PRAGMAS, PLAIN):
            database.execute(pragma)
        began = time.perf_counter()
        database.execute("BEGIN IMMEDIATE")
        database.executemany("INSERT INTO plain VALUES (?, ?, ?)", _read(file))
        database.execute("COMMIT")
        return time.perf_counter() - began


async def _raw(file: Path, form: Form, path: Path) -> float:
    """Return the seconds that it takes to read a file, and keep its rows durably in the tables of the program."""
    async with Database.open(path):
        pass
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
        for pragma in PRAGMAS:
            database.execute(pragma)
        began = time.perf_counter()
        database.execute("BEGIN IMMEDIATE")
        database.executemany(RAW, _records(file, form))
        database.execute("COMMIT")
        return time.perf_counter() - began


def _records(file: Path, form: Form) -> Iterator[tuple[str, ...]]:
    with file.open(encoding="utf-8", newline="") as text:
        rows = csv.reader(text)
        next(rows)
        for number, (occurred_at, outcome, *cells) in enumerate(rows):
            answers = {key: cell for key, cell in zip(form.by_key, cells, strict=True) if cell}
            yield (
                form.key,
                form.fingerprint,
                occurred_at,
                f"raw:{number}",
                outcome,
                json.dumps(answers, separators=(",", ":")),
            )


def _read(file: Path) -> Iterator[tuple[str, str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        for occurred_at, outcome, *answers in csv.reader(text):
            yield occurred_at, outcome, "|".join(answers)


async def _weighed(process: Process, records: Records) -> tuple[float, float]:
    """Return what an import weighs at most, and how many seconds the slowest save took, until it ends."""
    ended, number, weight, longest = asyncio.create_task(process.wait()), 0, 0.0, 0.0
    while not ended.done():
        weight = max(weight, mebibytes(process.pid))
        began = time.perf_counter()
        await records.save(draft(f"meanwhile{number:06}"), by=SEAT, now=NOW)
        longest, number = max(longest, time.perf_counter() - began), number + 1
        await asyncio.wait([ended], timeout=BETWEEN_SAVES)
    return weight, longest
