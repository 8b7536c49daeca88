"""One-time codes: how long each kind is valid, and the digest that is kept in place of a code."""

import hashlib
from datetime import UTC, datetime, timedelta

INVITE_VALID = timedelta(hours=24)
FIRST_VALID = timedelta(hours=1)
BIND_VALID = timedelta(minutes=10)
CODE_BYTES = 16


def digest(code: str) -> bytes:
    """Return the SHA-256 of a code; any text has one."""
    return hashlib.sha256(code.encode(errors="surrogatepass")).digest()


def moment_text(moment: datetime) -> str:
    """Write a moment, which has a time zone, in UTC, so that texts compare as moments."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")
