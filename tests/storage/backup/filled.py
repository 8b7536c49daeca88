"""A database with something in every column that a copy might have to leave out."""

import contextlib
import sqlite3
from pathlib import Path

from tests.storage.rows import open_and_close

DAY = "2026-11-30"
RECORD = (
    "INSERT INTO record (form, fingerprint, occurred_at, recorded_at, recorded_by, source, outcome, answers,"
    " shift, voided_at, import_number) VALUES ('call', 'f',"
)
STAY_RECORD = (
    "INSERT INTO record (id, form, fingerprint, occurred_at, recorded_at, recorded_by, source, outcome, answers)"
    " VALUES"
)
ROWS = (
    "INSERT INTO source_key VALUES (1, randomblob(32))",
    "INSERT INTO import_file VALUES (1, 'desk', 'call', '2026-11-01', 1, 'done')",
    "INSERT INTO seat (number, role, name, used_on) VALUES (1, 'staff', 'duty_phone', '2026-11-29')",
    "INSERT INTO seat (number, role, used_on, waiting) VALUES (2, 'administrator', '2026-11-30', 1)",
    "INSERT INTO way_in VALUES ('telegram', 5550001, 1), ('telegram', 5550002, 2)",
    "INSERT INTO invite (digest, role, first, expires, made_by) VALUES (zeroblob(32), 'staff', 0, '2026', 2)",
    "INSERT INTO place (id) VALUES (-100777), (5550001)",
    "INSERT INTO bound_chat VALUES (1, 'nb', 1, 1, 1, '2026-01-02T10:11', '2026-01-02T10:11', '2026-01-02T10:11')",
    "INSERT INTO bind_code VALUES (zeroblob(32), '2026', 2, 1)",
    "INSERT INTO delivery VALUES (7, 'monthly', '2026-10', 1, 'sent', 0, '', '{}', NULL)",
    "INSERT INTO folder VALUES (1, '2026-01-02T10:11', '2026-01-02T10:11', '2026-01-02T10:11')",
    "INSERT INTO polling VALUES (1, '2026-11-30T02:58+01:00')",
    "INSERT INTO kept_update VALUES (1, 'what somebody tapped')",
    "INSERT INTO message VALUES (2, 40, '2026-11-29T23', 'fresh', NULL), (2, 41, '2026-11-29T23', 'receipt', 'b')",
    f"{RECORD} '2026-11-29T22', '2026-11-29T23', 1, 'b', 'registered', '{{}}', '2026-11-29T15:00', NULL, NULL)",
    f"{RECORD} '2026-11-29T23', '2026-11-29T23', 1, 'n', 'registered', '{{}}', '2026-11-29T22:30', NULL, NULL)",
    f"{RECORD} '2026-10-01', '2026-11-01', NULL, '1:i', 'unspecified', '{{}}', NULL, NULL, 1)",
    f"{RECORD} '2026-11', '2026-11', NULL, 'd', 'declined', '{{}}', NULL, NULL, NULL)",
    f"{RECORD} '2026-11-02', '2026-11-02', NULL, 'v', 'registered', '{{}}', NULL, '2026-11-03', NULL)",
    "INSERT INTO change VALUES (1, 1, 'occurred_at', '2026-11-29T23', 1, '2026-11-29T20', '2026-11-29T22')",
    "INSERT INTO change VALUES (1, 2, 'answers', '2026-11-29T23', 1, '{\"crisis\":\"yes\"}', '{}')",
    f"{STAY_RECORD} (-7, 'adult', 'f', '2026-11', '2026-11-29T14', 1, 'open', 'registered', '{{}}')",
    f"{STAY_RECORD} (-8, 'adult', 'f', '2026-10', '2026-10-20', NULL, 'exact', 'registered', '{{}}')",
    f"{STAY_RECORD} (-9, 'adult', 'f', '2026-07', '2026-07', NULL, 'coarse', 'declined', '{{}}')",
    "INSERT INTO stay VALUES (-7, 'adult', 'woman', '2026-11-29', NULL, NULL, 'shared by a family', 'room 3')",
    "INSERT INTO stay VALUES (-8, 'adult', 'woman', '2026-10-20', '2026-11-03', '2026-11-02', NULL, NULL)",
    "INSERT INTO stay VALUES (-9, 'adult', 'man', '2026-07', '2026-08', '2026-07', NULL, NULL)",
    "INSERT INTO house_month VALUES ('adult', '2026-07', 'man', 3, 1, 0)",
    "INSERT INTO full_house VALUES ('2026-07', 20, 3, 21)",
    "INSERT INTO shift VALUES ('2026-11-29T15:00', '2026-11-29T22:30', 'done', 3, 1, 1, NULL)",
    "INSERT INTO shift VALUES ('2026-11-20T15:00', '2026-11-20T22:30', 'done', 4, 0, 0, 4)",
    "INSERT INTO shift_change VALUES ('2026-11-29T15:00', 1, 'outgoing', '2026-11-30T01', 1, 2, 1)",
    "INSERT INTO shift_question VALUES ('2026-11-29T15:00', 1, 43)",
    "INSERT INTO shifts_since VALUES (1, '2026-01-02T10:11')",
    "INSERT INTO declined_in_shifts VALUES ('2026-11', 2, 1)",
    "INSERT INTO exchange_day VALUES ('2026-10-01', 5)",
    "INSERT INTO earlier_year VALUES ('call', '2015', '', '', 880, NULL, NULL, 0)",
    "INSERT INTO release VALUES (1, '2026-02-01', 'call', '2025', 5, NULL, NULL, 1)",
    "INSERT INTO released_month VALUES (1, '2025-01', 'digest')",
    "INSERT INTO released_figure VALUES (1, '2025-01', '2025-12', 'total', 12, 0)",
    "INSERT INTO audit VALUES (1, '2026-11-29T14', 2, 'named', '1:duty_phone')",
    "INSERT INTO setting VALUES ('access', 'digest')",
    "INSERT INTO alert VALUES ('disk_space', '2026-11-28')",
    "INSERT INTO restored VALUES (1, '2026-10-05T09:41', 1000, 1, 'settled')",
    "INSERT INTO last_copy VALUES (1, '2026-11-29')",
    "INSERT INTO device VALUES (1, 1, randomblob(32), 'Opera', '2026-11-20', '2026-11-29', randomblob(32))",
    "INSERT INTO unlock_code VALUES (1, 'an Argon2 hash', 1)",
    "INSERT INTO passkey VALUES (x'01', 2, x'02', 3)",
    "INSERT INTO card VALUES (1, -1, '2026-11-29', 'a text', '[]')",
    "INSERT INTO desk VALUES (1, '2026-01-02T10:11', '2026-01-02T10:11', '2026-01-02T10:11')",
    "INSERT INTO heartbeat VALUES (1, '2026-11-30T01:58:30+00:00')",
    "INSERT INTO sign_of_life VALUES (1, '2026-11-23')",
)


async def filled_database(folder: Path) -> Path:
    """Make a database, and return where it lies."""
    path = folder / "vaktlogg.db"
    await open_and_close(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for row in ROWS:
            connection.execute(row)
        connection.commit()
    return path
