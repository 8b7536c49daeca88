"""Hashing unlock codes with Argon2, outside the event loop and one at a time."""

import asyncio
from dataclasses import dataclass, field

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

# A hash holds this much memory while it is made. A short code is protected by its few tries, not by its hash.
KIBIBYTES, ROUNDS = 19_456, 2


def _hasher() -> PasswordHasher:
    return PasswordHasher(time_cost=ROUNDS, memory_cost=KIBIBYTES, parallelism=1)


@dataclass
class CodeHashes:
    """Makes hashes and compares with them."""

    _hasher: PasswordHasher = field(default_factory=_hasher)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def of(self, code: str) -> str:
        """Return a fresh hash of a code."""
        async with self._turn:
            return await asyncio.to_thread(self._hasher.hash, code)

    async def fits(self, hashed: str, code: str) -> bool:
        """Tell whether a hash is that of a code."""
        async with self._turn:
            try:
                return await asyncio.to_thread(self._hasher.verify, hashed, code)
            except VerifyMismatchError:
                return False
