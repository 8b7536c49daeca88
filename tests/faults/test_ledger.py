"""The programme's own eyes: what is lost, doubled or denied is seen."""

import contextlib
import json
import sqlite3
from pathlib import Path

import pytest

from tests.faults.calls import KINDS, Call
from tests.faults.ledger import compare, source_of

KEY = b"k" * 32
NONCE = "AAAAAAAAAA"
ANSWERS = dict(KINDS[0].answers)


def _file(folder: Path, rows: dict[str, object]) -> Path:
    """Make a file with these records, by their nonces."""
    path = folder / "vaktlogg.db"
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE source_key (key BLOB)")
        connection.execute("CREATE TABLE record (source TEXT, answers TEXT)")
        connection.execute("INSERT INTO source_key VALUES (?)", (KEY,))
        for nonce, answers in rows.items():
            connection.execute("INSERT INTO record VALUES (?, ?)", (source_of(KEY, nonce), json.dumps(answers)))
    return path


@pytest.mark.parametrize(
    ("rows", "call", "found"),
    [
        ({NONCE: ANSWERS}, Call(NONCE, KINDS[0], 0, acknowledged=1), (1, 0, 0, 0, 0)),
        ({}, Call(NONCE, KINDS[0], 0, acknowledged=1), (1, 1, 0, 0, 0)),
        ({NONCE: ANSWERS | {"crisis": "no"}}, Call(NONCE, KINDS[0], 0, acknowledged=1), (1, 1, 0, 0, 0)),
        ({}, Call(NONCE, KINDS[0], 0, acknowledged=1, doubted=2), (1, 0, 0, 0, 1)),
        ({NONCE: ANSWERS, "B" * 10: ANSWERS}, Call(NONCE, KINDS[0], 0, acknowledged=1), (1, 0, 1, 0, 0)),
        ({NONCE: ANSWERS}, Call(NONCE, KINDS[0], 0, refused=1), (0, 0, 0, 1, 0)),
        ({NONCE: ANSWERS}, Call(NONCE, KINDS[0], 0, acknowledged=2, refused=1), (1, 0, 0, 0, 0)),
        ({NONCE: ANSWERS}, Call(NONCE, KINDS[0], 0, acknowledged=2, denied_falsely=True), (1, 0, 0, 1, 0)),
        ({}, Call(NONCE, KINDS[0], 0, refused=1), (0, 0, 0, 0, 0)),
    ],
)
def test_the_file_is_compared_with_what_was_said(
    tmp_path: Path, rows: dict[str, object], call: Call, found: tuple[int, ...]
) -> None:
    compared = compare(_file(tmp_path, rows), [call])

    assert (compared.acknowledged, compared.lost, compared.doubled, compared.denied, compared.doubted) == found
