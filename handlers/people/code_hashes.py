"""Hashing unlock codes with Argon2, outside the event loop and one at a time."""

import asyncio
from dataclasses import dataclass, field
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError


@dataclass(frozen=True)
class HashCost:
    """What a hash costs: the memory that it holds while it is made, and how often it goes through it."""

    kibibytes: int
    rounds: int


# A short code is protected by its few tries, not by its hash.
USUAL_COST = HashCost(kibibytes=19_456, rounds=2)


@dataclass
class CodeHashes:
    """Makes hashes and compares with them."""

    cost: HashCost
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    @cached_property
    def _hasher(self) -> PasswordHasher:
        return PasswordHasher(time_cost=self.cost.rounds, memory_cost=self.cost.kibibytes, parallelism=1)

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
