"""Faults of the machine: the process is killed, or stands still."""

import asyncio
from dataclasses import dataclass

from tests.faults.centre import Centre
from tests.faults.fault import Fault
from tests.faults.ledger import noted_messages
from tests.faults.people import shows_a_call


@dataclass(frozen=True)
class Killed(Fault):
    """The process is killed at random moments soon after it has begun to ask for updates."""

    times: int
    latest: float = 0.4
    name: str = "SIGKILL under load"

    async def strike(self, centre: Centre) -> None:
        """Kill it, wait until it asks again, and kill it within ``latest`` seconds from then."""
        for _ in range(self.times):
            async with centre.struck():
                await centre.program.kill()
            await centre.asks()
            await asyncio.sleep(centre.chance.uniform(0, self.latest))

    def lost_besides(self, centre: Centre) -> int:
        """Return how many messages show a call, and are not noted as such: they would never be cleared."""
        noted = noted_messages(centre.database)
        shown = {
            (tapper.person.id, message.id)
            for tapper in centre.people
            for message in tapper.person.chat.messages.values()
            if shows_a_call(message)
        }
        return len(shown - noted)


@dataclass(frozen=True)
class Stopped(Fault):
    """The process stands still for a while, as on a machine that sleeps."""

    seconds: float
    name: str = "SIGSTOP"

    async def strike(self, centre: Centre) -> None:
        """Stop it, and let it go on."""
        async with centre.struck():
            centre.program.pause()
            await asyncio.sleep(self.seconds)
            centre.program.resume()
