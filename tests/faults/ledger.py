"""What the database file holds, compared with what people were told."""

import base64
import contextlib
import hmac
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.calls import Call

SOURCE_LENGTH = 10


@dataclass(frozen=True)
class Comparison:
    """How many calls were acknowledged, and of them not kept as answered; kept, but nobody's; said to be unsaved.

    ``doubted`` of the acknowledged ones are not kept, but those who saved them were told so. ``stories`` tell what
    was said of those that were lost without a word.
    """

    acknowledged: int
    lost: int
    doubled: int
    denied: int
    doubted: int
    stories: Sequence[str]


def rows_of(path: Path) -> Mapping[str, Mapping[str, str]]:
    """Return the answers of each record by its nonce's hash; nothing where the file cannot be read."""
    with contextlib.closing(_reading(path)) as connection:
        rows = connection.execute("SELECT source, answers FROM record")
        return {source: json.loads(answers) for source, answers in rows}


def key_of(path: Path) -> bytes:
    """Return the key that nonces are hashed with."""
    with contextlib.closing(_reading(path)) as connection:
        return next((bytes(key) for (key,) in connection.execute("SELECT key FROM source_key")), b"")


def source_of(key: bytes, nonce: str) -> str:
    """Return what a record is kept under."""
    return base64.urlsafe_b64encode(hmac.digest(key, nonce.encode(), "sha256"))[:SOURCE_LENGTH].decode()


def is_kept(path: Path, nonce: str) -> bool:
    """Tell whether a call is in the file now; False where that cannot be seen."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(_reading(path)) as connection:
        key = next((bytes(key) for (key,) in connection.execute("SELECT key FROM source_key")), b"")
        found = connection.execute("SELECT 1 FROM record WHERE source = ?", (source_of(key, nonce),))
        return found.fetchone() is not None
    return False


def compare(path: Path, calls: Iterable[Call], lost_besides: int = 0) -> Comparison:
    """Compare the file with what was said of each call; ``lost_besides`` is added to what is lost."""
    key, kept = key_of(path), rows_of(path)
    by_source = {source_of(key, call.nonce): call for call in calls}
    acknowledged = [source for source, call in by_source.items() if call.acknowledged is not None]
    missing = [source for source in acknowledged if kept.get(source) != by_source[source].kind.answers]
    silently = [by_source[source] for source in missing if by_source[source].doubted is None]
    return Comparison(
        acknowledged=len(acknowledged),
        lost=lost_besides + len(silently),
        doubled=sum(source not in by_source for source in kept),
        denied=sum(
            call.denied_falsely or (call.said_unsaved and source in kept) for source, call in by_source.items()
        ),
        doubted=len(missing) - len(silently),
        stories=[f"{' · '.join(call.kind.labels)}: {call.heard}" for call in silently],
    )


def noted_messages(path: Path) -> set[tuple[int, int]]:
    """Return the chat and the number of each message that is known to show a call."""
    with contextlib.closing(_reading(path)) as connection:
        return set(
            connection.execute(
                "SELECT id, message FROM message JOIN place ON number = chat WHERE stage IN ('form', 'receipt')"
            )
        )


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=0.2)
