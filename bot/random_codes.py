"""What is drawn by chance: identities of records, and one-time codes."""

import re
import secrets

from handlers.tap.codec import NONCE_LENGTH
from storage.people.codes import CODE_BYTES

NONCE = re.compile(rf"[\w-]{{{NONCE_LENGTH}}}", re.ASCII)
"""How the identity of a record is written."""


def fresh_nonce() -> str:
    """Return a new identity for a record: 60 random bits in base64url."""
    return secrets.token_urlsafe(NONCE_LENGTH)[:NONCE_LENGTH]


def fresh_code() -> str:
    """Return a new one-time code: 128 random bits in base64url."""
    return secrets.token_urlsafe(CODE_BYTES)


def fresh_cookie() -> bytes:
    """Return eight random bytes, by which an answer is known to be to our question."""
    return secrets.token_bytes(8)
