"""Taking turns on the event loop: long work lets everything else go first."""

import asyncio

PAUSE = 0.001
"""Seconds; a tap goes through the loop about ten times, and in a pause it does so several times at once."""


async def give_way() -> None:
    """Let other tasks do what they are ready for."""
    await asyncio.sleep(PAUSE)
