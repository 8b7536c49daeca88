"""Commits: counted, and waited for by whoever shows what is kept."""

import asyncio


class Commits:
    """Counts the transactions of one connection that may have been kept, and lets tasks wait for the next.

    Who holds in memory what a transaction has changed counts once more when that has followed.
    """

    def __init__(self) -> None:
        """Begin at none."""
        self.count = 0
        self._next = asyncio.Event()

    def note(self) -> None:
        """Count one more, and wake who waits for it."""
        self.count += 1
        self._next.set()
        self._next = asyncio.Event()

    async def after(self, seen: int) -> int:
        """Wait until there are more than were ``seen``; return how many there are then."""
        while self.count == seen:
            await self._next.wait()
        return self.count
