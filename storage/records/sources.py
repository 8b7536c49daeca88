"""What a tapped record is kept under: a keyed hash of the nonce that its button carried."""

import base64
import hmac
import secrets
from collections.abc import Callable

from storage.database.connection import Database

KEY_BYTES = 32
SOURCE_LENGTH = 10
"""As long as a nonce, so that a button can carry either: 60 bits in base64url."""
NOT_TAPPED = ":"
"""Stands in the source of a record that was imported or invented, and in no nonce."""


class Sources:
    """The sources of records in one database, whose key is made once."""

    def __init__(self, database: Database, draw: Callable[[int], bytes] = secrets.token_bytes) -> None:
        """Hash with the key in ``database``; a new one is drawn as so many random bytes."""
        self._database, self._draw = database, draw
        self._key: bytes | None = None

    async def load(self) -> bytes:
        """Return the key, made where there is none; from then on none of this asks the database.

        Raises a `DatabaseFault`.
        """
        return await self._known() or await self._made()

    async def of(self, identity: str) -> str:
        """Return what a new record is kept under: the hash of a nonce, and every other source as it is.

        Raises a `DatabaseFault`.
        """
        if NOT_TAPPED in identity:
            return identity
        return _hashed(await self.load(), identity)

    async def carried(self, text: str) -> tuple[str, str]:
        """Return the two sources that a record can have whose button carries this text.

        A receipt carries the source itself, a form that is being filled the nonce. Raises a `DatabaseFault`.
        """
        key = await self._known()
        return text, text if key is None else _hashed(key, text)

    async def _known(self) -> bytes | None:
        if self._key is None:
            self._key = next((key for (key,) in await self._database.read("SELECT key FROM source_key")), None)
        return self._key

    async def _made(self) -> bytes:
        # Another program may make one at the same moment: the first one stays.
        [(self._key,)] = await self._database.write(
            "INSERT INTO source_key VALUES (1, ?) ON CONFLICT DO UPDATE SET key = key RETURNING key",
            (self._draw(KEY_BYTES),),
        )
        return self._key


def _hashed(key: bytes, nonce: str) -> str:
    digest = hmac.digest(key, nonce.encode(), "sha256")
    return base64.urlsafe_b64encode(digest)[:SOURCE_LENGTH].decode()
