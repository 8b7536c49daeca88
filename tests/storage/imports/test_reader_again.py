from collections.abc import Sequence
from pathlib import Path

import pytest

from storage.hour import Hour
from storage.imports.file_row import FileRow
from storage.imports.imports import Imports
from storage.imports.reader import read_rows
from storage.records.records import Records
from tests.example_forms import CALL
from tests.seed_year import seed_year_csv
from tests.storage.rows import NOW, RETENTION

HEAD = "occurred_at,caller,behalf,agency,reason,crisis,minority"
ROW = "2016-07-14T22,agency,,nav,violence,yes,no"
YEARS_END = Hour.parse("2016-12-31T23")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Name a file to import."""
    return tmp_path / "calls.csv"


def _read(file: Path, content: str, now: Hour = NOW) -> list[FileRow]:
    file.write_text(content, encoding="utf-8")
    return list(read_rows(file, CALL, now=now, progress=lambda _done, _total: None))


def _lines(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


async def _import(imports: Imports, file: Path, rows: Sequence[str]) -> int:
    return await _add(imports, _read(file, _lines(HEAD + ",outcome", *rows)))


async def _add(imports: Imports, found: Sequence[FileRow], now: Hour = NOW) -> int:
    return (await imports.add(CALL, found, RETENTION, now=now)).added


async def test_the_same_file_twice_adds_nothing_and_one_more_row_adds_one(
    records: Records, imports: Imports, file: Path
) -> None:
    rows = [f"{ROW},", f"{ROW},", "2016-07-14,man,self,,guidance,no,unknown,"]

    assert await _import(imports, file, rows) == 3
    assert await _import(imports, file, rows) == 0
    assert await _import(imports, file, [*rows, f"{ROW},"]) == 1
    assert await _import(imports, file, [*rows, f"{ROW},", "2016-07-14,man,self,,guidance,no,no,"]) == 1
    assert await records.count() == 5


async def test_the_order_of_rows_and_columns_and_the_way_of_writing_make_no_new_records(
    imports: Imports, file: Path
) -> None:
    await _import(imports, file, [f"{ROW},", "2016-07-13,man,self,,guidance,no,unknown,"])

    content = _lines(
        "minority;crisis;reason;agency;behalf;caller;occurred_at",
        "unknown;no;guidance;;self;man;2016-07-13",
        "no;yes;violence;nav;;agency;2016-07-14T22",
    )

    assert await _add(imports, _read(file, content)) == 0


async def test_those_who_declined_are_counted_though_nothing_but_the_month_is_known(
    imports: Imports, file: Path
) -> None:
    rows = ["2016-07-14T22,,,,,,,declined", "2016-07-02,,,,,,,declined", "2016-06-02,,,,,,,declined"]

    assert await _import(imports, file, rows) == 3
    assert await _import(imports, file, rows) == 0


async def test_a_whole_year_is_imported_once(imports: Imports, file: Path) -> None:
    found = _read(file, seed_year_csv(), now=YEARS_END)

    assert await _add(imports, found, YEARS_END) == 899
    assert await _add(imports, found, YEARS_END) == 0
